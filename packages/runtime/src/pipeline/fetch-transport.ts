import { ConnectionError } from '../errors/connection-error.ts';
import { BufferedResponse } from './buffered-response.ts';
import { assertValidHeaders } from './headers.ts';
import type { HttpRequest } from './http-request.ts';
import type { Next } from './policy.ts';

/** A function that sends a request, called with a URL and an init as the platform's `fetch`. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** The transports behind the `fetch` functions of this package. Calling them directly costs less. */
export const ownTransports: WeakMap<Fetch, Next> = new WeakMap();

/** Makes the transport that sends with a `fetch`. It follows no redirect, and reads the body unless a success is streamed. */
export function fetchTransport(fetch: Fetch): Next {
  return async (request) => {
    const { deadline } = request;
    try {
      deadline.throwIfExpired();
      const sent = fetch(request.url, {
        method: request.method,
        headers: request.headerRecord,
        body: request.body,
        signal: deadline.signal,
        // A followed redirect would carry custom credential headers to another host.
        redirect: 'manual',
      });
      const response = await deadline.race(Promise.resolve(sent));
      if (request.call.streaming && response.ok) return response;
      return new BufferedResponse(response, await deadline.race(response.text()));
    } catch (cause) {
      throw toFailure(request, cause);
    }
  };
}

/** Converts an error of a transport to the error of the call. */
export function toFailure(request: HttpRequest, cause: unknown): unknown {
  try {
    request.deadline.throwIfExpired();
    // The platform's own error contains the value of an invalid header.
    assertValidHeaders(request.headerRecord);
  } catch (reason) {
    return reason;
  }
  return new ConnectionError(request, cause);
}

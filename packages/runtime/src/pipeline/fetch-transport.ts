import { ConnectionError } from '../errors/connection-error.ts';
import { BufferedResponse } from './buffered-response.ts';
import { assertValidHeaders } from './headers.ts';
import type { HttpRequest } from './http-request.ts';
import type { Next } from './policy.ts';

/** The `fetch` that a client sends with: called with a URL and an init, as the web platform's. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** The transports behind those `fetch` functions that this package made: called directly, they cost less. */
export const ownTransports: WeakMap<Fetch, Next> = new WeakMap();

/** The innermost step: sends a request, follows no redirect, and reads the body unless a success is streamed. */
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
      throw failureOf(request, cause);
    }
  };
}

/** What a call throws where a transport threw something. */
export function failureOf(request: HttpRequest, cause: unknown): unknown {
  try {
    request.deadline.throwIfExpired();
    // The platform's own error would show the value.
    assertValidHeaders(request.headerRecord);
  } catch (reason) {
    return reason;
  }
  return new ConnectionError(request, cause);
}

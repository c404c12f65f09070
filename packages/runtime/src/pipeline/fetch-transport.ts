import { ConnectionError } from '../errors/connection-error.ts';
import { isPlumblineError, PlumblineError } from '../errors/plumbline-error.ts';
import { ResponseSizeError } from '../errors/response-size-error.ts';
import { BufferedResponse } from './buffered-response.ts';
import type { Dispatcher } from './dispatch/dispatcher.ts';
import { normalizeHeaders } from './headers.ts';
import { type HttpRequest, isReplayable } from './http-request.ts';
import { ownCopy } from './own-value.ts';
import type { Next } from './policy.ts';
import { BodyTooLong, type Bytes, defaultMaxResponseBytes, readBytes } from './read-bytes.ts';

/** A function that sends a request, called with a URL and an init as the platform's `fetch`. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Key of the function that finds the dispatcher of a `fetch` of this package. One symbol for every copy of it. */
export const dispatcherKey: unique symbol = Symbol.for('@plumbline/dispatcher');

/** A `fetch` that sends through a dispatcher of undici. On Node, clients use the dispatcher directly, which costs less. */
export interface DispatchingFetch extends Fetch {
  [dispatcherKey]?: () => Dispatcher;
}

/** Makes the transport that sends with a `fetch`. It follows no redirect, and reads the body unless a success is streamed. */
export function fetchTransport(fetch: Fetch): Next {
  return async (request) => {
    const { deadline } = request;
    try {
      deadline.throwIfExpired();
      assertSendable(request);
      // `fetch` also reads what a polluted `Object.prototype` has.
      const init = ownCopy({
        method: request.method,
        headers: request.headerRecord,
        body: request.body,
        signal: deadline.signal,
        // A followed redirect would carry custom credential headers to another host.
        redirect: 'manual',
        // Required with a stream (Fetch standard, "duplex").
        ...(!isReplayable(request) && { duplex: 'half' }),
      });
      const sent = fetch(request.url, init as RequestInit);
      const response = await deadline.race(Promise.resolve(sent));
      if (typeof response?.text !== 'function') throw new PlumblineError('The option `fetch` returned no Response.');
      if (request.call.streaming && response.ok) return response;
      return new BufferedResponse(response, await deadline.race(readBody(response, request)));
    } catch (cause) {
      throw toFailure(request, cause);
    }
  };
}

/** The maximum length of a response in bytes. */
export function maxBytesOf({ call }: HttpRequest): number {
  return call.options.maxResponseBytes ?? defaultMaxResponseBytes;
}

/** Reads a body whole. Counting bytes costs more than `text()`, so a body whose length is known is not counted. */
async function readBody(response: Response, request: HttpRequest): Promise<string | Bytes> {
  const { body, headers } = response;
  const limit = maxBytesOf(request);
  const length = headers.has('Content-Encoding') ? null : headers.get('Content-Length');
  // React Native has no streams.
  if (!body?.getReader || (length && Number(length) <= limit)) {
    return request.call.operation?.responseKinds ? new Uint8Array(await response.arrayBuffer()) : response.text();
  }
  const reader = body.getReader();
  try {
    return await readBytes(() => reader.read(), limit);
  } catch (cause) {
    // Don't await: cancel() may never settle and its result is not needed.
    reader.cancel().catch(() => {});
    throw cause;
  }
}

/** @throws {PlumblineError} If no `fetch` sends the URL, the method, or a body with it (Fetch standard, "Request"). */
export function assertSendable(request: HttpRequest): void {
  const { url, method, body, call } = request;
  const problem =
    (!/^(?!connect$|trac[ek]$)[\w-]+$/i.test(method) && '`method` cannot be sent') ||
    (body !== null && /^(get|head)$/i.test(method) && `\`body\` cannot be sent with ${method}`) ||
    (!isReplayable(request) && (body as ReadableStream).locked && '`body` is a stream that is read elsewhere') ||
    (!/^https?:\/\/[^\s@/?#]+([/?#]|$)/i.test(url) && 'the URL cannot be sent');
  if (problem) throw new PlumblineError(`${call.operation?.path ?? 'client.api'}: ${problem}.`);
}

/** Converts an error of a transport to the error of the call. */
export function toFailure(request: HttpRequest, cause: unknown): unknown {
  try {
    request.deadline.throwIfExpired();
    // The platform's own error contains the value of an invalid header.
    normalizeHeaders(request.headerRecord);
  } catch (reason) {
    return reason;
  }
  if (isPlumblineError(cause)) return cause;
  if (cause === BodyTooLong) return new ResponseSizeError(request, maxBytesOf(request));
  return new ConnectionError(request, cause);
}

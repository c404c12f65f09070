import { assertSendable, maxBytesOf, toFailure } from '../fetch-transport.ts';
import type { Next } from '../policy.ts';
import { dispatch, type EncodedBody, isEncoded } from './dispatch.ts';
import type { Dispatcher } from './dispatcher.ts';
import { stopUpload, type Upload } from './upload.ts';

/**
 * Makes the transport that sends through an undici dispatcher.
 *
 * @param getDispatcher Finds the dispatcher. Called at each attempt.
 * @param fallback Sends the request if there is no dispatcher, or if the body needs encoding or is a stream of
 * the caller.
 */
export function dispatchTransport(getDispatcher: () => Dispatcher | undefined, fallback: Next): Next {
  return async (request) => {
    const { call, deadline, url, method, headerRecord: headers, body } = request;
    const dispatcher = getDispatcher();
    const stop = (body as Upload | null)?.[stopUpload];
    if (!dispatcher || !(stop || isEncoded(body))) return fallback(request);
    try {
      deadline.throwIfExpired();
      assertSendable(request);
      const response = await dispatch(dispatcher, {
        url,
        method,
        headers,
        body: body as EncodedBody,
        isStreamed: (status) => call.streaming && status < 300,
        maxBytes: maxBytesOf(request),
        onAbort: (callback) => deadline.onExpire(callback),
      });
      // A client that reads an error while it still sends should stop (RFC 9112 §9.5).
      if (!response.ok) stop?.();
      return response;
    } catch (cause) {
      // An undici that is newer than this package may require other methods of a handler.
      if (/^invalid on/.test((cause as Error | undefined)?.message ?? '')) return fallback(request);
      stop?.(cause);
      throw toFailure(request, cause);
    }
  };
}

import { assertSendable, maxBytesOf, toFailure } from '../fetch-transport.ts';
import type { Next } from '../policy.ts';
import { dispatch, isEncoded } from './dispatch.ts';
import type { Dispatcher } from './dispatcher.ts';

/**
 * Makes the transport that sends through an undici dispatcher.
 *
 * @param getDispatcher Finds the dispatcher. Called at each attempt.
 * @param fallback Sends the request if there is no dispatcher, or if the body needs encoding.
 */
export function dispatchTransport(getDispatcher: () => Dispatcher | undefined, fallback: Next): Next {
  return async (request) => {
    const { call, deadline, url, method, headerRecord: headers, body } = request;
    const dispatcher = getDispatcher();
    if (!dispatcher || !isEncoded(body)) return fallback(request);
    try {
      deadline.throwIfExpired();
      assertSendable(request);
      return await dispatch(dispatcher, {
        url,
        method,
        headers,
        body,
        isStreamed: (status) => call.streaming && status < 300,
        maxBytes: maxBytesOf(request),
        onAbort: (callback) => deadline.onExpire(callback),
      });
    } catch (cause) {
      // An undici that is newer than this package may require other methods of a handler.
      if (/^invalid on/.test((cause as Error | undefined)?.message ?? '')) return fallback(request);
      throw toFailure(request, cause);
    }
  };
}

import { failureOf } from '../fetch-transport.ts';
import type { Next } from '../policy.ts';
import { dispatch, isEncoded } from './dispatch.ts';
import type { Dispatcher } from './dispatcher.ts';

/**
 * The innermost step over a dispatcher of undici.
 *
 * @param dispatcherNow Looked up at each attempt.
 * @param fallback Sends what this cannot: without a dispatcher, or a body that is to be encoded.
 */
export function dispatchTransport(dispatcherNow: () => Dispatcher | undefined, fallback: Next): Next {
  return async (request) => {
    const { call, deadline, url, method, headerRecord: headers, body } = request;
    const dispatcher = dispatcherNow();
    if (!dispatcher || !isEncoded(body)) return fallback(request);
    try {
      deadline.throwIfExpired();
      return await dispatch(dispatcher, {
        url,
        method,
        headers,
        body,
        isStreamed: (status) => call.streaming && status < 300,
        onAbort: (callback) => deadline.onExpire(callback),
      });
    } catch (cause) {
      // An undici that is newer than this package may want other methods of a handler.
      if (/^invalid on/.test((cause as Error | undefined)?.message ?? '')) return fallback(request);
      throw failureOf(request, cause);
    }
  };
}

import { ConnectionError } from './connection-error.ts';
import type { PlainRequest } from './plain-request.ts';
import type { Policy } from './policy.ts';
import { TimeoutError } from './timeout-error.ts';
import { watchBody } from './watch-body.ts';

/** The longest delay that a timer of the web platform takes; beyond it a timer fires at once. */
const longest = 2_147_483_647;

/**
 * Ends an attempt that takes longer than `milliseconds`, its body included, with a `TimeoutError`.
 *
 * @param milliseconds Applies where the call gives none of its own. `Infinity` means no limit.
 */
export function timeout(milliseconds: number): Policy {
  return async (request, next) => {
    const limit = request.timeout ?? milliseconds;
    const { signal } = request;
    const attempt = new AbortController();
    const abort = () => attempt.abort(signal?.reason);
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort);
    const timer =
      limit > longest ? undefined : setTimeout(() => attempt.abort(new TimeoutError(request, limit)), limit);
    const ended = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    };
    try {
      const response = await next(request.with({ signal: attempt.signal }));
      return watchBody(response, { ended, failed: (cause) => reason(request, attempt.signal, cause) });
    } catch (error) {
      ended();
      throw error;
    }
  };
}

/** Why a body broke off: the abort that we or the caller asked for, else the connection. */
function reason(request: PlainRequest, signal: AbortSignal, cause: unknown): unknown {
  return signal.aborted ? signal.reason : new ConnectionError(request, cause);
}

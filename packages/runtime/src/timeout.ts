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
    let stop: (reason: unknown) => void;
    // Raced against, since not every `fetch` that is passed in heeds its signal.
    const stopped = new Promise<never>((_, reject) => {
      stop = (reason) => {
        ended();
        attempt.abort(reason);
        reject(attempt.signal.reason);
      };
    });
    const abort = () => stop(signal?.reason);
    const timer = limit > longest ? undefined : setTimeout(() => stop(new TimeoutError(request, limit)), limit);
    const ended = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    };
    signal?.addEventListener('abort', abort);
    if (signal?.aborted) abort();
    try {
      const response = await Promise.race([next(request.with({ signal: attempt.signal })), stopped]);
      return watchBody(response, { ended, stopped, failed: (cause) => reason(request, attempt.signal, cause) });
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

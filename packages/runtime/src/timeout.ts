import { type Clock, systemClock } from './clock.ts';
import type { Policy } from './policy.ts';
import { TimeoutError } from './timeout-error.ts';
import { within } from './within.ts';

/**
 * Ends an attempt that takes longer than `milliseconds`, its body included, with a `TimeoutError`.
 *
 * @param milliseconds Applies where the call gives none of its own. `Infinity` means no limit.
 */
export function timeout(milliseconds: number, clock: Clock = systemClock): Policy {
  return (request, next) => {
    const limit = request.timeout ?? milliseconds;
    return within(
      { milliseconds: limit, error: () => new TimeoutError(request, limit, 'timeout') },
      request,
      next,
      clock,
    );
  };
}

import { type Clock, systemClock } from './clock.ts';
import type { Policy } from './policy.ts';
import { TimeLimit } from './time-limit.ts';
import { TimeoutError } from './timeout-error.ts';
import { watchBody } from './watch-body.ts';

/**
 * Ends an attempt that takes longer than `milliseconds`, or than what is left of the call's deadline, its body included.
 *
 * @param milliseconds Applies where the call gives none of its own. `Infinity` means no limit.
 * @throws {TimeoutError}
 */
export function timeout(milliseconds: number, clock: Clock = systemClock): Policy {
  return async (request, next) => {
    const own = request.timeout ?? milliseconds;
    const { budget } = request;
    const left = budget ? budget.end - clock.now() : own;
    const limit =
      left < own && budget
        ? { milliseconds: left, error: () => new TimeoutError(request, budget.milliseconds, 'deadline') }
        : { milliseconds: own, error: () => new TimeoutError(request, own, 'timeout') };
    const time = new TimeLimit(limit, request.signal, clock);
    try {
      const response = await time.race(next(request.with({ signal: time.signal })));
      if (request.method === 'HEAD') time.end();
      return watchBody(response, time, request);
    } catch (cause) {
      time.end();
      throw cause;
    }
  };
}

import { type Clock, systemClock } from './clock.ts';
import type { Policy } from './policy.ts';
import { TimeLimit } from './time-limit.ts';
import { TimeoutError } from './timeout-error.ts';

/** A budget of time that has begun. */
export interface Budget {
  /** When it is over, by the clock's `now`. */
  readonly end: number;
  /** How long it was, in milliseconds. */
  readonly milliseconds: number;
}

/** Begins a budget; none where no time is given. */
export function begin(milliseconds: number | undefined, clock: Clock): Budget | undefined {
  return milliseconds === undefined ? undefined : { end: clock.now() + milliseconds, milliseconds };
}

/**
 * Ends a call that takes longer than its budget, whatever it is doing: attempts, waits between them, tokens. Within the body
 * of an answer, the policy `timeout` holds it.
 *
 * A list has one budget for all its pages, begun when it was asked for.
 *
 * @param milliseconds Applies where the call has no budget of its own.
 * @throws {TimeoutError}
 */
export function deadline(milliseconds: number | undefined, clock: Clock = systemClock): Policy {
  return async (request, next) => {
    const budget = request.budget ?? begin(milliseconds, clock);
    if (!budget) return next(request);
    const limit = {
      milliseconds: budget.end - clock.now(),
      error: () => new TimeoutError(request, budget.milliseconds, 'deadline'),
    };
    const time = new TimeLimit(limit, request.signal, clock);
    try {
      return await time.race(next(request.with({ budget, signal: time.signal })));
    } finally {
      time.end();
    }
  };
}

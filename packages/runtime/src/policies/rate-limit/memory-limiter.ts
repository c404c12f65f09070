import { PlumblineError } from '../../errors/plumbline-error.ts';
import { ownCopy } from '../../pipeline/own-value.ts';
import { type Clock, systemClock } from '../../time/clock.ts';
import { type Counter, counts, createQueuedLimiter, type Limiter, type RateLimit } from './limiter.ts';

/**
 * Makes a limiter that enforces all limits together, counted in memory for one client.
 *
 * It is exact: no window contains more requests than its limit, because it records the time of each request, not an average.
 *
 * @throws {PlumblineError} If a limit is not above 0.
 */
export function createLimiter(limits: readonly RateLimit[], clock: Clock = systemClock): Limiter {
  for (const { requests, seconds } of limits) {
    if (!(Number.isInteger(requests) && requests > 0 && seconds > 0))
      throw new PlumblineError('createLimiter: `requests` must be a positive integer, `seconds` a positive number.');
  }
  // A polluted `Object.prototype` adds no methods.
  return createQueuedLimiter(limits.map(ownCopy), clock, countInMemory);
}

/** Makes the counter of one process: the times at which the last requests were admitted. */
export function countInMemory(limits: readonly RateLimit[], clock: Clock): Counter {
  // For each limit, a ring buffer of the times at which the last `requests` were admitted.
  const windows = limits.map((limit) => ({
    limit,
    admitted: new Float64Array(limit.requests).fill(-Infinity),
    next: 0,
    length: limit.seconds * 1000,
  }));
  let pausedUntil = -Infinity;
  return {
    reserve(method) {
      const now = clock.now();
      const counting = windows.filter(({ limit }) => counts(limit, method));
      const free = Math.max(
        pausedUntil,
        ...counting.map(({ admitted, next, length }) => (admitted[next] as number) + length),
      );
      if (free > now) return free - now;
      for (const window of counting) {
        window.admitted[window.next] = now;
        window.next = (window.next + 1) % window.admitted.length;
      }
      return 0;
    },
    pause(milliseconds = Math.min(...windows.map(({ length }) => length))) {
      pausedUntil = Math.max(pausedUntil, clock.now() + milliseconds);
    },
  };
}

import type { Clock, Counter, RateLimit } from '@plumbline/runtime';
import type { RedisLink } from './redis-link.ts';

/** Maximum part of a wait, and maximum milliseconds, that a process adds to it by chance, so that others get their share. */
const jitter = 0.02;
const maxJitter = 5;

/** What Redis replied to an evaluation. */
interface Reply {
  /** The limits that counted the request. */
  readonly key: string;
  /** When to ask again; undefined if the request may be sent, or must not. */
  readonly until: number | undefined;
  readonly error: unknown;
}

/** What the counters of a limiter have in common. */
export interface FleetLimits {
  /** All limits of the limiter. */
  readonly limits: readonly RateLimit[];
  /** The beginning of each key. */
  readonly prefix: string;
  readonly link: RedisLink;
}

/**
 * Makes the counter of limits that share methods. It has one evaluation pending at most, and its reply is for the request that is then
 * the first in the queue.
 *
 * @param fallback Counts while Redis is down, and knows of what Redis has granted.
 */
export function countInRedis(
  group: readonly RateLimit[],
  clock: Clock,
  { limits, prefix, link }: FleetLimits,
  fallback: Counter,
): Counter {
  const text = JSON.stringify(limits.map(({ requests, seconds, methods }) => [requests, seconds, methods]));
  const keep = String(Math.max(...limits.map(toMilliseconds)) + 1000);
  const evaluate = (pause: number, counting: readonly RateLimit[]) =>
    link.evaluate(
      [
        `${prefix}:limits`,
        `${prefix}:pause:${limits.indexOf(group[0] as RateLimit)}`,
        ...counting.map((limit) => `${prefix}:log:${limits.indexOf(limit)}`),
      ],
      [
        text,
        String(pause),
        keep,
        ...counting.flatMap(({ requests, seconds }) => [String(requests), String(Math.ceil(seconds * 1e6))]),
      ],
    );
  /** The reply to the last evaluation, for the first request that the same limits count. */
  let reply: Reply | undefined;
  let isAsking = false;
  let pausedUntil = -Infinity;

  const ask = async (key: string, counting: readonly RateLimit[], askAgain: () => void) => {
    isAsking = true;
    try {
      // After an outage a probe that counts nothing goes first: a client may send it much later.
      const isUp = link.reason === undefined || (await evaluate(0, [])) !== undefined;
      const wait = isUp ? await evaluate(0, counting) : undefined;
      if (wait !== undefined) {
        const delay = wait + Math.min(wait * jitter, maxJitter) * clock.random();
        reply = { key, until: wait === 0 ? undefined : clock.now() + delay, error: undefined };
      }
    } catch (error) {
      reply = { key, until: undefined, error };
    }
    isAsking = false;
    askAgain();
    // A grant is lost if no request is left that could use it: sent later, it would be in another window.
    if (reply?.until === undefined) reply = undefined;
  };

  return {
    reserve(method, askAgain) {
      const now = clock.now();
      if (pausedUntil > now) return pausedUntil - now;
      if (isAsking) return Infinity;
      const counting = group.filter(({ methods }) => methods?.includes(method) ?? true);
      const key = counting.map((limit) => limits.indexOf(limit)).join();
      if (reply?.key === key) {
        const { until, error } = reply;
        if (until !== undefined && until > now) return until - now;
        reply = undefined;
        if (error) throw error;
        if (until === undefined) {
          fallback.reserve(method, askAgain);
          return 0;
        }
      }
      const untilRetry = link.untilRetry();
      if (untilRetry > 0) return Math.min(fallback.reserve(method, askAgain), untilRetry);
      ask(key, counting, askAgain);
      return Infinity;
    },
    pause(milliseconds = Math.min(...group.map(toMilliseconds))) {
      // Redis knows no longer pause than this.
      const duration = Math.min(Math.ceil(milliseconds), 1e12);
      if (!(duration > 0)) return;
      pausedUntil = Math.max(pausedUntil, clock.now() + duration);
      // While Redis is down, other processes learn it from the vendor. A wrong setup is an error of the next request.
      if (link.untilRetry() <= 0) evaluate(duration, []).catch(() => {});
    },
  };
}

const toMilliseconds = ({ seconds }: RateLimit) => Math.ceil(seconds * 1000);

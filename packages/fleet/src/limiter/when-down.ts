import { type Clock, type Counter, countInMemory, PlumblineError, type RateLimit } from '@plumbline/runtime';
import type { RedisLink } from './redis-link.ts';

/**
 * What a limiter does while Redis does not reply.
 *
 * - `share`: this process counts by itself, with an equal part of each limit.
 * - `closed`: requests throw a {@link LimiterUnavailableError}.
 * - `open`: requests are sent without a limit.
 */
export type WhenDown = 'share' | 'closed' | 'open';

/** Redis does not reply, and the limiter's option `whenDown` is `closed`. The request was not sent. */
export class LimiterUnavailableError extends PlumblineError {
  override readonly name = 'LimiterUnavailableError';
  /** The code or the name of the failure, such as `ECONNREFUSED`, `READONLY` or `TIMEOUT`. */
  readonly code: string;

  constructor(limiter: string, code: string) {
    super(
      `The limiter ${limiter} cannot ask Redis (${code}), so the request was not sent. The limiter asks again within seconds. ` +
        "With `whenDown: 'share'` it would count by itself meanwhile.",
    );
    this.code = code;
  }
}

/** What a fallback needs to know of its limiter. */
export interface FallbackInit {
  readonly limits: readonly RateLimit[];
  readonly name: string;
  readonly instances: number;
  readonly clock: Clock;
  readonly link: RedisLink;
}

/** Makes the counter for the time in which Redis does not reply. It also learns of the requests that Redis counted. */
export function countWhenDown(whenDown: WhenDown, { limits, name, instances, clock, link }: FallbackInit): Counter {
  if (whenDown === 'share')
    return countInMemory(
      limits.map((limit) => shareOf(limit, instances)),
      clock,
    );
  const reserve = () => {
    if (whenDown === 'closed' && link.reason) throw new LimiterUnavailableError(name, link.reason);
    return 0;
  };
  return { reserve, pause() {} };
}

/** The part of a limit that one of some processes may use. Where that is less than one request, its window is longer. */
function shareOf({ requests, seconds, methods }: RateLimit, instances: number): RateLimit {
  return requests < instances
    ? { methods, requests: 1, seconds: (seconds * instances) / requests }
    : { methods, requests: Math.floor(requests / instances), seconds };
}

import { ownValue } from '../pipeline/own-value.ts';
import type { Policy } from '../pipeline/policy.ts';
import type { Limiter, RateLimit } from '../policies/rate-limit/limiter.ts';
import { createLimiter } from '../policies/rate-limit/memory-limiter.ts';
import { rateLimit } from '../policies/rate-limit/rate-limit.ts';
import type { Clock } from '../time/clock.ts';
import { refuseOption } from './check-text.ts';

/** Makes the policy for the caller's option `rateLimit`; undefined if limits are off. */
export type RateLimitOption = (
  factory: string,
  choice: string | boolean | Limiter | undefined,
  clock: Clock | undefined,
) => Policy | undefined;

/**
 * Makes the option `rateLimit` of a vendor that documents limits.
 *
 * @param plans The documented limits, by the values of the option.
 */
export function rateLimits(plans: Readonly<Record<string, readonly RateLimit[]>>): RateLimitOption {
  return (factory, choice, clock) => {
    if (choice === undefined || choice === false) return undefined;
    if (choice !== null && typeof choice === 'object') return rateLimit(choice);
    const limits = ownValue(plans, String(choice));
    if (!limits) refuseOption(factory, 'rateLimit', `must be ${Object.keys(plans).join(', ')}, or a limiter.`);
    return rateLimit(createLimiter(limits, clock));
  };
}

import type { Context } from './context.ts';
import { createLimiter, expired, type Limiter, type RateLimit } from './limiter.ts';
import { happening } from './observe.ts';
import { PlumblineError } from './plumbline-error.ts';
import type { Policy } from './policy.ts';
import { parseRetryAfter } from './retry-after.ts';

/**
 * Waits before each attempt until the limiter lets it through. A 429 stops all calls of the client for as long as the vendor
 * asks, else for the shortest window that it documents.
 */
export function rateLimit(limiter: Limiter, { clock, emit }: Context): Policy {
  return async (request, next) => {
    const start = clock.now();
    await limiter.acquire(request.method, request.signal, { first: request.urgent, expired: request.expired });
    const wait = clock.now() - start;
    // A limiter of the caller's may not have asked.
    if (request.expired?.()) throw expired;
    if (wait > 0) emit({ type: 'limit', ...happening(request), wait });
    const response = await next(request);
    if (response.status === 429) limiter.block(request.method, parseRetryAfter(response.headers, clock.date()));
    return response;
  };
}

/**
 * Makes the policy that a caller's option asks for, or none.
 *
 * @param choice A name in `plans`, or a limiter of the caller's own.
 * @param plans The documented limits, by the names that the option takes.
 * @throws {PlumblineError} When there is no such plan.
 */
export function chooseRateLimit(
  factory: string,
  choice: string | boolean | Limiter | undefined,
  plans: Readonly<Record<string, readonly RateLimit[]>>,
  context: Context,
): Policy | undefined {
  if (choice === undefined || choice === false) return undefined;
  if (typeof choice === 'object') return rateLimit(choice, context);
  const name = String(choice);
  const limits = Object.hasOwn(plans, name) ? plans[name] : undefined;
  if (!limits)
    throw new PlumblineError(`${factory}: \`rateLimit\` must be ${Object.keys(plans).join(', ')}, or a limiter.`);
  return rateLimit(createLimiter(limits, context.clock), context);
}

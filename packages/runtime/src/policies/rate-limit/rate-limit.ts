import type { Policy } from '../../pipeline/policy.ts';
import { defaultMaxRetryAfter, withJitter } from '../retry/retry.ts';
import { parseRetryAfter } from '../retry/retry-after.ts';
import { CredentialsExpired, type Limiter } from './limiter.ts';

/**
 * Makes the policy that waits before each attempt until the limiter admits it. After a 429 it pauses the limiter for the time of
 * `Retry-After`, at most for `maxRetryAfter`; without `Retry-After` for the shortest window.
 */
export function rateLimit(limiter: Limiter): Policy {
  return async (request, next) => {
    const { call, deadline, credentials } = request;
    const { clock } = call;
    const start = clock.now();
    deadline.throwIfExpired();
    const turn = limiter.acquire(request.method, request);
    // The caller's own limiter may ignore the signal.
    if (turn) await deadline.race(turn);
    const now = clock.now();
    // The caller's own limiter may ignore the credentials.
    if (credentials && now >= credentials.expiresAt) throw CredentialsExpired;
    if (now > start) call.emit({ type: 'limit', delay: now - start });
    const response = await next(request);
    if (response.status === 429) {
      const { maxRetryAfter = defaultMaxRetryAfter } = call.options.retry || {};
      const asked = parseRetryAfter(response.headers, clock.date());
      limiter.pause(request.method, asked && withJitter(Math.min(asked, maxRetryAfter), clock));
    }
    return response;
  };
}

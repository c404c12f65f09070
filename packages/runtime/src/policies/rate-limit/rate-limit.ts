import type { Policy } from '../../pipeline/policy.ts';
import { parseRetryAfter } from '../retry/retry-after.ts';
import { CredentialsExpired, type Limiter } from './limiter.ts';

/**
 * Waits before each attempt until the limiter admits it. A 429 pauses all calls of the client for as long as the vendor asks,
 * else for the shortest window that it documents.
 */
export function rateLimit(limiter: Limiter): Policy {
  return async (request, next) => {
    const { call, deadline, credentials } = request;
    const { clock } = call;
    const start = clock.now();
    deadline.throwIfExpired();
    const turn = limiter.acquire(request.method, request);
    // A limiter of the caller's may not end its wait by itself.
    if (turn) await deadline.race(turn);
    const now = clock.now();
    // A limiter of the caller's may not have looked.
    if (credentials && now >= credentials.expiresAt) throw CredentialsExpired;
    if (now > start) call.emit({ type: 'limit', delay: now - start });
    const response = await next(request);
    if (response.status === 429) limiter.pause(request.method, parseRetryAfter(response.headers, clock.date()));
    return response;
  };
}

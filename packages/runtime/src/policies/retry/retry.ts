import { isPlumblineError } from '../../errors/plumbline-error.ts';
import type { TokenError } from '../../errors/token-error.ts';
import { isReplayable } from '../../pipeline/http-request.ts';
import type { Policy } from '../../pipeline/policy.ts';
import type { Clock } from '../../time/clock.ts';
import { parseRetryAfter } from './retry-after.ts';
import { createRetryQuota, retryPrices } from './retry-quota.ts';
import { isTransientStatus, reasonToRetry } from './retry-reason.ts';

/** Default of `maxRetryAfter` in milliseconds. */
export const defaultMaxRetryAfter = 60_000;

/**
 * Makes the policy that retries transient failures when that is safe: see {@link reasonToRetry}.
 *
 * It waits as long as the vendor asks, and up to 10 % longer, else for an exponential backoff with full jitter. All calls of the
 * client share a {@link createRetryQuota}.
 */
export function retry(): Policy {
  const quota = createRetryQuota();
  return async (request, next) => {
    const { call, deadline } = request;
    const { clock, operation } = call;
    const options = call.options.retry || {};
    const { attempts = 3, baseDelay = 500, maxDelay = 8000, maxRetryAfter = defaultMaxRetryAfter } = options;
    const allowed = call.options.retry === false ? 1 : attempts;
    let paid = 0;
    for (let attempt = 1; ; attempt++) {
      let response: Response | undefined;
      let error: unknown;
      try {
        response = await next(request);
      } catch (cause) {
        error = cause;
      }
      const record = (reason: string, delay?: number) => {
        const outcome = response
          ? { status: response.status }
          : { error: (error as Error | undefined)?.name ?? 'unknown' };
        call.attempts.push({ ...outcome, reason, ...(delay !== undefined && { delay }) });
      };
      const finish = (reason: string): Response => {
        if (attempt > 1 || !response?.ok) record(reason);
        if (response) return response;
        throw error;
      };
      // The vendor works again: a call without retries adds a little.
      if (response && !isTransientStatus(response.status)) quota.refund(operation, paid || 1, clock.now());
      const reason = deadline.expired ? undefined : reasonToRetry(request, response, error);
      if (!reason) return finish(isReplayable(request) ? 'final' : 'a stream is sent once');
      if (attempt >= allowed) return finish('no attempt is left');
      const asked = response ? parseRetryAfter(response.headers, clock.date()) : readRetryAt(error, clock.date());
      if (asked !== undefined && asked > maxRetryAfter) return finish('the vendor asks to wait too long');
      const backoff = clock.random() * Math.min(maxDelay, baseDelay * 2 ** (attempt - 1));
      const remaining = deadline.remaining();
      // A longer wait, which only spreads the calls, must not miss the deadline.
      const delay = asked === undefined ? backoff : Math.min(withJitter(asked, clock), (asked + remaining) / 2);
      if (delay >= remaining) return finish('the deadline comes first');
      paid = response ? retryPrices.response : retryPrices.noResponse;
      if (!quota.take(operation, paid, clock.now())) return finish('the retry quota is used up');
      call.emit({ type: 'retry', reason, delay });
      record(reason, delay);
      await deadline.sleep(delay);
    }
  };
}

/** Adds up to 10 % to a wait that the vendor asks for, so that the callers do not all return in the same instant. */
export function withJitter(delay: number, clock: Clock): number {
  return delay * (1 + 0.1 * clock.random());
}

/** Reads how long the token endpoint asks to wait, in milliseconds. */
function readRetryAt(error: unknown, date: number): number | undefined {
  // Not by `instanceof`: a policy may be of another copy of this package.
  const retryAt = isPlumblineError(error) && error.name === 'TokenError' && (error as TokenError).retryAt;
  const delay = retryAt ? retryAt.getTime() - date : 0;
  return delay > 0 ? delay : undefined;
}

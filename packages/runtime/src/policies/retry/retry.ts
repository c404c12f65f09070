import { TokenError } from '../../errors/token-error.ts';
import type { Policy } from '../../pipeline/policy.ts';
import { parseRetryAfter } from './retry-after.ts';
import { reasonToRetry } from './retry-reason.ts';

/**
 * Makes the policy that retries transient failures when that is safe: see {@link reasonToRetry}.
 *
 * It waits as long as the vendor asks, else for an exponential backoff with full jitter. All calls of the client share a quota,
 * as in the AWS SDKs. It has no effect while most calls succeed. It ends the retries while most calls fail, so that a failing
 * vendor gets no more requests than there are calls.
 */
export function retry(): Policy {
  // The quota of all calls of a client. A retry after an attempt without a response costs more, because that costs the vendor more.
  const quotaCapacity = 500;
  const retryPrice = 5;
  const failurePrice = 10;
  let quota = quotaCapacity;
  return async (request, next) => {
    const { call, deadline } = request;
    const { clock } = call;
    const { attempts = 3, baseDelay = 500, maxDelay = 8000, maxRetryAfter = 60_000 } = call.options.retry || {};
    const allowed = call.options.retry === false ? 1 : attempts;
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
      // Refunds the price of a retry that succeeded, and adds a little for a call without retries.
      if (response?.ok) quota = Math.min(quotaCapacity, quota + (attempt > 1 ? retryPrice : 1));
      const reason = deadline.expired ? undefined : reasonToRetry(request, response, error);
      if (!reason) return finish('final');
      if (attempt >= allowed) return finish('no attempt is left');
      const asked = response ? parseRetryAfter(response.headers, clock.date()) : readRetryAt(error, clock.date());
      if (asked !== undefined && asked > maxRetryAfter) return finish('the vendor asks to wait too long');
      const delay = asked ?? clock.random() * Math.min(maxDelay, baseDelay * 2 ** (attempt - 1));
      if (delay >= deadline.remaining()) return finish('the deadline comes first');
      const price = response ? retryPrice : failurePrice;
      if (price > quota) return finish('the retry quota is used up');
      quota -= price;
      record(reason, delay);
      call.emit({ type: 'retry', attempt, reason, delay });
      await deadline.sleep(delay);
    }
  };
}

/** Reads how long the token endpoint asks to wait, in milliseconds. */
function readRetryAt(error: unknown, date: number): number | undefined {
  return error instanceof TokenError && error.retryAt ? Math.max(0, error.retryAt.getTime() - date) : undefined;
}

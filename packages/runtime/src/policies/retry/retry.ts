import { TokenError } from '../../errors/token-error.ts';
import type { Policy } from '../../pipeline/policy.ts';
import { parseRetryAfter } from './retry-after.ts';
import { reasonToRetry } from './retry-reason.ts';

/**
 * Sends a request again when that may help and cannot do harm: see {@link reasonToRetry}.
 *
 * Waits as long as the vendor asks, else a random part of an exponentially growing time ("full jitter"). A quota that all
 * calls of the client share keeps retries from becoming a storm, as the AWS SDKs have it: while most calls succeed it is never
 * felt, and where most fail it ends the retries, so that a vendor in trouble gets no more requests than there are calls.
 */
export function retry(): Policy {
  // What all calls of a client may spend on retries. An attempt without a response costs the vendor more than one with.
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
      // Gives back the price of a retry that helped, and a little for a call that needed none.
      if (response?.ok) quota = Math.min(quotaCapacity, quota + (attempt > 1 ? retryPrice : 1));
      const reason = deadline.expired ? undefined : reasonToRetry(request, response, error);
      if (!reason) return finish('final');
      if (attempt >= allowed) return finish('no attempt is left');
      const asked = response ? parseRetryAfter(response.headers, clock.date()) : untilRetry(error, clock.date());
      if (asked !== undefined && asked > maxRetryAfter) return finish('the vendor asks to wait too long');
      const delay = asked ?? clock.random() * Math.min(maxDelay, baseDelay * 2 ** (attempt - 1));
      if (delay >= deadline.remaining()) return finish('the deadline comes first');
      const price = response ? retryPrice : failurePrice;
      if (price > quota) return finish('too many calls are being repeated');
      quota -= price;
      record(reason, delay);
      call.emit({ type: 'retry', attempt, reason, delay });
      await deadline.sleep(delay);
    }
  };
}

/** How long the vendor's token endpoint asks to wait. */
function untilRetry(error: unknown, date: number): number | undefined {
  return error instanceof TokenError && error.retryAt ? Math.max(0, error.retryAt.getTime() - date) : undefined;
}

import type { Attempt } from './attempt.ts';
import { wait } from './clock.ts';
import { type Context, createContext } from './context.ts';
import { happening } from './observe.ts';
import type { Policy } from './policy.ts';
import { parseRetryAfter } from './retry-after.ts';
import { createQuota } from './retry-quota.ts';
import { reasonToRetry } from './retry-reason.ts';
import { TokenError } from './token-error.ts';

/** How a call is repeated. */
export interface RetryOptions {
  /** Tries in all. Defaults to 3. */
  readonly attempts?: number;
  /** Milliseconds that the first wait is at most; each further one twice that. Defaults to 500. */
  readonly baseDelay?: number;
  /** Milliseconds that no wait of ours exceeds. Defaults to 8,000. */
  readonly maxDelay?: number;
  /** Milliseconds that a vendor may ask to wait; beyond it the error surfaces at once. Defaults to 60,000. */
  readonly maxRetryAfter?: number;
}

/**
 * Sends a request again when that may help and cannot do harm: see {@link reasonToRetry}.
 *
 * Waits as long as the vendor asks, else a random part of an exponentially growing time ("full jitter"). A quota that all
 * calls of the client share keeps retries from becoming a storm.
 */
export function retry(defaults: RetryOptions | false = {}, context: Context = createContext()): Policy {
  const { clock, emit } = context;
  const quota = createQuota();
  return async (request, next) => {
    const { retry: given = defaults } = request;
    const options: RetryOptions = given ? { ...defaults, ...given } : { attempts: 1 };
    const { attempts = 3, baseDelay = 500, maxDelay = 8000, maxRetryAfter = 60_000 } = options;
    for (let attempt = 1; ; attempt++) {
      const outcome = await next(request).then(answered, failed);
      const { response, error } = outcome;
      const settle = (reason: string): Response => {
        if (attempt > 1 || !response?.ok) request.attempts.push(describe(outcome, reason));
        if (response) return response;
        throw error;
      };
      const reason = request.signal?.aborted ? undefined : reasonToRetry(request, outcome);
      if (!reason) {
        if (response?.ok) quota.refund(attempt > 1);
        return settle('final');
      }
      if (attempt >= attempts) return settle('no attempt is left');
      const asked = response ? parseRetryAfter(response.headers, clock.date()) : untilRetry(error, clock.date());
      if (asked !== undefined && asked > maxRetryAfter) return settle('the vendor asks to wait too long');
      const delay = asked ?? clock.random() * Math.min(maxDelay, baseDelay * 2 ** (attempt - 1));
      if (request.budget && clock.now() + delay >= request.budget.end) return settle('the deadline comes first');
      if (!quota.take(!response)) return settle('too many calls are being repeated');
      request.attempts.push({ ...describe(outcome, reason), wait: delay });
      // Not awaited: whether this body ends well, or ever, does not matter.
      response?.body?.cancel().catch(() => {});
      emit({ type: 'retry', ...happening(request), attempt, reason, wait: delay });
      await wait(clock, delay, request.signal);
    }
  };
}

/** What came of one try: a response, or an error. */
export interface Outcome {
  readonly response?: Response;
  readonly error?: unknown;
}

const answered = (response: Response): Outcome => ({ response });
const failed = (error: unknown): Outcome => ({ error });

/** How long the vendor's token endpoint asks to wait. */
function untilRetry(error: unknown, date: number): number | undefined {
  return error instanceof TokenError && error.retryAt ? Math.max(0, error.retryAt.getTime() - date) : undefined;
}

function describe({ response, error }: Outcome, reason: string): Attempt {
  return response
    ? { status: response.status, reason }
    : { error: (error as Error | undefined)?.name ?? 'unknown', reason };
}

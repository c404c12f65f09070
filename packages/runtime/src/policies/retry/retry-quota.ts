/** Tokens of a full quota. */
const capacity = 500;
/** Time gives tokens back only up to this number. */
const timedCapacity = 50;
const tokensPerMillisecond = 5 / 1000;
/** Tokens that an operation may have spent, and still retry when the other operations have used up the quota. */
const allowance = 40;
const allowancePerMillisecond = 2 / 1000;

/** Tokens that a retry costs. One after an attempt without a response costs more, because it costs the vendor more. */
export const retryPrices = { response: 5, noResponse: 10 };

interface Spending {
  tokens: number;
  time: number;
}

/** See {@link createRetryQuota}. */
export interface RetryQuota {
  /** Takes the price of a retry. Returns false if the quota does not have it. */
  take(operation: unknown, price: number, now: number): boolean;
  /** Gives tokens back after a success. */
  refund(operation: unknown, tokens: number, now: number): void;
}

/**
 * Limits the retries of all calls of one client, as the standard mode of the AWS SDKs does: a retry costs tokens, a success refunds
 * the price of its last retry, or adds one token. So a dead vendor gets hardly more requests than there are calls.
 *
 * Tokens also come back by time, for clients that make few calls. An operation that spent little may overdraw the quota, because
 * another one that always fails would otherwise end its retries.
 *
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
 */
export function createRetryQuota(): RetryQuota {
  let left = capacity;
  let time: number | undefined;
  const spendings = new Map<unknown, Spending>();

  /** Adds what came back by time. */
  const update = (operation: unknown, now: number): Spending => {
    left = Math.max(left, Math.min(timedCapacity, left + (now - (time ?? now)) * tokensPerMillisecond));
    time = now;
    const last = spendings.get(operation) ?? { tokens: 0, time: now };
    const tokens = Math.max(0, last.tokens - (now - last.time) * allowancePerMillisecond);
    const spending = { tokens, time: now };
    spendings.set(operation, spending);
    return spending;
  };
  return {
    take(operation, price, now) {
      const spending = update(operation, now);
      if (price > left && spending.tokens + price > allowance) return false;
      left -= price;
      spending.tokens += price;
      return true;
    },
    refund(operation, tokens, now) {
      // The usual case: no operation of the client has failed.
      if (left === capacity && spendings.size === 0) return;
      const spending = update(operation, now);
      left = Math.min(capacity, left + tokens);
      spending.tokens = Math.max(0, spending.tokens - tokens);
    },
  };
}

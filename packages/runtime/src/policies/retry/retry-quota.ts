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

/**
 * Limits the retries of all calls of one client, as the standard mode of the AWS SDKs does: a retry costs tokens, a success refunds
 * the price of its last retry, or adds one token. So a dead vendor gets hardly more requests than there are calls.
 *
 * Tokens also come back by time, for clients that make few calls. An operation that spent little may overdraw the quota, because
 * another one that always fails would otherwise end its retries.
 *
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
 */
export class RetryQuota {
  #tokens = capacity;
  #time: number | undefined;
  readonly #spending = new Map<unknown, Spending>();

  /** Takes the price of a retry. Returns false if the quota does not have it. */
  take(operation: unknown, price: number, now: number): boolean {
    const spending = this.#update(operation, now);
    if (price > this.#tokens && spending.tokens + price > allowance) return false;
    this.#tokens -= price;
    spending.tokens += price;
    return true;
  }

  /** Gives tokens back after a success. */
  refund(operation: unknown, tokens: number, now: number): void {
    // The usual case: no operation of the client has failed.
    if (this.#tokens === capacity && this.#spending.size === 0) return;
    const spending = this.#update(operation, now);
    this.#tokens = Math.min(capacity, this.#tokens + tokens);
    spending.tokens = Math.max(0, spending.tokens - tokens);
  }

  /** Adds what came back by time. */
  #update(operation: unknown, now: number): Spending {
    const grown = this.#tokens + (now - (this.#time ?? now)) * tokensPerMillisecond;
    this.#tokens = Math.max(this.#tokens, Math.min(timedCapacity, grown));
    this.#time = now;
    const { tokens, time } = this.#spending.get(operation) ?? { tokens: 0, time: now };
    const spending = { tokens: Math.max(0, tokens - (now - time) * allowancePerMillisecond), time: now };
    this.#spending.set(operation, spending);
    return spending;
  }
}

/** What all calls of a client may spend on retries. */
export interface Quota {
  /** Takes the price of a retry; false when there is not enough left. */
  take(failed: boolean): boolean;
  /** Gives back a part, after a success. */
  refund(retried: boolean): void;
}

const capacity = 500;
const price = 5;
/** An attempt that was not answered costs the vendor and us more than one that was. */
const priceOfFailure = 10;

/**
 * A quota as the AWS SDKs have it: while most calls succeed it is never felt, and where most fail it ends the retries, so
 * that a vendor in trouble gets no more requests than there are calls.
 */
export function createQuota(): Quota {
  let left = capacity;
  return {
    take(failed) {
      const cost = failed ? priceOfFailure : price;
      if (cost > left) return false;
      left -= cost;
      return true;
    },
    refund(retried) {
      left = Math.min(capacity, left + (retried ? price : 1));
    },
  };
}

import type { Operation } from '../document/document.ts';
import { honorsIdempotencyKey } from './method-parameters.ts';

/** Whether a client retries an operation when the outcome of an attempt is unknown, and why. */
export interface RetrySafety {
  readonly again: 'yes' | 'with an idempotency key' | 'no';
  readonly why: string;
}

/** Reads the retry safety from the HTTP method, and from whether the vendor honors an `Idempotency-Key`. */
export function retrySafetyOf(operation: Operation): RetrySafety {
  const { method } = operation;
  if (/^(GET|HEAD|OPTIONS)$/.test(method)) {
    return { again: 'yes', why: `${method} is safe: it only reads (RFC 9110 §9.2.1).` };
  }
  if (method === 'PUT' || method === 'DELETE') {
    return {
      again: 'yes',
      why: `${method} is idempotent: sending it twice has the same effect as sending it once (RFC 9110 §9.2.2).`,
    };
  }
  if (honorsIdempotencyKey(operation)) {
    return {
      again: 'with an idempotency key',
      why: 'The vendor honors an Idempotency-Key here. All attempts of a call have the same key, so the vendor processes it once. A 500 is not retried, because the vendor replays the first response to a key.',
    };
  }
  return {
    again: 'no',
    why: `The vendor documents no idempotency key for this ${method}, so a retry could take effect twice. It is retried after a 429, or if no connection or token could be obtained. It is not retried after a lost response or a 5xx.`,
  };
}

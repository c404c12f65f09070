import type { Operation } from '../document/document.ts';
import { honorsIdempotencyKey } from './method-parameters.ts';

/** Whether a client sends an operation again whose outcome it does not know, in the fewest words, and why. */
export interface RetrySafety {
  readonly again: 'yes' | 'under its key' | 'no';
  readonly why: string;
}

/** What the spec says of a repetition: the method, and whether the vendor honors an `Idempotency-Key`. */
export function retrySafetyOf(operation: Operation): RetrySafety {
  const { method } = operation;
  if (method === 'GET') return { again: 'yes', why: 'GET only reads: a second one changes nothing (RFC 9110 §9.2.1).' };
  if (method === 'PUT' || method === 'DELETE') {
    return { again: 'yes', why: `${method} is idempotent: two of them leave what one leaves (RFC 9110 §9.2.2).` };
  }
  if (honorsIdempotencyKey(operation)) {
    return {
      again: 'under its key',
      why: 'The vendor honors an Idempotency-Key here. Every attempt of a call has the same key, so it is carried out once. The first answer to a key is replayed, so a 500 stays a 500.',
    };
  }
  return {
    again: 'no',
    why: `The vendor documents no idempotency key for this ${method}, so a second one might be carried out as well. It is sent again after a 429, or when no connection or no token was to be had, and not after a lost answer or another 5xx.`,
  };
}

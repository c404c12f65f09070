import type { CreateKey } from './idempotency-key.ts';
import type { PagedCall } from './paged-call.ts';

/** Parts of this package that only some operations need, so that a client without such operations does not bundle them. */
export interface ClientFeatures {
  /** The class of the calls of lists, `PagedCall`. Required if an operation has `pagination`. @default none */
  readonly lists?: typeof PagedCall | undefined;
  /** `createIdempotencyKey`. Required if an operation has `idempotencyKey`. @default none */
  readonly createKey?: CreateKey | undefined;
}

import type { OperationDefinition, Pagination } from '../pipeline/operation.ts';
import type { CreateKey } from './idempotency-key.ts';
import type { PagedCall, SendPage } from './paged-call.ts';
import type { PageRequest } from './pagination.ts';
import type { BodySerializer } from './request-body.ts';
import type { ReadSpecial } from './special-response.ts';
import type { WriteParameters } from './write-parameters.ts';

/** Makes the call of a list: `listByCount`, `listByCursor` or `listByLink`. */
export type ListFactory = (
  operation: OperationDefinition,
  first: PageRequest,
  send: SendPage,
) => PagedCall<unknown, unknown>;

/** Parts of this package that only some operations need, so that a client without such operations does not bundle them. */
export interface ClientFeatures {
  /** What makes the calls of lists, by the style of their `pagination`. Required if an operation has one. @default none */
  readonly lists?: Readonly<Partial<Record<Pagination['style'], ListFactory>>> | undefined;
  /** `createIdempotencyKey`. Required if an operation has `idempotencyKey`. @default none */
  readonly createKey?: CreateKey | undefined;
  /** `writeParameters`. Required if a parameter has `content`, `allowReserved`, a list or an object outside of a query, or is a cookie. @default none */
  readonly parameters?: WriteParameters | undefined;
  /** Serializers of request bodies that need more than JSON, text and plain fields, by the operation's media type. @default none */
  readonly bodies?: Readonly<Record<string, BodySerializer>> | undefined;
  /**
   * `readSpecial`, or `readStreams` if a body is a stream of events. Required if an operation has `responseKinds` or `redirects`.
   * @default none
   */
  readonly responses?: ReadSpecial | undefined;
}

/** What kind of thing differs. */
export type Kind =
  | 'new field'
  | 'missing field'
  | 'changed type'
  | 'new enum value'
  | 'broken constraint'
  | 'undeclared status'
  | 'undeclared media type'
  | 'unreadable body'
  | 'empty body'
  | 'undeclared body'
  | 'refused request';

/** One way in which the vendor's response differs from the spec. It holds no value of a response. */
export interface Difference {
  readonly kind: Kind;
  /** Whether code that is right by the spec can fail on it, or its types are wrong. */
  readonly breaking: boolean;
  /** The operationId. */
  readonly operation: string;
  /** `request`, `response 200` or `response 200 body`. */
  readonly place: string;
  /** JSON Pointer into the body, with `*` for an index and `{key}` for a key of a map; empty for the whole body. */
  readonly pointer: string;
  /** JSON Pointer into the bundled spec: what a maintainer has to change. */
  readonly at: string;
  readonly message: string;
  /** How to change the spec so that it accepts the response. */
  readonly change: string;
}

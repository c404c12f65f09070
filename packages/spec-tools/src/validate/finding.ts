/** Where an exchange breaks the spec, and how. */
export interface Finding {
  readonly operation: string;
  /** E.g. `request query limit`, `request body`, `response 200 body`, `response 429 header Retry-After`. */
  readonly place: string;
  /** JSON Pointer into what is at that place; empty for all of it. */
  readonly pointer: string;
  /** The keyword of JSON Schema that refuses it, else `undeclared`, `missing`, `status` or `mediaType`. */
  readonly keyword: string;
  readonly message: string;
}

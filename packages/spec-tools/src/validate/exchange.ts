/** A request and its response as text: one line of a recording (NDJSON, the format of `redocly drift`). */
export interface Exchange {
  readonly request: {
    readonly method: string;
    readonly url: string;
    /** Names in lower case. */
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
  };
  readonly response: {
    readonly status: number;
    /** Names in lower case. */
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
  };
}

/** A part of an exchange that violates the spec. */
export interface Finding {
  readonly operation: string;
  /** E.g. `request query limit`, `request body`, `response 200 body`, `response 429 header Retry-After`. */
  readonly place: string;
  /** JSON Pointer into the value at that place. Empty for the whole value. */
  readonly pointer: string;
  /** The violated keyword of JSON Schema, or else `undeclared`, `missing`, `status` or `mediaType`. */
  readonly keyword: string;
  readonly message: string;
}

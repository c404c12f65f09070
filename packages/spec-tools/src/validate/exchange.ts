/** A request and what was answered, as text: one line of a recording (NDJSON, as `redocly drift` reads it). */
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

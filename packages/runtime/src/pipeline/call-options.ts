/** How a call is retried. */
export interface RetryOptions {
  /** Maximum number of attempts, including the first. @default 3 */
  readonly attempts?: number | undefined;
  /** Maximum backoff before the second attempt, in milliseconds. It doubles with each further attempt. @default 500 */
  readonly baseDelay?: number | undefined;
  /** Maximum backoff in milliseconds. @default 8000 */
  readonly maxDelay?: number | undefined;
  /** Longest `Retry-After` to honor, in milliseconds. Longer ones throw at once. @default 60000 */
  readonly maxRetryAfter?: number | undefined;
}

/** Options of one call. */
export interface CallOptions {
  /** Aborts the call, which then throws the signal's own reason. `null` is none. @default none */
  readonly signal?: AbortSignal | null | undefined;
  /** Time limit of one attempt in milliseconds, body included; for a stream, of each wait for bytes. @default the client's */
  readonly timeout?: number | undefined;
  /** Time limit of the call in milliseconds: attempts, delays, token requests, and all pages of a list. @default the client's */
  readonly deadline?: number | undefined;
  /** Maximum length of the response in bytes, decoded, unless it is streamed. @default the client's */
  readonly maxResponseBytes?: number | undefined;
  /** How the call is retried, overriding single options of the client. `false` disables retries. @default the client's */
  readonly retry?: RetryOptions | false | undefined;
  /** Headers of this call, overriding those of the client. Undefined ones are omitted. @default none */
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
}

/** Options of an operation that honors an `Idempotency-Key`. */
export interface IdempotentCallOptions extends CallOptions {
  /** Key by which the vendor recognizes a retry. A blank one is refused. @default a new UUID (version 4) for each call */
  readonly idempotencyKey?: string | undefined;
}

/** Options of an operation with responses in more than one media type. */
export interface NegotiatedCallOptions<Media> extends CallOptions {
  /** The media type of the response. @default application/json */
  readonly accept?: Media | undefined;
}

/** The options of a call of any operation. */
export interface UntypedCallOptions extends IdempotentCallOptions, NegotiatedCallOptions<string> {}

/** How a call is retried. */
export interface RetryOptions {
  /** Attempts in all. @default 3 */
  readonly attempts?: number | undefined;
  /** Maximum backoff before the second attempt, in milliseconds; each further one twice that. @default 500 */
  readonly baseDelay?: number | undefined;
  /** Maximum backoff in milliseconds. @default 8000 */
  readonly maxDelay?: number | undefined;
  /** Longest `Retry-After` to honor, in milliseconds. Longer ones throw at once. @default 60000 */
  readonly maxRetryAfter?: number | undefined;
}

/** Options of one call. */
export interface CallOptions {
  /** Aborts the call, which then rejects with the signal's own reason. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for one attempt, body included; in a stream, until the next bytes. @default the client's */
  readonly timeout?: number | undefined;
  /** Milliseconds for the whole call: attempts, delays between them, tokens, and all pages of a list. @default the client's */
  readonly deadline?: number | undefined;
  /** How the call is retried, over what the client says; `false` for never. @default the client's */
  readonly retry?: RetryOptions | false | undefined;
  /** Headers for this call, over the client's. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Options of an operation that honors an `Idempotency-Key`. */
export interface IdempotentCallOptions extends CallOptions {
  /** Lets the vendor recognize a repeated request. @default a new UUID (version 4) for each call */
  readonly idempotencyKey?: string | undefined;
}

/** Options of an operation with responses in more than one media type. */
export interface NegotiatedCallOptions<Media> extends CallOptions {
  /** The media type of the response. @default application/json */
  readonly accept?: Media | undefined;
}

/** The options of a call of any operation. */
export interface UntypedCallOptions extends IdempotentCallOptions, NegotiatedCallOptions<string> {}

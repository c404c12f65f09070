import { PlumblineError } from './plumbline-error.ts';

/** The token endpoint returned no access token. The error does not contain its response, which may have secrets. */
export class TokenError extends PlumblineError {
  override readonly name = 'TokenError';
  /** The HTTP status of the token endpoint; undefined if no response arrived, for the reason in `cause`. */
  readonly status: number | undefined;
  /** The error code of RFC 6749 §5.2; undefined if the response has none. */
  readonly code: string | undefined;

  /** When the token endpoint accepts a retry, by `Retry-After`; undefined if the response has none. */
  readonly retryAt: Date | undefined;

  constructor(
    message: string,
    options: { status?: number; code?: string | undefined; retryAt?: Date | undefined; cause?: unknown },
  ) {
    super(message, options);
    this.status = options.status;
    this.code = options.code;
    this.retryAt = options.retryAt;
  }
}

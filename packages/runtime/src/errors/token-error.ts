import { PlumblineError } from './plumbline-error.ts';

/** The token endpoint gave no access token. Neither the message nor a property holds its response, which may hold secrets. */
export class TokenError extends PlumblineError {
  override readonly name = 'TokenError';
  /** The HTTP status of the token endpoint; undefined when no response arrived, and `cause` says why. */
  readonly status: number | undefined;
  /** The error code of RFC 6749 §5.2, when the response has one. */
  readonly code: string | undefined;

  /** When the token endpoint asks to try again, where it says so. */
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

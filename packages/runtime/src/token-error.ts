import { PlumblineError } from './plumbline-error.ts';

/** No access token could be had. Neither the message nor any property holds the answer, which may hold secrets. */
export class TokenError extends PlumblineError {
  override readonly name = 'TokenError';
  /** The HTTP status of the token endpoint's answer; undefined when none arrived, and `cause` says why. */
  readonly status: number | undefined;
  /** The error code of RFC 6749 §5.2, when the answer has one. */
  readonly code: string | undefined;

  /** When the token endpoint asks to try again, where it says so. */
  readonly retryAt: Date | undefined;

  constructor(message: string, options: { status?: number; code?: string; cause?: unknown; retryAt?: Date }) {
    super(message, options);
    this.status = options.status;
    this.code = options.code;
    this.retryAt = options.retryAt;
  }
}

import { PlumblineError } from './plumbline-error.ts';

/** No access token could be had. Neither the message nor any property holds the answer, which may hold secrets. */
export class TokenError extends PlumblineError {
  override readonly name = 'TokenError';
  /** The HTTP status of the token endpoint's answer. */
  readonly status: number;
  /** The error code of RFC 6749 §5.2, when the answer has one. */
  readonly code: string | undefined;

  constructor(message: string, status: number, code?: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

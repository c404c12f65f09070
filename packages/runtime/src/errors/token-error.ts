import { CallError, type RequestLine } from './call-error.ts';

/** The parts of a {@link TokenError}. */
export interface TokenErrorInit {
  readonly status?: number | undefined;
  readonly code?: string | undefined;
  readonly retryAt?: Date | undefined;
  readonly cause?: unknown;
}

/**
 * The token endpoint returned no access token. The error does not contain its response, which may have secrets. `method` and
 * `path` are those of the token request.
 */
export class TokenError extends CallError {
  override readonly name = 'TokenError';
  /** The HTTP status of the token endpoint; undefined if no response arrived, for the reason in `cause`. */
  readonly status: number | undefined;
  /** The error code of RFC 6749 §5.2; undefined if the response has none. */
  readonly code: string | undefined;
  /** When the token endpoint accepts a retry, by `Retry-After`; undefined if the response has none. */
  readonly retryAt: Date | undefined;

  /** @param problem The end of the message, which begins with the method and the path. */
  constructor(line: RequestLine, problem: string, { status, code, retryAt, cause }: TokenErrorInit) {
    super(line, problem, { cause });
    this.status = status;
    this.code = code;
    this.retryAt = retryAt;
  }
}

import type { RequestLine } from '../../errors/call-error.ts';
import { TokenError } from '../../errors/token-error.ts';
import { parseRetryAfter } from '../retry/retry-after.ts';

/** An access token and its lifetime. */
export interface AccessToken {
  readonly value: string;
  /** Lifetime in milliseconds from the arrival of the token. */
  readonly lifetime: number;
  /** Whether another process requested it. @default false */
  readonly isShared?: boolean | undefined;
}

/** The error codes of RFC 6749 §5.2. Any other text of a response may be an echoed secret. */
const oauthErrorCodes = [
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
];

/**
 * Reads and validates the response of a token endpoint (RFC 6749 §5.1).
 *
 * @param fallback Lifetime in milliseconds if the response has neither `expires_in` nor a JWT with `exp`.
 * @param date Current time in milliseconds since 1970.
 * @throws {TokenError} If the response is an error, or has no token that can be sent.
 */
export async function readAccessToken(
  line: RequestLine,
  response: Response,
  fallback: number,
  date: number,
): Promise<AccessToken> {
  const { status } = response;
  const body = parseObject(await response.text());
  const code = oauthErrorCodes.find((known) => known === body.error);
  const outcome = ` responded with ${status}${code ? ` (${code})` : ''}`;
  if (!response.ok) {
    const delay = parseRetryAfter(response.headers, date);
    const retryAt = delay === undefined ? undefined : new Date(date + delay);
    const problem = `${outcome} and no access token. Check the credentials, the scope and the token URL.`;
    throw new TokenError(line, problem, { status, code, retryAt });
  }
  const value = body.access_token ?? body.token;
  if (code || typeof value !== 'string' || !/^[\x21-\x7e]+$/.test(value)) {
    const advice = code ? 'Check the credentials and the scope.' : 'Check the token URL.';
    throw new TokenError(line, `${outcome} and no valid access token. ${advice}`, { status, code });
  }
  const seconds = readLifetime(body.expires_in, value, date);
  return { value, lifetime: seconds > 0 ? seconds * 1000 : fallback };
}

/**
 * Reads the lifetime in seconds from `expires_in`, else from the JWT (RFC 7519 §4.1.4). `iat` and `exp` are of the vendor's clock;
 * the local clock may be wrong.
 */
function readLifetime(expiresIn: unknown, token: string, date: number): number {
  const seconds = readSeconds(expiresIn);
  if (seconds > 0) return seconds;
  try {
    const payload = token.split('.')[1] ?? '';
    const { exp, iat = date / 1000 } = parseObject(atob(payload.replace(/-/g, '+').replace(/_/g, '/')));
    return readSeconds(exp) - readSeconds(iat);
  } catch {
    return NaN;
  }
}

/** Reads a number, or a string of digits; NaN if it is something else. */
function readSeconds(value: unknown): number {
  return typeof value === 'number' || /^\d+(\.\d+)?$/.test(typeof value === 'string' ? value : '')
    ? Number(value)
    : NaN;
}

function parseObject(text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}

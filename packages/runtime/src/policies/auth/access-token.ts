import type { RequestLine } from '../../errors/call-error.ts';
import { TokenError } from '../../errors/token-error.ts';
import { parseRetryAfter } from '../retry/retry-after.ts';

/** A token and how long it can be used. */
export interface AccessToken {
  readonly value: string;
  /** Milliseconds from its arrival. */
  readonly lifetime: number;
}

/** RFC 6749 §5.2. Any other text of a response may be a secret that came back. */
const oauthErrorCodes = [
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
];

/**
 * Reads the response of a token endpoint (RFC 6749 §5.1), trusting nothing in it.
 *
 * @param fallback Milliseconds to assume when neither `expires_in` nor a JWT's `exp` tells the lifetime.
 * @param date Milliseconds since 1970.
 * @throws {TokenError} When the response is an error or holds no token that can be sent.
 */
export async function readAccessToken(
  line: RequestLine,
  response: Response,
  fallback: number,
  date: number,
): Promise<AccessToken> {
  const { status } = response;
  const answer = parseObject(await response.text());
  const outcome = `${line.method} ${line.path} answered ${status}`;
  if (!response.ok) {
    const code = oauthErrorCodes.find((known) => known === answer.error);
    const delay = parseRetryAfter(response.headers, date);
    throw new TokenError(
      `${outcome}${code ? ` (${code})` : ''}: no access token. Check the credentials, the scope and the token URL.`,
      { status, code, retryAt: delay === undefined ? undefined : new Date(date + delay) },
    );
  }
  const value = answer.access_token ?? answer.token;
  if (typeof value !== 'string' || !/^[\x21-\x7e]+$/.test(value)) {
    throw new TokenError(`${outcome} without an access token that can be sent. Check the token URL.`, { status });
  }
  const seconds = lifetimeSeconds(answer.expires_in, value, date);
  return { value, lifetime: seconds > 0 ? seconds * 1000 : fallback };
}

/** The lifetime as stated, else by the JWT (RFC 7519 §4.1.4). Issue and expiry are of one clock; ours may be wrong. */
function lifetimeSeconds(stated: unknown, token: string, date: number): number {
  try {
    if (Number(stated) > 0) return Number(stated);
    const payload = token.split('.')[1] ?? '';
    const { exp, iat = date / 1000 } = parseObject(atob(payload.replace(/-/g, '+').replace(/_/g, '/')));
    return Number(exp) - Number(iat);
  } catch {
    return NaN;
  }
}

function parseObject(text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}

import type { PlainRequest } from './plain-request.ts';
import { parseRetryAfter } from './retry-after.ts';
import { TokenError } from './token-error.ts';

/** A token as the client keeps it. */
export interface AccessToken {
  readonly value: string;
  /** Milliseconds that it is good for, counted from its arrival. */
  readonly lifetime: number;
}

/** RFC 6749 §5.2. Any other text of an answer may be a secret that came back. */
const codes = [
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
];

/**
 * Reads the answer of a token endpoint (RFC 6749 §5.1), trusting nothing in it.
 *
 * @param fallback Milliseconds to assume when neither `expires_in` nor a JWT's `exp` tells the lifetime.
 * @param date Milliseconds since 1970.
 * @throws {TokenError} When the answer is an error or holds no token that can be sent.
 */
export async function readAccessToken(
  request: PlainRequest,
  response: Response,
  fallback: number,
  date: number,
): Promise<AccessToken> {
  const text = await response.text();
  const answer = parseObject(text);
  const place = `${request.method} ${request.path} answered ${response.status}`;
  if (!response.ok) {
    const code = codes.find((known) => known === answer.error);
    const wait = parseRetryAfter(response.headers, date);
    throw new TokenError(
      `${place}${code ? ` (${code})` : ''}: no access token. Check the credentials, the scope and the token URL.`,
      { status: response.status, ...(code && { code }), ...(wait !== undefined && { retryAt: new Date(date + wait) }) },
    );
  }
  const value = answer.access_token ?? answer.token;
  if (typeof value !== 'string' || !/^[\x21-\x7e]+$/.test(value)) {
    throw new TokenError(`${place} without an access token that can be sent. Check the token URL.`, {
      status: response.status,
    });
  }
  const seconds = secondsOf(answer.expires_in, value, date);
  return { value, lifetime: seconds > 0 ? seconds * 1000 : fallback };
}

/** The lifetime as stated, else by the JWT (RFC 7519 §4.1.4). Issue and expiry are of one clock; ours may be wrong. */
function secondsOf(stated: unknown, token: string, date: number): number {
  try {
    if (Number(stated) > 0) return Number(stated);
    const payload = token.split('.')[1] ?? '';
    const { exp, iat = date / 1000 } = parseObject(atob(payload.replace(/-/g, '+').replace(/_/g, '/')));
    return Number(exp) - Number(iat);
  } catch {
    return Number.NaN;
  }
}

function parseObject(text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}

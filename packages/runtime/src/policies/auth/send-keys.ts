import { isPlumblineError } from '../../errors/plumbline-error.ts';
import { addCookie } from '../../pipeline/cookie.ts';
import type { HttpRequest } from '../../pipeline/http-request.ts';
import { ownCopy } from '../../pipeline/own-value.ts';
import type { Next } from '../../pipeline/policy.ts';

/** The credentials of one request, by their places. */
export interface Keys {
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly cookies?: Readonly<Record<string, string>>;
}

/**
 * Sends a request with credentials: headers replace those of the request, and keys in the query or in cookies come after those of the
 * request. Each is encoded for its place.
 *
 * @throws An error of the request, without keys of the query: some functions in place of `fetch` repeat a URL in their errors.
 */
export async function sendKeys(
  request: HttpRequest,
  next: Next,
  { headers = {}, query = {}, cookies = {} }: Keys,
): Promise<Response> {
  // A copy that inherits nothing, because a request may have no cookie.
  const record: Record<string, string> = ownCopy(request.headerRecord);
  for (const [name, value] of Object.entries(headers)) record[name.toLowerCase()] = value;
  const pairs = Object.entries(cookies).map(([name, value]) => `${name}=${encodeCookie(value)}`);
  if (pairs.length > 0) record.cookie = addCookie(record.cookie, pairs.join('; '));
  const search = Object.entries(query)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
  if (!search) return next(request.with({ headers: record }));
  const { url } = request;
  try {
    const response = await next(request.with({ headers: record, url: `${url}${/\?/.test(url) ? '&' : '?'}${search}` }));
    // A log of the response must not have the key.
    Reflect.defineProperty(response, 'url', { value: url, configurable: true });
    return response;
  } catch (error) {
    const { cause } = Object(error) as { cause?: unknown };
    if (isPlumblineError(error)) redact(cause, Object.values(query));
    throw error;
  }
}

/** The texts of the keys that no error may repeat. */
export function secretsOf({ headers = {}, query = {}, cookies = {} }: Keys): string[] {
  const texts = Object.values(headers).flatMap((value) => {
    const [, scheme = '', text = value] = /^(basic|[\w-]+) (\S+)$/i.exec(value) ?? [];
    const password = /^basic$/i.test(scheme) ? passwordIn(text) : '';
    return [value, text, password];
  });
  return [...texts, ...Object.values(query), ...Object.values(cookies)].filter(Boolean);
}

/** The password in the text of HTTP Basic, or the user name, which is a key where there is no password. Empty if it cannot be read. */
function passwordIn(text: string): string {
  try {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    const decoded = new TextDecoder().decode(bytes);
    return decoded.replace(/^[^:]*:/, '') || decoded.slice(0, -1);
  } catch {
    return '';
  }
}

/** Encodes the characters that a value of a cookie cannot have (RFC 6265 §4.1.1). */
function encodeCookie(value: string): string {
  return value.replace(/[ ",;\\]/g, encodeURIComponent);
}

/** Replaces keys in a chain of errors, all of which are copies of the transport's own. */
function redact(error: unknown, keys: readonly string[]): void {
  for (let each = error; each instanceof Error; each = each.cause) {
    for (const part of ['message', 'stack'] as const) {
      let text = String(each[part]);
      for (const key of keys)
        for (const form of [key, encodeURIComponent(key)]) text = text.split(form).join('[redacted]');
      Object.defineProperty(each, part, { value: text });
    }
  }
}

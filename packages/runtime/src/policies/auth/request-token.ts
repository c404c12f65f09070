import type { RequestLine } from '../../errors/call-error.ts';
import { isPlumblineError } from '../../errors/plumbline-error.ts';
import { TokenError } from '../../errors/token-error.ts';
import type { CallContext } from '../../pipeline/call-context.ts';
import { HttpRequest } from '../../pipeline/http-request.ts';
import { ownCopy } from '../../pipeline/own-value.ts';
import type { Next } from '../../pipeline/policy.ts';
import { type AccessToken, readAccessToken } from './access-token.ts';
import type { SharedTokens } from './shared-tokens.ts';

/** The OAuth 2.0 client credentials flow of one vendor. */
export interface ClientCredentialsOptions {
  /** URL of the token endpoint. */
  readonly tokenUrl: string;
  /** Parameters of the token request, including the client's credentials (RFC 6749 §4.4.2). */
  readonly parameters: Readonly<Record<string, string>>;
  /** Media type of the token request. @default application/x-www-form-urlencoded, as in RFC 6749 */
  readonly contentType?: 'application/x-www-form-urlencoded' | 'application/json' | undefined;
  /** Lifetime of a token in milliseconds, if its response has none. @default Infinity: until the vendor refuses it */
  readonly lifetime?: number | undefined;
  /** Shares the token with other processes. @default none: each client requests its own */
  readonly tokens?: SharedTokens | undefined;
}

const form = 'application/x-www-form-urlencoded';

/** The body of the token request. */
export function bodyOf({ contentType = form, parameters }: ClientCredentialsOptions): string {
  return contentType === form ? new URLSearchParams(parameters).toString() : JSON.stringify(parameters);
}

/**
 * Requests an access token.
 *
 * @throws {TokenError} If there is no token. An error of Plumbline that is of no request is thrown unchanged.
 */
export async function requestToken(
  { tokenUrl, contentType = form, lifetime = Infinity }: ClientCredentialsOptions,
  body: string,
  call: CallContext,
  next: Next,
): Promise<AccessToken> {
  const { clock, line } = call;
  const headers = { accept: 'application/json', 'content-type': contentType };
  const request = new HttpRequest(tokenUrl, ownCopy({ call, method: line.method, headers, body }));
  const start = clock.now();
  let token: AccessToken | undefined;
  try {
    token = await readAccessToken(line, await next(request), lifetime, clock.date());
    return token;
  } catch (cause) {
    // An error that is of no request, such as that of a sandbox, is the caller's own.
    if (cause instanceof TokenError || (isPlumblineError(cause) && !('path' in cause))) throw cause;
    throw new TokenError(line, describeFailure(line, cause), { cause });
  } finally {
    call.emit({ type: 'token', ok: token !== undefined, duration: clock.now() - start });
  }
}

/** The message of a failed request, without the method and the path, with which each message begins. */
function describeFailure({ method, path }: RequestLine, cause: unknown): string {
  const [, problem] = isPlumblineError(cause) ? cause.message.split(`${method} ${path}`) : [];
  return problem ?? ': token request failed. Check the network and the token URL.';
}

import { TokenError } from '../../errors/token-error.ts';
import { CallContext } from '../../pipeline/call-context.ts';
import { HttpRequest } from '../../pipeline/http-request.ts';
import type { Next, Policy } from '../../pipeline/policy.ts';
import { CredentialsExpired } from '../rate-limit/limiter.ts';
import { type AccessToken, readAccessToken } from './access-token.ts';

/** How one vendor does the OAuth 2.0 client credentials flow. */
export interface ClientCredentialsOptions {
  /** The token endpoint. */
  readonly tokenUrl: string;
  /** The parameters of the token request, the client's credentials among them (RFC 6749 §4.4.2). */
  readonly parameters: Readonly<Record<string, string>>;
  /** The media type of the token request. @default application/x-www-form-urlencoded, as RFC 6749 has it */
  readonly contentType?: 'application/x-www-form-urlencoded' | 'application/json';
  /** Lifetime of a token in milliseconds, where its response does not say. @default Infinity: until the vendor refuses it */
  readonly lifetime?: number;
}

interface CachedToken {
  readonly value: string;
  expiresAt: number;
}

/**
 * Gets access tokens with the OAuth 2.0 client credentials flow (RFC 6749 §4.4) and sends them as `Authorization: Bearer`.
 *
 * One token serves all calls, and one token request all calls that wait for it. A token that is about to expire is renewed in
 * the background. A token that the vendor refuses with 401 is replaced once, and the request sent once more.
 */
export function clientCredentials(options: ClientCredentialsOptions): Policy {
  // Milliseconds before a token expires in which it is renewed in the background, and in which it is no longer sent.
  const refreshWindow = 120_000;
  const expiryMargin = 30_000;
  // Milliseconds until a failed renewal in the background is tried again; after each further one twice that.
  const refreshBackoff = 5000;
  let pending: Promise<CachedToken> | undefined;
  let cached: CachedToken | undefined;
  let refreshAt = 0;
  let failures = 0;

  const refresh = async (call: CallContext, next: Next): Promise<CachedToken> => {
    try {
      const { value, lifetime } = await requestToken(options, call, next);
      const now = call.clock.now();
      // A margin of more than a part of the lifetime would throw the token away unused.
      refreshAt = now + lifetime - Math.min(refreshWindow, lifetime / 2);
      failures = 0;
      cached = { value, expiresAt: now + lifetime - Math.min(expiryMargin, lifetime / 4) };
      return cached;
    } finally {
      pending = undefined;
    }
  };

  return async (request, next) => {
    const { call, deadline } = request;
    const { security } = call.operation ?? {};
    if (security && (security.length === 0 || security.some((schemes) => schemes.length === 0))) return next(request);
    for (let isReplaced = false; ; ) {
      // A slow policy of the caller may go on after the end of the call.
      deadline.throwIfExpired();
      const now = call.clock.now();
      let token = cached;
      if (!token || now >= token.expiresAt) {
        // Others may wait for the same token: a caller who stops waiting does not end the token request.
        pending ??= refresh(call, next);
        token = await deadline.race(pending);
      } else if (now >= refreshAt && !pending) {
        pending = refresh(call, next);
        pending.catch(() => {
          refreshAt = call.clock.now() + refreshBackoff * 2 ** failures++;
        });
      }
      const headers = { ...request.headerRecord, authorization: `Bearer ${token.value}` };
      try {
        const response = await next(request.with({ headers, credentials: token }));
        if (response.status !== 401 || isReplaced) return response;
        // Another call may have replaced the token by now: then its token is taken.
        token.expiresAt = -Infinity;
        isReplaced = true;
      } catch (cause) {
        // The token expired while the request was queued.
        if (cause !== CredentialsExpired) throw cause;
      }
    }
  };
}

/** @throws {TokenError} For every failure. */
async function requestToken(
  {
    tokenUrl,
    parameters,
    contentType = 'application/x-www-form-urlencoded',
    lifetime = Infinity,
  }: ClientCredentialsOptions,
  { client }: CallContext,
  next: Next,
): Promise<AccessToken> {
  const line = { method: 'POST', path: new URL(tokenUrl).pathname };
  // Calls share it, so it has a time of its own.
  const call = new CallContext(client, { line, priority: 'high', options: { deadline: Infinity } });
  const { clock } = call;
  const request = new HttpRequest(tokenUrl, {
    call,
    method: line.method,
    headers: { accept: 'application/json', 'content-type': contentType },
    body: contentType.endsWith('json') ? JSON.stringify(parameters) : new URLSearchParams(parameters).toString(),
  });
  const start = clock.now();
  let token: AccessToken | undefined;
  try {
    token = await readAccessToken(line, await next(request), lifetime, clock.date());
    return token;
  } catch (cause) {
    if (cause instanceof TokenError) throw cause;
    throw new TokenError(`${line.method} ${line.path} gave no access token; \`cause\` says why.`, { cause });
  } finally {
    call.deadline.close();
    call.emit({ type: 'token', ok: token !== undefined, duration: clock.now() - start });
  }
}

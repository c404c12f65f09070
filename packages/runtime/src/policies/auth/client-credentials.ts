import type { CallError } from '../../errors/call-error.ts';
import { isPlumblineError } from '../../errors/plumbline-error.ts';
import { TokenError } from '../../errors/token-error.ts';
import { CallContext } from '../../pipeline/call-context.ts';
import { type HttpRequest, isReplayable } from '../../pipeline/http-request.ts';
import { ownCopy } from '../../pipeline/own-value.ts';
import type { Next, Policy } from '../../pipeline/policy.ts';
import { CredentialsExpired } from '../rate-limit/limiter.ts';
import { isTransientStatus } from '../retry/retry-reason.ts';
import type { CredentialPolicy, CredentialSource } from './credential-source.ts';
import { bodyOf, type ClientCredentialsOptions, requestToken } from './request-token.ts';

interface CachedToken {
  readonly value: string;
  /** What no error may repeat: the token, and the credentials that it was requested with. */
  readonly secrets: readonly string[];
  /** When the client requested it; `-Infinity` if another process did. */
  readonly since: number;
  expiresAt: number;
}

/** The parameters of a token request that are not credentials. */
const isPublic = /^(grant_type|scope)$/;

/** Milliseconds before expiry in which a token is refreshed in the background. */
const refreshWindow = 120_000;
/** Milliseconds before expiry in which a token is no longer sent. */
const expiryMargin = 30_000;
/** Milliseconds between a failed refresh in the background and its retry. It doubles with each further failure. */
const refreshBackoff = 5000;
/** Milliseconds for which a refusal holds: of the credentials by the token endpoint, or of a new token by the vendor. */
const refusalMemory = 10_000;

/**
 * Makes the policy that requests access tokens with the OAuth 2.0 client credentials flow (RFC 6749 §4.4), and sends them as
 * `Authorization: Bearer`.
 *
 * All calls share one token, and all calls that wait for it share one token request. A token that expires soon is refreshed in
 * the background. After a 401 the token is replaced, and the request is sent again, once.
 *
 * With `tokens`, the client looks for a token there before it requests one. If the vendor refuses a token of another process that
 * replaced a refused one, it is replaced too.
 *
 * For 10 seconds, refused credentials are not sent again, and a 401 for a new token replaces no token.
 */
export function clientCredentials<Values>(
  optionsOf: (values: Values, baseUrl: string) => ClientCredentialsOptions,
): CredentialPolicy<Values> {
  return (source, baseUrl, always) => policyOf(source, (values) => ownCopy(optionsOf(values, baseUrl)), always);
}

function policyOf<Values>(
  source: CredentialSource<Values>,
  optionsOf: (values: Values) => ClientCredentialsOptions,
  always?: boolean,
): Policy {
  const { tokenUrl } = optionsOf(source.values);
  const line = { method: 'POST', path: new URL(tokenUrl).pathname };
  let pending: Promise<CachedToken> | undefined;
  let cached: CachedToken | undefined;
  let refused: { readonly error: TokenError; readonly body: string; readonly until: number } | undefined;
  let refusedToken: string | undefined;
  let keepUntil = -Infinity;
  let refreshAt = 0;
  let failures = 0;

  const refresh = async ({ client, clock }: CallContext, next: Next): Promise<CachedToken> => {
    // Calls share it, so the deadline of none applies.
    const call = new CallContext(client, ownCopy({ line, priority: 'high', options: ownCopy({ deadline: Infinity }) }));
    let body = '';
    try {
      const values = source.read(call);
      const options = optionsOf(values instanceof Promise ? await values : values);
      body = bodyOf(options);
      if (refused && body === refused.body && clock.now() < refused.until) throw refused.error;
      const request = () => requestToken(options, body, call, next);
      const { value, lifetime, isShared } = await (options.tokens?.obtain({ call, options, refusedToken, request }) ??
        request());
      const now = clock.now();
      // A short-lived token gets smaller margins, so that it is used.
      refreshAt = now + lifetime - Math.min(refreshWindow, lifetime / 2);
      failures = 0;
      const secrets = Object.entries(options.parameters).flatMap(([name, text]) => (isPublic.test(name) ? [] : text));
      cached = {
        value,
        secrets: [value, ...secrets],
        since: isShared ? -Infinity : now,
        expiresAt: now + lifetime - Math.min(expiryMargin, lifetime / 4),
      };
      return cached;
    } catch (error) {
      if (error instanceof TokenError && error !== refused?.error && isRefusal(error)) {
        refused = { error, body, until: clock.now() + refusalMemory };
      }
      throw error;
    } finally {
      call.deadline.close();
    }
  };
  const start = ({ call }: HttpRequest, next: Next): Promise<CachedToken> => {
    pending ??= refresh(call, next).finally(() => {
      pending = undefined;
    });
    return pending;
  };
  const waitForToken = async (request: HttpRequest, next: Next): Promise<CachedToken> => {
    try {
      // Other calls may wait for the same token, so the deadline of one call does not end the token request.
      return await request.deadline.race(start(request, next));
    } catch (error) {
      throw isPlumblineError(error) && 'path' in error ? (error as CallError).copy() : error;
    }
  };

  return async (request, next) => {
    const { call, deadline } = request;
    const { security } = call.operation ?? {};
    if (!always && security && (security.length === 0 || security.some((schemes) => schemes.length === 0)))
      return next(request);
    for (let replaced = 0; ; ) {
      // A slow policy of the caller may continue after the end of the call.
      deadline.throwIfExpired();
      const now = call.clock.now();
      let token = cached;
      if (!token || now >= token.expiresAt) {
        token = await waitForToken(request, next);
      } else if (now >= refreshAt && !pending) {
        start(request, next).catch(() => {
          refreshAt = call.clock.now() + refreshBackoff * 2 ** failures++;
        });
      }
      call.secrets = token.secrets;
      const headers = { ...request.headerRecord, authorization: `Bearer ${token.value}` };
      try {
        const response = await next(request.with({ headers, credentials: token }));
        if (response.status !== 401) return response;
        const refusedAt = call.clock.now();
        // A new token is not the problem: a resource that refuses every token would cost one for each call.
        if (replaced && refusedAt < token.since + refusalMemory) keepUntil = refusedAt + refusalMemory;
        // The token of another process may be as old as the one that it replaced.
        const isLast = replaced > +(token.since === -Infinity);
        if (isLast || !isReplayable(request) || (token === cached && refusedAt < keepUntil)) return response;
        // If another call has replaced the token since, the next round uses the new one.
        token.expiresAt = -Infinity;
        if (token === cached) refusedToken = token.value;
        replaced++;
      } catch (cause) {
        // The token expired while the request was queued.
        if (cause !== CredentialsExpired) throw cause;
      }
    }
  };
}

/** Whether the token endpoint will refuse the same credentials again. */
function isRefusal({ status, code }: TokenError): boolean {
  if (status === undefined || isTransientStatus(status)) return false;
  return code !== undefined || (status >= 300 && status < 500);
}

import { abortable } from './abortable.ts';
import { type AccessToken, readAccessToken } from './access-token.ts';
import { PlainRequest } from './plain-request.ts';
import type { Policy, Send } from './policy.ts';

/** Milliseconds before its end at which a token is no longer used, so that it does not expire on the way. */
const margin = 30_000;

/** How the OAuth 2.0 client credentials flow is done with one vendor. */
export interface ClientCredentialsOptions {
  /** The token endpoint. */
  readonly tokenUrl: string;
  /** The parameters of the token request, the client's credentials among them (RFC 6749 §4.4.2). */
  readonly parameters: Readonly<Record<string, string>>;
  /** How the parameters are sent. Defaults to `application/x-www-form-urlencoded`, as RFC 6749 has it. */
  readonly contentType?: 'application/x-www-form-urlencoded' | 'application/json';
  /** Milliseconds that a token is used for when its answer does not say. Defaults to `Infinity`: until the vendor refuses it. */
  readonly lifetime?: number;
  /** The time in milliseconds, never going back. Defaults to `performance.now`. */
  readonly now?: () => number;
}

/**
 * Gets access tokens with the OAuth 2.0 client credentials flow (RFC 6749 §4.4) and sends them as `Authorization: Bearer`.
 *
 * One token serves every call until shortly before it expires, and one token request serves every call that waits for it.
 * A token that the vendor refuses with 401 is replaced once, and the request sent once more.
 */
export function clientCredentials(options: ClientCredentialsOptions): Policy {
  const { tokenUrl, lifetime = Number.POSITIVE_INFINITY, now = () => performance.now() } = options;
  let minting: Promise<AccessToken> | undefined;
  let token: AccessToken | undefined;
  let expiry = 0;

  const mint = (next: Send): Promise<AccessToken> => {
    minting ??= (async () => {
      const request = tokenRequest(tokenUrl, options);
      const minted = await readAccessToken(request, await next(request), lifetime);
      // A margin of more than half the lifetime would throw the token away unused.
      expiry = now() + minted.lifetime - Math.min(margin, minted.lifetime / 2);
      token = minted;
      return minted;
    })().finally(() => {
      minting = undefined;
    });
    return minting;
  };

  return async (request, next) => {
    if (request.operation?.security) return next(request);
    const current = (refused?: AccessToken) =>
      token && token !== refused && now() < expiry ? token : abortable(mint(next), request.signal);
    const attempt = async (used: AccessToken) => next(request.withHeaders({ Authorization: `Bearer ${used.value}` }));

    const used = await current();
    const response = await attempt(used);
    if (response.status !== 401) return response;
    // Not awaited: whether this body ends well, or ever, does not matter.
    response.body?.cancel().catch(() => {});
    // Another call may have replaced the token by now: then its token is taken.
    return attempt(await current(used));
  };
}

function tokenRequest(url: string, { parameters, contentType }: ClientCredentialsOptions): PlainRequest {
  const form = contentType !== 'application/json';
  return new PlainRequest(url, {
    method: 'POST',
    headers: {
      Accept: 'application/json',
      'Content-Type': form ? 'application/x-www-form-urlencoded' : 'application/json',
    },
    body: form ? new URLSearchParams(parameters).toString() : JSON.stringify(parameters),
  });
}

import { abortable } from './abortable.ts';
import { type AccessToken, readAccessToken } from './access-token.ts';
import { type Context, createContext } from './context.ts';
import { expired } from './limiter.ts';
import { happening } from './observe.ts';
import { PlainRequest } from './plain-request.ts';
import type { Policy, Send } from './policy.ts';
import { TokenError } from './token-error.ts';

/** Milliseconds before its end at which a token is renewed in the background, and at which it is no longer used. */
const early = 120_000;
const late = 30_000;
/** Milliseconds after which a failed renewal in the background is tried again; after each further one twice that. */
const pause = 5000;

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
}

/**
 * Gets access tokens with the OAuth 2.0 client credentials flow (RFC 6749 §4.4) and sends them as `Authorization: Bearer`.
 *
 * One token serves every call, and one token request every call that waits for it. A token near its end is renewed in the
 * background while it still serves. A token that the vendor refuses with 401 is replaced once, and the request sent once more.
 */
export function clientCredentials(options: ClientCredentialsOptions, context: Context = createContext()): Policy {
  const { clock } = context;
  let minting: Promise<Held> | undefined;
  let token: Held | undefined;
  let renewal = 0;
  let failures = 0;

  const mint = (next: Send): Promise<Held> => {
    minting ??= (async () => {
      const { value, lifetime } = await requestToken(options, next, context);
      const now = clock.now();
      // A margin of more than a part of the lifetime would throw the token away unused.
      renewal = now + lifetime - Math.min(early, lifetime / 2);
      failures = 0;
      token = { value, end: now + lifetime - Math.min(late, lifetime / 4) };
      return token;
    })().finally(() => {
      minting = undefined;
    });
    return minting;
  };

  const renewInBackground = (next: Send) => {
    mint(next).catch(() => {
      renewal = clock.now() + pause * 2 ** failures++;
    });
  };

  return async (request, next) => {
    if (request.operation?.security) return next(request);
    const current = async () => {
      if (!token || clock.now() >= token.end) return abortable(mint(next), request.signal);
      if (clock.now() >= renewal && !minting) renewInBackground(next);
      return token;
    };
    const attempt = async (used: Held): Promise<Response> => {
      const signed = request.withHeaders({ Authorization: `Bearer ${used.value}` });
      try {
        return await next(signed.with({ expired: () => clock.now() >= used.end }));
      } catch (cause) {
        // It waited for the rate limit for longer than its token lives.
        if (cause === expired) return attempt(await current());
        throw cause;
      }
    };

    const used = await current();
    const response = await attempt(used);
    if (response.status !== 401) return response;
    // Not awaited: whether this body ends well, or ever, does not matter.
    response.body?.cancel().catch(() => {});
    // Another call may have replaced the token by now: then its token is taken.
    used.end = Number.NEGATIVE_INFINITY;
    return attempt(await current());
  };
}

/** A token, and when it is no longer used. */
interface Held {
  readonly value: string;
  end: number;
}

/** @throws {TokenError} Whatever goes wrong. */
async function requestToken(
  { tokenUrl, parameters, contentType, lifetime = Number.POSITIVE_INFINITY }: ClientCredentialsOptions,
  next: Send,
  { clock, emit }: Context,
): Promise<AccessToken> {
  const form = contentType !== 'application/json';
  const request = new PlainRequest(tokenUrl, {
    method: 'POST',
    urgent: true,
    headers: {
      Accept: 'application/json',
      'Content-Type': form ? 'application/x-www-form-urlencoded' : 'application/json',
    },
    body: form ? new URLSearchParams(parameters).toString() : JSON.stringify(parameters),
  });
  const start = clock.now();
  let ok = false;
  try {
    const token = await readAccessToken(request, await next(request), lifetime, clock.date());
    ok = true;
    return token;
  } catch (cause) {
    if (cause instanceof TokenError) throw cause;
    throw new TokenError(`${request.method} ${request.path} gave no access token; \`cause\` says why.`, { cause });
  } finally {
    emit({ type: 'token', ...happening(request), ok, duration: clock.now() - start });
  }
}

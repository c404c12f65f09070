import {
  bearer,
  type Client,
  type ClientOptions,
  type Context,
  checkCredential,
  checkOptions,
  checkUrl,
  chooseRateLimit,
  clientCredentials,
  createClient,
  createContext,
  type Limiter,
  PlumblineError,
  type Policy,
} from '@plumbline/runtime';
import { type MagnetiqOperations, magnetiqOperations, querySerialization, rateLimits } from './generated/operations.ts';
import type { paths } from './generated/schema.ts';

/** What {@link createMagnetiq} takes: an API key, or a client id and secret. */
export type MagnetiqOptions = ClientOptions &
  (ApiKey | ClientCredentials) & {
    /**
     * Your plan: calls then wait as its two limits, by the hour and by the minute, demand. Or a limiter of your own.
     * Defaults to none: the plan cannot be found out.
     */
    readonly rateLimit?: keyof typeof rateLimits | Limiter;
  };

interface ApiKey {
  /** An API key from the MAGNETIQ Dashboard. It is sent as it is; no token is asked for. Keep it on a server. */
  readonly apiKey: string;
  readonly clientId?: never;
  readonly clientSecret?: never;
}

interface ClientCredentials {
  readonly apiKey?: never;
  /** The client id that access tokens are asked for with. */
  readonly clientId: string;
  /** The secret of that client. Keep it on a server. */
  readonly clientSecret: string;
}

/** A client of the MAGNETIQ API. */
export type Magnetiq = Client<paths, MagnetiqOperations>;

/**
 * Makes a client of the MAGNETIQ API.
 *
 * Nothing found ties the owner of api.magnetiq.com to the page that documents it: see the spec's README before you send
 * credentials there.
 *
 * @example
 * const magnetiq = createMagnetiq({ apiKey });
 * const { data, total } = await magnetiq.consumers.list({ limit: 10, page: 1, filter: { segment: 'high_value' } });
 *
 * @throws {PlumblineError} When an option is missing, unknown or unusable.
 * @see https://www.magnetiq.xyz/api-reference
 */
export function createMagnetiq(options: MagnetiqOptions): Magnetiq {
  const factory = 'createMagnetiq';
  checkOptions(factory, options, ['apiKey', 'clientId', 'clientSecret', 'rateLimit']);
  const context = createContext(options);
  const server = options.baseUrl ?? 'https://api.magnetiq.com/v1';
  const baseUrl = checkUrl(factory, 'baseUrl', server, options.allowInsecureRequests);

  return createClient<paths, MagnetiqOperations>(
    {
      baseUrl,
      operations: magnetiqOperations,
      querySerialization,
      context,
      auth: authorize(factory, baseUrl, options, context),
      rateLimit: chooseRateLimit(factory, options.rateLimit, rateLimits, context),
    },
    options,
  );
}

/** The page describes two ways to authenticate and does not say how they relate; the caller's options choose one. */
function authorize(factory: string, baseUrl: string, options: MagnetiqOptions, context: Context): Policy {
  const { apiKey, clientId, clientSecret } = options;
  if (apiKey !== undefined && (clientId !== undefined || clientSecret !== undefined)) {
    throw new PlumblineError(`${factory}: pass \`apiKey\`, or \`clientId\` and \`clientSecret\`, not both.`);
  }
  // An option that is named and undefined tells which way was meant, and so what is missing.
  if (apiKey !== undefined || !('clientId' in options || 'clientSecret' in options)) {
    return bearer(checkCredential(factory, 'apiKey', apiKey));
  }
  return clientCredentials(
    {
      tokenUrl: `${baseUrl}/auth/token`,
      contentType: 'application/json',
      parameters: {
        client_id: checkCredential(factory, 'clientId', clientId),
        client_secret: checkCredential(factory, 'clientSecret', clientSecret),
      },
    },
    context,
  );
}

import {
  bearer,
  type Client,
  type ClientOptions,
  type Credential,
  clientCredentials,
  defineClient,
  type Limiter,
  rateLimits,
  type SharedTokens,
  tokensOption,
} from '@plumbline/runtime';
import {
  errors,
  features,
  type MagnetiqOperations,
  magnetiqOperations,
  rateLimits as plans,
  querySerialization,
} from './generated/operations.ts';
import type { paths } from './generated/schema.ts';

/** Options of {@link createMagnetiq}: an API key, or a client id and secret. */
export type MagnetiqOptions = ClientOptions &
  (ApiKey | ClientCredentials) & {
    /**
     * Your plan: calls then wait for its two limits, per minute and per hour. Or your own limiter.
     * @default none: the API does not return the plan
     */
    readonly rateLimit?: keyof typeof plans | Limiter | undefined;
  };

interface ApiKey {
  /**
   * An API key from the MAGNETIQ Dashboard, which is sent unchanged in place of a token. Keep it on a server.
   * @default the environment variable MAGNETIQ_API_KEY
   */
  readonly apiKey?: Credential | undefined;
  readonly clientId?: undefined;
  readonly clientSecret?: undefined;
  readonly tokens?: undefined;
}

interface ClientCredentials {
  readonly apiKey?: undefined;
  /** The client id for token requests. @default the environment variable MAGNETIQ_CLIENT_ID */
  readonly clientId?: Credential | undefined;
  /** The client secret for token requests. Keep it on a server. @default the environment variable MAGNETIQ_CLIENT_SECRET */
  readonly clientSecret?: Credential | undefined;
  /** Shares the access token with other processes: `createFleetTokens` of `@plumbline/fleet`. @default none */
  readonly tokens?: SharedTokens | undefined;
}

/** A client of the MAGNETIQ API. */
export type Magnetiq = Client<paths, MagnetiqOperations>;

/**
 * Makes a client of the MAGNETIQ API.
 *
 * No source connects the owner of api.magnetiq.com with the page that documents the API. Read the spec's README before you send
 * credentials there.
 *
 * @example
 * const magnetiq = createMagnetiq(); // reads MAGNETIQ_API_KEY
 * const { data, total } = await magnetiq.consumers.list({ limit: 10, page: 1, filter: { segment: 'high_value' } });
 *
 * @throws {PlumblineError} If an option is missing, unknown or invalid.
 * @see https://www.magnetiq.xyz/api-reference
 */
export const createMagnetiq: (options?: MagnetiqOptions) => Magnetiq = /* @__PURE__ */ defineClient<
  paths,
  MagnetiqOperations,
  MagnetiqOptions
>({
  name: 'createMagnetiq',
  server: 'https://api.magnetiq.com/v1',
  operations: magnetiqOperations,
  querySerialization,
  errors,
  features,
  options: {
    apiKey: { environment: 'MAGNETIQ_API_KEY' },
    clientId: { environment: 'MAGNETIQ_CLIENT_ID' },
    clientSecret: { environment: 'MAGNETIQ_CLIENT_SECRET' },
    tokens: tokensOption,
  },
  // The page describes two ways to authenticate and does not say how they relate.
  credentials: [
    { required: ['apiKey'], policy: /* @__PURE__ */ bearer(({ apiKey }) => apiKey) },
    {
      required: ['clientId', 'clientSecret'],
      optional: ['tokens'],
      policy: /* @__PURE__ */ clientCredentials(({ clientId, clientSecret, tokens }, baseUrl) => ({
        tokenUrl: `${baseUrl}/auth/token`,
        contentType: 'application/json',
        parameters: { client_id: clientId, client_secret: clientSecret },
        tokens,
      })),
    },
  ],
  rateLimit: /* @__PURE__ */ rateLimits(plans),
});

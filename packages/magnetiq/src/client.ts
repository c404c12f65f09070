import {
  bearer,
  type Client,
  type ClientOptions,
  clientCredentials,
  defineClient,
  type Limiter,
  rateLimits,
} from '@plumbline/runtime';
import {
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
     * Your plan: calls then wait as its two limits, by the hour and by the minute, demand. Or a limiter of your own.
     * @default none: the plan cannot be found out
     */
    readonly rateLimit?: keyof typeof plans | Limiter | undefined;
  };

interface ApiKey {
  /**
   * An API key from the MAGNETIQ Dashboard. It is sent as it is; no token is asked for. Keep it on a server.
   * @default MAGNETIQ_API_KEY of the environment
   */
  readonly apiKey?: string | undefined;
  readonly clientId?: undefined;
  readonly clientSecret?: undefined;
}

interface ClientCredentials {
  readonly apiKey?: undefined;
  /** The client id that access tokens are asked for with. @default MAGNETIQ_CLIENT_ID of the environment */
  readonly clientId?: string | undefined;
  /** The secret of that client. Keep it on a server. @default MAGNETIQ_CLIENT_SECRET of the environment */
  readonly clientSecret?: string | undefined;
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
export const createMagnetiq: (options?: MagnetiqOptions) => Magnetiq = /* @__PURE__ */ defineClient<
  paths,
  MagnetiqOperations,
  MagnetiqOptions
>({
  name: 'createMagnetiq',
  server: 'https://api.magnetiq.com/v1',
  operations: magnetiqOperations,
  querySerialization,
  options: {
    apiKey: { environment: 'MAGNETIQ_API_KEY' },
    clientId: { environment: 'MAGNETIQ_CLIENT_ID' },
    clientSecret: { environment: 'MAGNETIQ_CLIENT_SECRET' },
  },
  // The page describes two ways to authenticate and does not say how they relate.
  credentials: [
    { required: ['apiKey'], policy: ({ apiKey }) => bearer(apiKey) },
    {
      required: ['clientId', 'clientSecret'],
      policy: ({ clientId, clientSecret }, baseUrl) =>
        clientCredentials({
          tokenUrl: `${baseUrl}/auth/token`,
          contentType: 'application/json',
          parameters: { client_id: clientId, client_secret: clientSecret },
        }),
    },
  ],
  rateLimit: /* @__PURE__ */ rateLimits(plans),
});

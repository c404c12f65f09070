import {
  type Client,
  type ClientOptions,
  type Credential,
  clientCredentials,
  defineClient,
  PlumblineError,
  type SharedTokens,
  tokensOption,
} from '@plumbline/runtime';
import {
  errors,
  features,
  type MxAudienceOperations,
  mxAudienceOperations,
  querySerialization,
} from './generated/operations.ts';
import type { paths } from './generated/schema.ts';

/** Options of {@link createMxAudience}: your subdomain or a base URL, and your credentials. */
export type MxAudienceOptions = Omit<ClientOptions, 'baseUrl'> &
  (Domain | BaseUrl) & {
    /**
     * The client id from your MX app, where only one set of credentials is active at a time.
     * @default the environment variable MX_AUDIENCE_CLIENT_ID
     */
    readonly clientId?: Credential | undefined;
    /** The client secret. Keep it on a server. @default the environment variable MX_AUDIENCE_CLIENT_SECRET */
    readonly clientSecret?: Credential | undefined;
    /** Shares the access token with other processes: `createFleetTokens` of `@plumbline/fleet`. @default none */
    readonly tokens?: SharedTokens | undefined;
  };

interface Domain {
  /** Your subdomain: `acme` for `https://acme.access.mx.com`. @default the environment variable MX_AUDIENCE_DOMAIN */
  readonly domain?: string | undefined;
  readonly baseUrl?: undefined;
}

interface BaseUrl {
  readonly domain?: undefined;
  /** URL of the API, in place of `domain`. @default none */
  readonly baseUrl: string;
}

/** A client of the MX Audience Service API. */
export type MxAudience = Client<paths, MxAudienceOperations>;

/**
 * Lifetime of a token in milliseconds, if neither the token nor its response has one: less than the five minutes that MX documents.
 *
 * @see https://docs.mx.com/api-reference/audience/reference/1-token
 */
const tokenLifetime = 240_000;

/**
 * Makes a client of the MX Audience Service API. It requests an access token itself, with the first call that needs one.
 *
 * @example
 * const mx = createMxAudience({ domain: 'acme' }); // reads MX_AUDIENCE_CLIENT_ID and MX_AUDIENCE_CLIENT_SECRET
 * const csv = await mx.audiences.listMembers({ id_or_slug: 'vip', institution_public_id }, { accept: 'text/csv' });
 *
 * @throws {PlumblineError} If an option is missing, unknown or invalid.
 * @see https://docs.mx.com/api-reference/audience/overview
 */
export const createMxAudience: (options?: MxAudienceOptions) => MxAudience = /* @__PURE__ */ defineClient<
  paths,
  MxAudienceOperations,
  MxAudienceOptions
>({
  name: 'createMxAudience',
  server: ({ domain }, options) => {
    const { baseUrl } = options;
    if (baseUrl === undefined ? domain === undefined : options.domain !== undefined) {
      throw new PlumblineError(
        'createMxAudience: pass `domain` (MX_AUDIENCE_DOMAIN), your subdomain of access.mx.com, or `baseUrl`, not both.',
      );
    }
    return baseUrl === undefined ? `https://${domain}.access.mx.com` : baseUrl;
  },
  operations: mxAudienceOperations,
  querySerialization,
  errors,
  features,
  options: {
    // A label of RFC 1123 §2.1. Other text could name another host.
    domain: {
      type: 'text',
      environment: 'MX_AUDIENCE_DOMAIN',
      pattern: {
        test: /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i,
        problem: 'must be one part of a host name, such as `acme`.',
      },
    },
    clientId: { environment: 'MX_AUDIENCE_CLIENT_ID' },
    clientSecret: { environment: 'MX_AUDIENCE_CLIENT_SECRET' },
    tokens: tokensOption,
  },
  credentials: [
    {
      required: ['clientId', 'clientSecret'],
      optional: ['tokens'],
      policy: /* @__PURE__ */ clientCredentials(({ clientId, clientSecret, tokens }, baseUrl) => ({
        tokenUrl: `${baseUrl}/api/token`,
        contentType: 'application/json',
        parameters: { client_id: clientId, client_secret: clientSecret },
        lifetime: tokenLifetime,
        tokens,
      })),
    },
  ],
});

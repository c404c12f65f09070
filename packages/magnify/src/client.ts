import {
  type Client,
  type ClientOptions,
  type Credential,
  clientCredentials,
  defineClient,
  type SharedTokens,
  tokensOption,
} from '@plumbline/runtime';
import {
  errors,
  features,
  type MagnifyOperations,
  magnifyOperations,
  querySerialization,
} from './generated/operations.ts';
import type { paths } from './generated/schema.ts';
import { normalizeMotionId } from './motion-id.ts';

/** Options of {@link createMagnify}. */
export interface MagnifyOptions extends ClientOptions {
  /** The id of your OAuth 2.0 client. @default the environment variable MAGNIFY_CLIENT_ID */
  readonly clientId?: Credential | undefined;
  /** The secret of your OAuth 2.0 client. Keep it on a server. @default the environment variable MAGNIFY_CLIENT_SECRET */
  readonly clientSecret?: Credential | undefined;
  /** The scopes to request, separated by spaces. @default partner-api/motions.read, which every operation needs */
  readonly scope?: string | undefined;
  /** URL of the token endpoint. @default https://auth.magnify.io/oauth2/token */
  readonly tokenUrl?: string | undefined;
  /** Shares the access token with other processes: `createFleetTokens` of `@plumbline/fleet`. @default none */
  readonly tokens?: SharedTokens | undefined;
}

/** The paths of the API, without that of tokens, which is on another host. */
export interface MagnifyPaths extends Omit<paths, '/oauth2/token'> {}

/** A client of the Magnify Partner API. Its `api` has no path for tokens, because the token endpoint is on another host. */
export type Magnify = Client<MagnifyPaths, MagnifyOperations>;

const tokenPath = /\/oauth2\/token$/;

/**
 * Makes a client of the Magnify Partner API. It requests an access token itself, with the first call that needs one.
 *
 * @example
 * const magnify = createMagnify(); // reads MAGNIFY_CLIENT_ID and MAGNIFY_CLIENT_SECRET
 * for await (const motion of magnify.motions.list({ state: 'EXECUTING' })) console.log(motion.name);
 *
 * @throws {PlumblineError} If an option is missing, unknown or invalid.
 * @see https://magnifyio.zendesk.com/hc/en-us/articles/39906014972699
 */
export const createMagnify: (options?: MagnifyOptions) => Magnify = /* @__PURE__ */ defineClient<
  MagnifyPaths,
  MagnifyOperations,
  MagnifyOptions
>({
  name: 'createMagnify',
  server: 'https://api.magnify.io/v1/partner',
  operations: magnifyOperations,
  querySerialization,
  errors,
  features,
  options: {
    clientId: { environment: 'MAGNIFY_CLIENT_ID' },
    clientSecret: { environment: 'MAGNIFY_CLIENT_SECRET' },
    scope: { type: 'text', default: 'partner-api/motions.read' },
    tokenUrl: {
      type: 'url',
      default: 'https://auth.magnify.io/oauth2/token',
      pattern: { test: tokenPath, problem: 'must end in /oauth2/token.' },
    },
    tokens: tokensOption,
  },
  credentials: [
    {
      required: ['clientId', 'clientSecret', 'scope', 'tokenUrl'],
      optional: ['tokens'],
      policy: /* @__PURE__ */ clientCredentials(({ clientId, clientSecret, scope, tokenUrl, tokens }) => ({
        tokenUrl,
        parameters: {
          grant_type: 'client_credentials',
          client_id: clientId,
          client_secret: clientSecret,
          scope,
        },
        lifetime: 3_600_000,
        tokens,
      })),
    },
  ],
  servers: ({ tokenUrl }) => ({ 'https://auth.magnify.io': tokenUrl.replace(tokenPath, '') }),
  input: (parameters) =>
    'motionId' in parameters
      ? { ...parameters, motionId: normalizeMotionId(parameters.motionId as string) }
      : parameters,
});

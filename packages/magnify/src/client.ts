import {
  type Client,
  type ClientOptions,
  checkCredential,
  checkOptions,
  checkUrl,
  clientCredentials,
  createClient,
  createContext,
  PlumblineError,
} from '@plumbline/runtime';
import { type MagnifyOperations, magnifyOperations, querySerialization } from './generated/operations.ts';
import type { paths } from './generated/schema.ts';
import { canonicalMotionId } from './motion-id.ts';

/** What {@link createMagnify} takes. */
export interface MagnifyOptions extends ClientOptions {
  /** The id of your OAuth 2.0 client. */
  readonly clientId: string;
  /** Its secret. Keep it on a server. */
  readonly clientSecret: string;
  /** The scopes to ask for, separated by spaces. Defaults to `partner-api/motions.read`, which every operation needs. */
  readonly scope?: string;
  /** The token endpoint. Defaults to `https://auth.magnify.io/oauth2/token`. */
  readonly tokenUrl?: string;
}

/** A client of the Magnify Partner API. Its `api` has no path for tokens: that one is on another host. */
export type Magnify = Client<Omit<paths, '/oauth2/token'>, MagnifyOperations>;

const tokenServer = 'https://auth.magnify.io';
const tokenPath = '/oauth2/token';

/**
 * Makes a client of the Magnify Partner API. It gets its access token by itself, with the first call that needs one.
 *
 * @example
 * const magnify = createMagnify({ clientId, clientSecret });
 * for await (const motion of magnify.motions.list({ state: 'EXECUTING' })) console.log(motion.name);
 *
 * @throws {PlumblineError} When an option is missing, unknown or unusable.
 * @see https://magnifyio.zendesk.com/hc/en-us/articles/39906014972699
 */
export function createMagnify(options: MagnifyOptions): Magnify {
  const factory = 'createMagnify';
  checkOptions(factory, options, ['clientId', 'clientSecret', 'scope', 'tokenUrl']);
  const context = createContext(options);
  const { allowInsecureRequests, scope = 'partner-api/motions.read' } = options;
  const tokenUrl = checkUrl(factory, 'tokenUrl', options.tokenUrl ?? tokenServer + tokenPath, allowInsecureRequests);
  if (!tokenUrl.endsWith(tokenPath)) throw new PlumblineError(`${factory}: \`tokenUrl\` must end in ${tokenPath}.`);

  return createClient<Omit<paths, '/oauth2/token'>, MagnifyOperations>(
    {
      baseUrl: checkUrl(
        factory,
        'baseUrl',
        options.baseUrl ?? 'https://api.magnify.io/v1/partner',
        allowInsecureRequests,
      ),
      operations: magnifyOperations,
      querySerialization,
      servers: { [tokenServer]: tokenUrl.slice(0, -tokenPath.length) },
      context,
      auth: clientCredentials(
        {
          tokenUrl,
          parameters: {
            grant_type: 'client_credentials',
            client_id: checkCredential(factory, 'clientId', options.clientId),
            client_secret: checkCredential(factory, 'clientSecret', options.clientSecret),
            scope: checkCredential(factory, 'scope', scope),
          },
          lifetime: 3_600_000,
        },
        context,
      ),
      input: (parameters) =>
        'motionId' in parameters
          ? { ...parameters, motionId: canonicalMotionId(parameters.motionId as string) }
          : parameters,
    },
    options,
  );
}

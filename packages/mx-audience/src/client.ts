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
import { type MxAudienceOperations, mxAudienceOperations, querySerialization } from './generated/operations.ts';
import type { paths } from './generated/schema.ts';

/** What {@link createMxAudience} takes: your sub-domain or a whole address, and your credentials. */
export type MxAudienceOptions = Omit<ClientOptions, 'baseUrl'> &
  (Domain | BaseUrl) & {
    /** The id of the credentials made in your MX app. Only one set is active at a time. */
    readonly clientId: string;
    /** Their secret. Keep it on a server. */
    readonly clientSecret: string;
  };

interface Domain {
  /** Your sub-domain: `acme` for `https://acme.access.mx.com`. There is no default. */
  readonly domain: string;
  readonly baseUrl?: never;
}

interface BaseUrl {
  readonly domain?: never;
  /** Where the API lives, in place of `domain`. */
  readonly baseUrl: string;
}

/** A client of the MX Audience Service API. */
export type MxAudience = Client<paths, MxAudienceOperations>;

/**
 * How long a token is used when neither it nor its answer tells its end: less than the five minutes that MX names.
 *
 * @see https://docs.mx.com/api-reference/audience/reference/1-token
 */
const tokenLifetime = 240_000;

/**
 * Makes a client of the MX Audience Service API. It gets its access token by itself, with the first call that needs one.
 *
 * @example
 * const mx = createMxAudience({ domain: 'acme', clientId, clientSecret });
 * const csv = await mx.audiences.listMembers({ id_or_slug: 'vip', institution_public_id }, { accept: 'text/csv' });
 *
 * @throws {PlumblineError} When an option is missing, unknown or unusable.
 * @see https://docs.mx.com/api-reference/audience/overview
 */
export function createMxAudience(options: MxAudienceOptions): MxAudience {
  const factory = 'createMxAudience';
  checkOptions(factory, options, ['domain', 'clientId', 'clientSecret']);
  const context = createContext(options);
  const baseUrl = checkUrl(factory, 'baseUrl', serverOf(factory, options), options.allowInsecureRequests);

  return createClient<paths, MxAudienceOperations>(
    {
      baseUrl,
      operations: mxAudienceOperations,
      querySerialization,
      context,
      auth: clientCredentials(
        {
          tokenUrl: `${baseUrl}/api/token`,
          contentType: 'application/json',
          parameters: {
            client_id: checkCredential(factory, 'clientId', options.clientId),
            client_secret: checkCredential(factory, 'clientSecret', options.clientSecret),
          },
          lifetime: tokenLifetime,
        },
        context,
      ),
    },
    options,
  );
}

function serverOf(factory: string, { domain, baseUrl }: MxAudienceOptions): string {
  if ((domain === undefined) === (baseUrl === undefined)) {
    throw new PlumblineError(
      `${factory}: pass \`domain\`, your sub-domain of access.mx.com, or \`baseUrl\`; not both.`,
    );
  }
  if (baseUrl !== undefined) return baseUrl;
  // A label of RFC 1123 §2.1: anything else could name another host.
  if (typeof domain !== 'string' || !/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i.test(domain)) {
    throw new PlumblineError(`${factory}: \`domain\` must be one part of a host name, such as \`acme\`.`);
  }
  return `https://${domain}.access.mx.com`;
}

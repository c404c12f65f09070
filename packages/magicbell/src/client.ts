import {
  type Client,
  type ClientOptions,
  checkCredential,
  checkOptions,
  checkUrl,
  chooseRateLimit,
  createClient,
  createContext,
  header,
  type Limiter,
  type OperationTable,
  PlumblineError,
} from '@plumbline/runtime';
import {
  type MagicBellOperations,
  type MagicBellUserOperations,
  magicBellOperations,
  magicBellUserOperations,
  querySerialization,
  rateLimits,
} from './generated/operations.ts';
import type { paths } from './generated/schema.ts';
import type { UserIdentity } from './user-hmac.ts';

interface RateLimitOption {
  /** `true` makes calls wait as the documented limits of reads and of writes demand. Or a limiter of your own. Defaults to false. */
  readonly rateLimit?: boolean | Limiter;
}

/** What {@link createMagicBell} takes: the credentials of a project. */
export interface MagicBellOptions extends ClientOptions, RateLimitOption {
  /** The API key of the project. */
  readonly apiKey: string;
  /** The API secret of the project. Keep it on a server. */
  readonly apiSecret: string;
}

/** What {@link createMagicBellUser} takes: the API key of a project, and who the user is. */
export type MagicBellUserOptions = ClientOptions &
  RateLimitOption &
  UserIdentity & {
    /** The API key of the project. It may be public. */
    readonly apiKey: string;
    /** The proof that your server knows this user, from `createUserHmac`. Needed where the project has HMAC turned on. */
    readonly userHmac?: string;
  };

/** A client of MagicBell that acts for a project: it notifies, and manages users, imports and broadcasts. */
export type MagicBell = Client<paths, MagicBellOperations>;

/** A client of MagicBell that acts for one user: it reads and marks their notifications, and holds their preferences. */
export type MagicBellUser = Client<paths, MagicBellUserOperations>;

/**
 * Makes a client of the MagicBell REST API (v1) for a project.
 *
 * @example
 * const magicbell = createMagicBell({ apiKey, apiSecret });
 * await magicbell.notifications.create({
 *   notification: { title: 'Task assigned to you', recipients: [{ email: 'mary@example.com' }] },
 * });
 *
 * @throws {PlumblineError} When an option is missing, unknown or unusable.
 * @see https://www.magicbell.com/docs/rest-api/overview
 */
export function createMagicBell(options: MagicBellOptions): MagicBell {
  const factory = 'createMagicBell';
  checkOptions(factory, options, ['apiKey', 'apiSecret', 'rateLimit']);
  return create<MagicBellOperations>(factory, magicBellOperations, options, {
    'X-MAGICBELL-API-KEY': checkCredential(factory, 'apiKey', options.apiKey),
    'X-MAGICBELL-API-SECRET': checkCredential(factory, 'apiSecret', options.apiSecret),
  });
}

/**
 * Makes a client of the MagicBell REST API (v1) for one user. It never sends the API secret, so it may run in a browser.
 *
 * @example
 * const magicbell = createMagicBellUser({ apiKey, userEmail: 'mary@example.com' });
 * for await (const notification of magicbell.notifications.list({ read: false })) console.log(notification.title);
 *
 * @throws {PlumblineError} When an option is missing, unknown or unusable.
 * @see https://www.magicbell.com/docs/rest-api/overview
 */
export function createMagicBellUser(options: MagicBellUserOptions): MagicBellUser {
  const factory = 'createMagicBellUser';
  checkOptions(factory, options, ['apiKey', 'userEmail', 'userExternalId', 'userHmac', 'rateLimit']);
  const { apiKey, userEmail, userExternalId, userHmac } = options;
  if ((userEmail === undefined) === (userExternalId === undefined)) {
    throw new PlumblineError(`${factory}: pass \`userEmail\` or \`userExternalId\`, one of the two.`);
  }
  return create<MagicBellUserOperations>(factory, magicBellUserOperations, options, {
    'X-MAGICBELL-API-KEY': checkCredential(factory, 'apiKey', apiKey),
    ...(userEmail !== undefined && { 'X-MAGICBELL-USER-EMAIL': checkCredential(factory, 'userEmail', userEmail) }),
    ...(userExternalId !== undefined && {
      'X-MAGICBELL-USER-EXTERNAL-ID': checkCredential(factory, 'userExternalId', userExternalId),
    }),
    ...(userHmac !== undefined && { 'X-MAGICBELL-USER-HMAC': checkCredential(factory, 'userHmac', userHmac) }),
  });
}

function create<Operations>(
  factory: string,
  operations: OperationTable,
  options: ClientOptions & RateLimitOption,
  credentials: Record<string, string>,
): Client<paths, Operations> {
  const server = options.baseUrl ?? 'https://api.magicbell.com';
  const baseUrl = checkUrl(factory, 'baseUrl', server, options.allowInsecureRequests);
  const context = createContext(options);
  const rateLimit = chooseRateLimit(factory, options.rateLimit, { true: rateLimits }, context);
  return createClient(
    { baseUrl, operations, querySerialization, context, auth: header(credentials), rateLimit },
    options,
  );
}

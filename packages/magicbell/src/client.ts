import {
  type Client,
  type ClientDefinition,
  type ClientOptions,
  type Credential,
  defineClient,
  header,
  type Limiter,
  type OptionValues,
  rateLimits,
} from '@plumbline/runtime';
import {
  errors,
  features,
  rateLimits as limits,
  type MagicBellOperations,
  type MagicBellUserOperations,
  magicBellOperations,
  magicBellUserOperations,
  querySerialization,
} from './generated/operations.ts';
import type { paths } from './generated/schema.ts';
import { nameCategories } from './name-categories.ts';
import type { UserIdentity } from './user-hmac.ts';
import { addImportWait, type ImportWait } from './wait-for-import.ts';

interface SharedOptions extends ClientOptions {
  /** The API key of the project. For a user's client it may be public. @default the environment variable MAGICBELL_API_KEY */
  readonly apiKey?: Credential | undefined;
  /** `true` makes calls wait for the documented limits of reads and of writes. Or your own limiter. @default false */
  readonly rateLimit?: boolean | Limiter | undefined;
}

/** Options of {@link createMagicBell}: the credentials of a project. */
export interface MagicBellOptions extends SharedOptions {
  /** The API secret of the project. Keep it on a server. @default the environment variable MAGICBELL_API_SECRET */
  readonly apiSecret?: Credential | undefined;
}

/** Options of {@link createMagicBellUser}: the API key of a project, and the identity of a user. */
export type MagicBellUserOptions = SharedOptions &
  UserIdentity & {
    /** Proof that your server knows the user, from `createUserHmac`. Required if HMAC is enabled in the project. @default none */
    readonly userHmac?: Credential | undefined;
  };

/** A client of MagicBell for a project: it sends notifications, and manages users, imports and broadcasts. */
export type MagicBell = Client<paths, MagicBellOperations> & { readonly imports: ImportWait };

/** A client of MagicBell for one user: it reads and marks their notifications, and manages their preferences. */
export type MagicBellUser = Client<paths, MagicBellUserOperations>;

// A bundler drops unused values that are literals or marked as pure.
const server = 'https://api.magicbell.com';
const rateLimit = /* @__PURE__ */ rateLimits({ true: limits });
const apiKey = { environment: 'MAGICBELL_API_KEY' };
const createProject = /* @__PURE__ */ defineClient<paths, MagicBellOperations, MagicBellOptions>({
  name: 'createMagicBell',
  server,
  operations: magicBellOperations,
  querySerialization,
  errors,
  features,
  options: { apiKey, apiSecret: { environment: 'MAGICBELL_API_SECRET' } },
  credentials: [
    {
      required: ['apiKey', 'apiSecret'],
      policy: /* @__PURE__ */ header(({ apiKey, apiSecret }) => ({
        'X-MAGICBELL-API-KEY': apiKey,
        'X-MAGICBELL-API-SECRET': apiSecret,
      })),
    },
  ],
  rateLimit,
});

/**
 * Makes a client of the MagicBell REST API (v1) for a project.
 *
 * @example
 * const magicbell = createMagicBell(); // reads MAGICBELL_API_KEY and MAGICBELL_API_SECRET
 * await magicbell.notifications.create({
 *   notification: { title: 'Task assigned to you', recipients: [{ email: 'mary@example.com' }] },
 * });
 *
 * @throws {PlumblineError} If an option is missing, unknown or invalid.
 * @see https://www.magicbell.com/docs/rest-api/overview
 */
export function createMagicBell(options: MagicBellOptions = {}): MagicBell {
  return addImportWait(createProject(options), options);
}

/**
 * Makes a client of the MagicBell REST API (v1) for one user. It never sends the API secret, so it may run in a browser.
 *
 * @example
 * const magicbell = createMagicBellUser({ apiKey, userEmail: 'mary@example.com' });
 * for await (const notification of magicbell.notifications.list({ read: false })) console.log(notification.title);
 *
 * @throws {PlumblineError} If an option is missing, unknown or invalid.
 * @see https://www.magicbell.com/docs/rest-api/overview
 */
export const createMagicBellUser: (options: MagicBellUserOptions) => MagicBellUser = /* @__PURE__ */ defineClient<
  paths,
  MagicBellUserOperations,
  MagicBellUserOptions
>({
  name: 'createMagicBellUser',
  server,
  operations: magicBellUserOperations,
  querySerialization,
  errors,
  features,
  options: { apiKey, userEmail: { type: 'text' }, userExternalId: { type: 'text' }, userHmac: {} },
  credentials: [
    /* @__PURE__ */ userCredentials('userEmail', 'EMAIL'),
    /* @__PURE__ */ userCredentials('userExternalId', 'EXTERNAL-ID'),
  ],
  rateLimit,
});

function userCredentials(
  identity: 'userEmail' | 'userExternalId',
  name: string,
): ClientDefinition<MagicBellUserOptions>['credentials'][number] {
  const sendUser = header(({ apiKey, userHmac, ...identities }: OptionValues<MagicBellUserOptions>) => ({
    'X-MAGICBELL-API-KEY': apiKey,
    [`X-MAGICBELL-USER-${name}`]: identities[identity],
    ...(userHmac !== undefined && { 'X-MAGICBELL-USER-HMAC': userHmac }),
  }));
  return {
    required: ['apiKey', identity],
    optional: ['userHmac'],
    policy: (source, baseUrl) => {
      const credentials = sendUser(source, baseUrl);
      return (request, next) => credentials(nameCategories(request), next);
    },
  };
}

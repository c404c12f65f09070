/** How tests create the client of each vendor, and which operations they call. */
import { createMagicBell, createMagicBellUser } from '@plumbline/magicbell';
import { createMagnetiq } from '@plumbline/magnetiq';
import { createMagnify } from '@plumbline/magnify';
import { createMxAudience } from '@plumbline/mx-audience';
import type { CallOptions, ClientOptions } from '@plumbline/runtime';

/** A pending call of any operation. */
export interface AnyCall extends PromiseLike<unknown> {
  result(): Promise<{
    readonly ok: boolean;
    readonly status: number;
    readonly data?: unknown;
    readonly error?: unknown;
    readonly response: Response;
  }>;
  stream(): AsyncIterable<Uint8Array>;
}

/** `client.api` without the types of a vendor's paths. */
export interface UntypedApi {
  HEAD(path: string, init?: object): Promise<{ readonly response: Response }>;
}

type Operation = (options?: CallOptions) => AnyCall;

/** The operations of a client that tests call. */
export interface Operations {
  /** A read, which is idempotent. */
  readonly read: Operation;
  /** A write without an idempotency key, which is not idempotent. */
  readonly write: Operation;
  /** Reads a list over its pages. */
  readonly list?: (options?: CallOptions) => AsyncIterable<unknown>;
  /** The openapi-fetch client. */
  readonly api: UntypedApi;
}

/** A rate limit that a vendor documents: requests in any window of `seconds`. */
export interface Limit {
  readonly requests: number;
  readonly seconds: number;
}

/** Options for a new client. */
export interface CreateOptions extends ClientOptions {
  readonly baseUrl: string;
  /** Whether the client stays within the limits of its vendor. @default false */
  readonly limited?: boolean | undefined;
}

/** A vendor's client, and the paths of its requests. */
export interface VendorClient {
  readonly name: string;
  readonly readPath: string;
  readonly writePath: string;
  /** Path of its list, if any, and the response property that holds the items. */
  readonly list?: { readonly path: string; readonly items: string };
  /** Path of its token requests, if any. */
  readonly tokenPath?: string;
  /** Credentials that no other host may receive. */
  readonly secrets: readonly string[];
  /** The limits, if the vendor documents any. */
  readonly limits?: { readonly read: readonly Limit[]; readonly write: readonly Limit[] };
  readonly create: (options: CreateOptions) => Operations;
}

const apiKey = 'the-api-key';
const apiSecret = 'the-api-secret';
const clientId = 'the-client-id';
const clientSecret = 'the-client-secret';
const motionId = '00000000-0000-0000-0000-00000000000a';
/** The token that the server issues by default. */
export const accessToken = 'the-access-token';

const magicBellLimits = { read: [{ requests: 100, seconds: 60 }], write: [{ requests: 60, seconds: 60 }] };
const magnetiqPro = { rateLimit: 'pro' } as const;
const both = [
  { requests: 100, seconds: 60 },
  { requests: 1000, seconds: 3600 },
];
const magnetiqProLimits = { read: both, write: both };

export const vendorClients: readonly VendorClient[] = [
  {
    name: 'magicbell',
    readPath: '/users/1',
    writePath: '/users',
    list: { path: '/broadcasts', items: 'broadcasts' },
    secrets: [apiKey, apiSecret],
    limits: magicBellLimits,
    create: ({ limited = false, ...options }) => {
      const { users, broadcasts, api } = createMagicBell({ apiKey, apiSecret, rateLimit: limited, ...options });
      return {
        api: untyped(api),
        read: (call) => users.get({ user_id: '1' }, call),
        write: (call) => users.create({ user: { email: 'mary@example.com' } }, call),
        list: (call) => broadcasts.list({}, call),
      };
    },
  },
  {
    name: 'magicbell for a user',
    readPath: '/notifications/1',
    writePath: '/notifications/1/read',
    list: { path: '/notifications', items: 'notifications' },
    secrets: [apiKey, 'mary@example.com'],
    limits: magicBellLimits,
    create: ({ limited = false, ...options }) => {
      const user = { apiKey, userEmail: 'mary@example.com' };
      const { notifications, api } = createMagicBellUser({ ...user, rateLimit: limited, ...options });
      return {
        api: untyped(api),
        read: (call) => notifications.get({ notification_id: '1' }, call),
        write: (call) => notifications.markAsRead({ notification_id: '1' }, call),
        list: (call) => notifications.list({}, call),
      };
    },
  },
  {
    name: 'magnetiq',
    readPath: '/consumers/1',
    writePath: '/consumers',
    list: { path: '/consumers', items: 'data' },
    tokenPath: '/auth/token',
    secrets: [clientId, clientSecret, accessToken],
    limits: magnetiqProLimits,
    create: ({ limited, ...options }) =>
      magnetiqOperations(createMagnetiq({ clientId, clientSecret, ...(limited && magnetiqPro), ...options })),
  },
  {
    name: 'magnetiq with an API key',
    readPath: '/consumers/1',
    writePath: '/consumers',
    list: { path: '/consumers', items: 'data' },
    secrets: [apiKey],
    limits: magnetiqProLimits,
    create: ({ limited, ...options }) =>
      magnetiqOperations(createMagnetiq({ apiKey, ...(limited && magnetiqPro), ...options })),
  },
  {
    name: 'magnify',
    readPath: `/motions/${motionId}`,
    writePath: '/oauth2/token',
    list: { path: '/motions', items: 'data' },
    tokenPath: '/oauth2/token',
    secrets: [clientId, clientSecret, accessToken],
    create: ({ limited: _, ...options }) => {
      const tokenUrl = `${options.baseUrl}/oauth2/token`;
      const { motions, auth, api } = createMagnify({ clientId, clientSecret, tokenUrl, ...options });
      return {
        api: untyped(api),
        read: (call) => motions.get({ motionId }, call),
        list: (call) => motions.list({}, call),
        write: (call) =>
          auth.createToken(
            {
              grant_type: 'client_credentials',
              client_id: clientId,
              client_secret: clientSecret,
              scope: 'partner-api/motions.read',
            },
            call,
          ),
      };
    },
  },
  {
    name: 'mx-audience',
    readPath: '/api/v1/audience/vip/list',
    writePath: '/api/token',
    tokenPath: '/api/token',
    secrets: [clientId, clientSecret, accessToken],
    create: ({ limited: _, ...options }) => {
      const { audiences, auth, api } = createMxAudience({ clientId, clientSecret, ...options });
      return {
        api: untyped(api),
        read: (call) => audiences.listMembers({ id_or_slug: 'vip', institution_public_id: 'INST-1' }, call),
        write: (call) => auth.createToken({ client_id: clientId, client_secret: clientSecret }, call),
      };
    },
  },
];

function magnetiqOperations({ consumers, api }: ReturnType<typeof createMagnetiq>): Operations {
  return {
    api: untyped(api),
    read: (call) => consumers.get({ id: '1' }, call),
    write: (call) => consumers.create({ email: 'mary@example.com', name: 'Mary' }, call),
    list: (call) => consumers.list({}, call),
  };
}

function untyped(api: object): UntypedApi {
  return api as UntypedApi;
}

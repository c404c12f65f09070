/** How the client of each vendor is made, and which operations the cases call. */
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

/** `client.api` before its paths are known. */
export interface UntypedApi {
  HEAD(path: string, init?: object): Promise<{ readonly response: Response }>;
}

type Operation = (options?: CallOptions) => AnyCall;

/** The operations of a client that the cases call. */
export interface Operations {
  /** Reads. Is idempotent. */
  readonly read: Operation;
  /** Writes, without an idempotency key. Is not idempotent. */
  readonly write: Operation;
  /** Reads a list over its pages. */
  readonly list?: (options?: CallOptions) => AsyncIterable<unknown>;
  /** The openapi-fetch client. */
  readonly api: UntypedApi;
}

/** A limit that a vendor documents: requests in any window of some seconds. */
export interface Limit {
  readonly requests: number;
  readonly seconds: number;
}

/** How a client is made. */
export interface CreateOptions extends ClientOptions {
  readonly baseUrl: string;
  /** Whether it keeps to the limits of its vendor. @default false */
  readonly limited?: boolean | undefined;
}

/** A vendor's client, and where its requests arrive. */
export interface VendorClient {
  readonly name: string;
  readonly readPath: string;
  readonly writePath: string;
  /** The list, where it has one, and the property that holds its items. */
  readonly list?: { readonly path: string; readonly items: string };
  /** Where it requests tokens, where it does. */
  readonly tokenPath?: string;
  /** What must not get to another host. */
  readonly secrets: readonly string[];
  /** The limits, where the vendor documents them. */
  readonly limits?: { readonly read: readonly Limit[]; readonly write: readonly Limit[] };
  readonly create: (options: CreateOptions) => Operations;
}

const apiKey = 'the-api-key';
const apiSecret = 'the-api-secret';
const clientId = 'the-client-id';
const clientSecret = 'the-client-secret';
const motionId = '00000000-0000-0000-0000-00000000000a';
/** The token that the server issues unless a case says otherwise. */
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

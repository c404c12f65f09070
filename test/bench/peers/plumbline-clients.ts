import { createMagicBell, type MagicBellOptions } from '@plumbline/magicbell';
import { createMagnetiq } from '@plumbline/magnetiq';
import { createLimiter } from '@plumbline/runtime';
import { notification, type Peer, secret, type Target, user } from './peer.ts';

type Extra = Omit<MagicBellOptions, 'apiKey' | 'apiSecret'>;

/** Options that enable every policy that is off by default, without a delay or an error. */
export function everyPolicy(): Extra {
  return {
    deadline: 600_000,
    observe: () => {},
    rateLimit: createLimiter([{ requests: 100_000, seconds: 1 }]),
  };
}

function connect({ baseUrl, timeout }: Target, extra: Extra) {
  const options = { baseUrl, ...(timeout !== undefined && { timeout }), ...extra };
  const client = createMagicBell({ apiKey: secret, apiSecret: secret, ...options });
  return {
    list: (signal?: AbortSignal) => client.users.list({}, signal ? { signal } : {}),
    create: () => client.users.create(user),
    createKeyed: () => client.notifications.create(notification),
  };
}

function connectWithToken({ baseUrl }: Target, extra: Extra) {
  const { fetch } = extra;
  const client = createMagnetiq({ baseUrl, clientId: 'bench', clientSecret: secret, ...(fetch && { fetch }) });
  return () => client.consumers.list();
}

/** Creates a peer from the MagicBell client, and the MAGNETIQ client for the case about tokens. */
export function plumblineWith(name: string, module: string, extra: () => Extra, rest: Partial<Peer> = {}): Peer {
  return {
    name,
    module,
    package: '@plumbline/magicbell',
    hasTimeout: true,
    connect: (target) => connect(target, extra()),
    connectWithToken: (target) => connectWithToken(target, extra()),
    ...rest,
  };
}

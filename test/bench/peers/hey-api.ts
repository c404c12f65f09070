import { createClient, createConfig } from '@hey-api/client-fetch';
import { credentials, key, noToken, notification, type Peer, signalOf, user } from './peer.ts';

/** Checks for an error as its documentation does. */
async function unwrap(call: Promise<unknown>): Promise<unknown> {
  const { data, error } = (await call) as { data?: unknown; error?: unknown };
  if (error) throw error;
  return data;
}

export const heyApi: Peer = {
  name: '@hey-api/client-fetch',
  module: import.meta.url,
  package: '@hey-api/client-fetch',
  lacks: { token: noToken },
  optIn: "`redirect: 'error'`",
  note: 'The last version of the package. Its generator now writes the same client into its output.',
  connect: ({ baseUrl, timeout, optIn }) => {
    const client = createClient(createConfig({ baseUrl, headers: credentials }));
    const redirect = optIn ? 'error' : 'follow';
    const init = (signal?: AbortSignal) => ({ signal: signalOf(timeout, signal), redirect }) as const;
    return {
      list: (signal) => unwrap(client.get({ url: '/users', ...init(signal) })),
      create: () => unwrap(client.post({ url: '/users', body: user, ...init() })),
      createKeyed: () => unwrap(client.post({ url: '/notifications', body: notification, headers: key, ...init() })),
    };
  },
  specifier: '@hey-api/client-fetch',
  program: `import { createClient, createConfig } from '@hey-api/client-fetch';
const client = createClient(createConfig({ baseUrl: 'https://api.magicbell.com', headers: { 'X-MAGICBELL-API-KEY': '' } }));
const { data } = await client.get({ url: '/users' });
console.log(data);`,
};

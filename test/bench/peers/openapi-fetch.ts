import type { paths } from '@plumbline/magicbell';
import createClient from 'openapi-fetch';
import { names } from './names.ts';
import { credentials, key, noToken, notification, type Peer, signalOf, user } from './peer.ts';

/** Checks for an error as its README does. */
async function unwrap(call: Promise<{ data?: unknown; error?: unknown }>): Promise<unknown> {
  const { data, error } = await call;
  if (error) throw error;
  return data;
}

export const openapiFetch: Peer = {
  name: names.openapiFetch,
  module: import.meta.url,
  package: 'openapi-fetch',
  lacks: { token: noToken },
  optIn: "`redirect: 'error'`",
  connect: ({ baseUrl, timeout, optIn }) => {
    const client = createClient<paths>({ baseUrl, headers: credentials, ...(optIn && { redirect: 'error' }) });
    return {
      list: (signal) => unwrap(client.GET('/users', { signal: signalOf(timeout, signal) })),
      create: () => unwrap(client.POST('/users', { body: user, signal: signalOf(timeout) })),
      createKeyed: () =>
        unwrap(
          client.POST('/notifications', { body: notification, params: { header: key }, signal: signalOf(timeout) }),
        ),
    };
  },
  specifier: 'openapi-fetch',
  program: `import createClient from 'openapi-fetch';
const client = createClient({ baseUrl: 'https://api.magicbell.com', headers: { 'X-MAGICBELL-API-KEY': '' } });
const { data } = await client.GET('/users');
console.log(data);`,
};

/** A client without policies but with a timeout, for the comparison in a budget. */
export const openapiFetchWithTimeout: Peer = {
  ...openapiFetch,
  name: names.openapiFetchWithTimeout,
  hasTimeout: true,
  connect: (target) => openapiFetch.connect({ timeout: 30_000, ...target }),
};

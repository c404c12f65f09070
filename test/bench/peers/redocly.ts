import { createClient, OPERATIONS, type Ops } from '../dist/redocly-client.ts';
import { noToken, notification, type Peer, secret, user } from './peer.ts';

export const redocly: Peer = {
  name: 'redocly generate-client',
  module: import.meta.url,
  package: '@redocly/cli',
  lacks: { token: noToken },
  optIn: "`retry: { retries: 2 }`, `idempotencyKey: true`, `redirect: 'error'`",
  connect: ({ baseUrl, timeout, optIn }) => {
    const client = createClient<Ops>(OPERATIONS, {
      serverUrl: baseUrl,
      auth: { apiKey: { apiKey: secret, apiSecret: secret } },
      ...(timeout !== undefined && { timeout }),
      ...(optIn && { retry: { retries: 2 } }),
    });
    const init = optIn ? { redirect: 'error' as const } : {};
    return {
      list: (signal) => client.users_list({}, { ...init, ...(signal && { signal }) }),
      create: () => client.users_create({ body: user }, init),
      createKeyed: () => client.notifications_create({ body: notification }, { ...init, idempotencyKey: true }),
    };
  },
  specifier: '../redocly-client.js',
  program: `import { client } from './redocly-client.js';
client.configure({ auth: { apiKey: { apiKey: '', apiSecret: '' } } });
console.log(await client.users_list());`,
};

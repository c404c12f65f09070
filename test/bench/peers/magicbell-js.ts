import { Client } from 'magicbell-js/project-client';
import { noToken, type Peer, secret } from './peer.ts';

export const magicbellJs: Peer = {
  name: 'magicbell-js',
  module: import.meta.url,
  package: 'magicbell-js',
  lacks: { signal: 'takes no `AbortSignal`', createKeyed: 'takes no key', token: noToken },
  note: 'Uses version 2 of the API. Its README calls the option `timeout`, but its code reads `timeoutMs`.',
  connect: ({ baseUrl, timeout }) => {
    const client = new Client({ token: secret, baseUrl, ...(timeout !== undefined && { timeoutMs: timeout }) });
    const create = () =>
      client.broadcasts.createBroadcast({ title: 'Task assigned', recipients: [{ email: 'mary@example.com' }] });
    return {
      list: () => client.users.listUsers({}),
      create,
      createKeyed: create,
    };
  },
  specifier: 'magicbell-js/project-client',
  program: `import { Client } from 'magicbell-js/project-client';
const client = new Client({ token: '' });
const { data } = await client.users.listUsers({});
console.log(data);`,
};

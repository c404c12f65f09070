import { ProjectClient } from 'magicbell/project-client';
import { noToken, type Peer, secret } from './peer.ts';

export const magicbell: Peer = {
  name: 'magicbell',
  module: import.meta.url,
  package: 'magicbell',
  lacks: { signal: 'takes no `AbortSignal`', create: 'puts a key on every POST', token: noToken },
  note: 'With `cacheTTL: 0`: by default it caches the response to a GET for a second.',
  connect: ({ baseUrl, timeout }) => {
    const client = new ProjectClient({
      apiKey: secret,
      apiSecret: secret,
      host: baseUrl,
      cacheTTL: 0,
      ...(timeout !== undefined && { timeout }),
    });
    const recipients = [{ email: 'mary@example.com' }];
    const create = async () => client.broadcasts.create({ title: 'Task assigned', recipients });
    return {
      list: async () => client.users.list(),
      create,
      createKeyed: create,
    };
  },
  specifier: 'magicbell/project-client',
  program: `import { ProjectClient } from 'magicbell/project-client';
const client = new ProjectClient({ apiKey: 'key', apiSecret: 'secret' });
console.log(await client.users.list());`,
};

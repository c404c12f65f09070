import ky from 'ky';
import { credentials, key, noToken, notification, type Peer, user } from './peer.ts';

export const kyPeer: Peer = {
  name: 'ky',
  module: import.meta.url,
  package: 'ky',
  lacks: { token: noToken },
  optIn: "`totalTimeout: 2000`, `redirect: 'error'`; for the POST with a key `retry: { methods: ['post'] }`",
  connect: ({ baseUrl, timeout, optIn }) => {
    const api = ky.create({
      baseUrl,
      headers: credentials,
      ...(timeout !== undefined && { timeout }),
      ...(optIn && { totalTimeout: 2000, redirect: 'error' as const }),
    });
    return {
      list: (signal) => api.get('/users', signal ? { signal } : {}).json(),
      create: () => api.post('/users', { json: user }).json(),
      createKeyed: () =>
        api
          .post('/notifications', { json: notification, headers: key, ...(optIn && { retry: { methods: ['post'] } }) })
          .json(),
    };
  },
  specifier: 'ky',
  program: `import ky from 'ky';
const api = ky.create({ baseUrl: 'https://api.magicbell.com', headers: { 'X-MAGICBELL-API-KEY': '' } });
console.log(await api.get('/users').json());`,
};

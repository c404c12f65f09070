import { ofetch } from 'ofetch';
import { credentials, key, noToken, notification, type Peer, user } from './peer.ts';

export const ofetchPeer: Peer = {
  name: 'ofetch',
  module: import.meta.url,
  package: 'ofetch',
  lacks: { token: noToken },
  optIn: "`redirect: 'error'`; for GETs and the POST with a key `retry: 2`, `retryDelay: 500`",
  connect: ({ baseUrl, timeout, optIn }) => {
    const api = ofetch.create({
      baseURL: baseUrl,
      headers: credentials,
      ...(timeout !== undefined && { timeout }),
      ...(optIn && { redirect: 'error' as const }),
    });
    const retry = optIn ? { retry: 2, retryDelay: 500 } : {};
    return {
      list: (signal) => api('/users', signal ? { signal, ...retry } : retry),
      create: () => api('/users', { method: 'POST', body: user }),
      createKeyed: () => {
        const headers = { ...credentials, ...key };
        return api('/notifications', { method: 'POST', body: notification, headers, ...retry });
      },
    };
  },
  specifier: 'ofetch',
  program: `import { ofetch } from 'ofetch';
const api = ofetch.create({ baseURL: 'https://api.magicbell.com', headers: { 'X-MAGICBELL-API-KEY': '' } });
console.log(await api('/users'));`,
};

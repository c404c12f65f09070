import axios from 'axios';
import { credentials, key, noToken, notification, type Peer, user } from './peer.ts';

const strict = { silentJSONParsing: false, forcedJSONParsing: true, clarifyTimeoutError: false };

export const axiosPeer: Peer = {
  name: 'axios',
  module: import.meta.url,
  package: 'axios',
  lacks: { token: noToken },
  optIn: "`sensitiveHeaders`, `responseType: 'json'` with `transitional.silentJSONParsing: false`",
  note: 'Uses its adapter for `node:http`, the default in Node.',
  connect: ({ baseUrl, timeout, optIn }) => {
    const api = axios.create({
      baseURL: baseUrl,
      headers: credentials,
      ...(timeout !== undefined && { timeout }),
      ...(optIn && { sensitiveHeaders: Object.keys(credentials), responseType: 'json', transitional: strict }),
    });
    const data = (call: Promise<{ data: unknown }>) => call.then((response) => response.data);
    return {
      list: (signal) => data(api.get('/users', signal ? { signal } : {})),
      create: () => data(api.post('/users', user)),
      createKeyed: () => data(api.post('/notifications', notification, { headers: key })),
    };
  },
  specifier: 'axios',
  program: `import axios from 'axios';
const api = axios.create({ baseURL: 'https://api.magicbell.com', headers: { 'X-MAGICBELL-API-KEY': '' } });
const { data } = await api.get('/users');
console.log(data);`,
};

import OpenAI from 'openai';
import { key, type Peer, secret, type Target } from './peer.ts';

const params = { input: 'Task assigned' };
const timeoutOf = ({ timeout }: Target) => (timeout === undefined ? {} : { timeout });

export const openai: Peer = {
  name: 'openai',
  module: import.meta.url,
  package: 'openai',
  note: 'Sends its key in `Authorization`, which `fetch` itself drops when a redirect leaves the origin. It has no option for its token endpoint, so its `fetch` option redirects the token request to the server of the bench.',
  connect: (target) => {
    const client = new OpenAI({ apiKey: secret, baseURL: target.baseUrl, ...timeoutOf(target) });
    return {
      list: (signal) => client.models.list(signal ? { signal } : {}),
      create: () => client.moderations.create(params),
      createKeyed: () => client.moderations.create(params, { headers: key }),
    };
  },
  connectWithToken: ({ baseUrl }) => {
    const client = new OpenAI({
      baseURL: baseUrl,
      workloadIdentity: {
        identityProviderId: 'bench',
        serviceAccountId: 'bench',
        provider: { tokenType: 'jwt', getToken: async () => secret },
      },
      fetch: (url, init) => fetch(String(url).includes('/oauth/token') ? `${baseUrl}/token` : url, init),
    });
    return () => client.models.list();
  },
  specifier: 'openai',
  program: `import OpenAI from 'openai';
const client = new OpenAI({ apiKey: '' });
const page = await client.models.list();
console.log(page.data);`,
};

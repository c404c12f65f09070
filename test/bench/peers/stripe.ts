import Stripe from 'stripe';
import { noToken, type Peer, secret } from './peer.ts';

export const stripe: Peer = {
  name: 'stripe',
  module: import.meta.url,
  package: 'stripe',
  lacks: { signal: 'takes no `AbortSignal`', create: 'puts a key on every POST', token: noToken },
  note: 'Uses `node:http`, its default in Node.',
  connect: ({ baseUrl, timeout }) => {
    const { hostname, port, protocol } = new URL(baseUrl);
    const client = new Stripe(secret, {
      host: hostname,
      port,
      protocol: protocol === 'https:' ? 'https' : 'http',
      ...(timeout !== undefined && { timeout }),
    });
    return {
      list: () => client.customers.list(),
      create: () => client.customers.create(),
      createKeyed: () => client.customers.create({ name: 'Mary' }, { idempotencyKey: 'task-7' }),
    };
  },
  specifier: 'stripe',
  program: `import Stripe from 'stripe';
const client = new Stripe('sk_test');
const page = await client.customers.list();
console.log(page.data);`,
};

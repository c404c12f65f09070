/** A call goes through the `globalThis.fetch` of that moment, and over Node's dispatcher once it is Node's own again. */
import { createClient, whoAnswers } from './client.ts';
import { expectEqual } from './expect-equal.ts';
import { transportsOf } from './transports-of.ts';

const client = createClient();
const native = globalThis.fetch;
await whoAnswers(client);

const interceptor = async () => Response.json({ user: { id: 'interceptor' } });
const replacements: Readonly<Record<string, typeof fetch>> = {
  'an arrow function': interceptor,
  'a function named fetch': async function fetch(_input, _init = undefined) {
    return interceptor();
  },
  'a Proxy': new Proxy(native, { apply: interceptor }),
};
for (const [kind, replacement] of Object.entries(replacements)) {
  globalThis.fetch = replacement;
  expectEqual(`Who answers where fetch is ${kind}`, await whoAnswers(client), 'interceptor');
  expectEqual(`Who answers a new client where fetch is ${kind}`, await whoAnswers(createClient()), 'interceptor');
  globalThis.fetch = native;
  expectEqual(`The transport after ${kind}`, await transportsOf(client), ['dispatcher']);
}

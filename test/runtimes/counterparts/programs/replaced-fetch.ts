/** A call uses the current `globalThis.fetch`, and Node's dispatcher as soon as Node's own `fetch` is back. */
import { createClient, responderOf } from './client.ts';
import { expectEqual } from './expect-equal.ts';
import { transportsOf } from './transports-of.ts';

const client = createClient();
const native = globalThis.fetch;
await responderOf(client);

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
  expectEqual(`The responder when fetch is ${kind}`, await responderOf(client), 'interceptor');
  expectEqual(`The responder for a new client when fetch is ${kind}`, await responderOf(createClient()), 'interceptor');
  globalThis.fetch = native;
  expectEqual(`The transport after ${kind}`, await transportsOf(client), ['dispatcher']);
}

/** `proxy-agent <undici> <proxy>`: with a `ProxyAgent` as the global dispatcher, calls take the same route as native `fetch`. */
import { createClient } from './client.ts';
import { expectSameRoute } from './proxied.ts';

const [undici = '', proxy = ''] = process.argv.slice(2);
// Loads Node's own undici first: the undici that loads first sets the global dispatcher.
void globalThis.Headers;
const { ProxyAgent, setGlobalDispatcher } = (await import(undici)) as typeof import('undici-7-30');

setGlobalDispatcher(new ProxyAgent(proxy));
await expectSameRoute(createClient());

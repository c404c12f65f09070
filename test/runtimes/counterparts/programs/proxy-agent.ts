/** `proxy-agent <undici> <proxy>`: with a `ProxyAgent` as the global dispatcher, a client goes where native `fetch` goes. */
import { createClient } from './client.ts';
import { expectSameWay } from './proxied.ts';

const [undici = '', proxy = ''] = process.argv.slice(2);
// To load it is to set a global dispatcher, where Node's own undici has not.
void globalThis.Headers;
const { ProxyAgent, setGlobalDispatcher } = (await import(undici)) as typeof import('undici-7-30');

setGlobalDispatcher(new ProxyAgent(proxy));
await expectSameWay(createClient());

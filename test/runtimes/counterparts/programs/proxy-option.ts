/** `proxy-option <proxy>`: `createUndiciFetch({ dispatcher: new ProxyAgent() })` sends the calls of its client alone through the proxy. */
import { createUndiciFetch } from '@plumbline/runtime/undici';
import { ProxyAgent } from 'undici';
import { arrivalOfCall } from './arrival.ts';
import { createClient } from './client.ts';
import { expectEqual } from './expect-equal.ts';

const [proxy = ''] = process.argv.slice(2);
const dispatcher = new ProxyAgent(proxy);
const client = createClient({ fetch: createUndiciFetch({ dispatcher }) });

const { mode: _, ...first } = await arrivalOfCall(client);
expectEqual('The first call', first, { by: 'proxy', proxied: 1, requests: 1 });
const { mode: __, ...other } = await arrivalOfCall(createClient());
expectEqual('Another client', other, { by: 'direct', proxied: 1, requests: 2 });
const { mode: ___, ...second } = await arrivalOfCall(client);
expectEqual('The second call', second, { by: 'proxy', proxied: 2, requests: 3 });
await dispatcher.close();

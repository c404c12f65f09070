/** `transport: 'fetch'` sends with Node's `fetch`. */
import { createClient } from './client.ts';
import { expectEqual } from './expect-equal.ts';
import { transportsOf } from './transports-of.ts';

const client = createClient({ transport: 'fetch' } as object);
expectEqual('The transport', await transportsOf(client), ['fetch']);

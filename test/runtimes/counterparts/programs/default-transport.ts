/** The default transport is the dispatcher of Node's own `fetch` from the first call on, without a fallback to `fetch`. */
import { createClient, responderOf, responderOfFetch } from './client.ts';
import { expectEqual } from './expect-equal.ts';
import { transportsOf } from './transports-of.ts';

const client = createClient();
const [first, second] = [await transportsOf(client), await transportsOf(client)];
expectEqual('The transport of the first call', first, ['dispatcher']);
expectEqual('The transport of the second call', second, ['dispatcher']);
expectEqual('The responder of a call', await responderOf(client), await responderOfFetch());

/**
 * `createUndiciFetch()` works after Node's own undici has set the global dispatcher, which any use of `fetch`, `Headers` or
 * `Response` does. Node's own undici may be older than the installed one.
 */
import { address, createClient, responderOf } from './client.ts';
import { expectEqual } from './expect-equal.ts';

await fetch(address).then((response) => response.text());
const { createUndiciFetch } = await import('@plumbline/runtime/undici');
const client = createClient({ fetch: createUndiciFetch() });
expectEqual('The responder of a call', await responderOf(client), 'server');

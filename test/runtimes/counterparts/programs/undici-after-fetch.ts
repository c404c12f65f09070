/**
 * `createUndiciFetch()` works where Node's own undici is older than the installed one and set the global dispatcher first: after any
 * use of `fetch`, `Headers` or `Response`.
 */
import { address, createClient, whoAnswers } from './client.ts';
import { expectEqual } from './expect-equal.ts';

await fetch(address).then((response) => response.text());
const { createUndiciFetch } = await import('@plumbline/runtime/undici');
const client = createClient({ fetch: createUndiciFetch() });
expectEqual('Who answers', await whoAnswers(client), 'server');

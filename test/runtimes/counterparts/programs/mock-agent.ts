/**
 * `mock-agent <undici> first|later`: a `MockAgent` from `setGlobalDispatcher` of that undici intercepts calls exactly as it intercepts
 * native `fetch`. It is set before the first request, or after a request of each.
 */
import { createClient, origin, responderOf, responderOfFetch } from './client.ts';
import { expectEqual } from './expect-equal.ts';

const [undici = '', order] = process.argv.slice(2);

const early = createClient();
if (order === 'later') {
  expectEqual('Native fetch before the interception', await responderOfFetch(), 'server');
  expectEqual('A client before the interception', await responderOf(early), 'server');
}

// The undici that loads first sets the global dispatcher.
const { MockAgent, getGlobalDispatcher, setGlobalDispatcher } = (await import(undici)) as typeof import('undici-7-30');
const before = getGlobalDispatcher();
const agent = new MockAgent();
agent.disableNetConnect();
const path = '/magicbell/users/mary';
agent
  .get(origin)
  .intercept({ path })
  .reply(200, { user: { id: 'interceptor' } }, { headers: { 'Content-Type': 'application/json' } })
  .persist();
setGlobalDispatcher(agent);

// Call the client first: native `fetch` loads Node's own undici, and a client must do so by itself.
const seen = await responderOf(early);
const native = await responderOfFetch();
expectEqual('A client from before the interception', seen, native);
expectEqual('A client from after the interception', await responderOf(createClient()), native);
const unmatched = await fetch(`${origin}/magicbell/users/other`).then(
  () => 'succeeded',
  () => 'failed',
);
const call = createClient().users.get({ user_id: 'other' });
const outcome = await call.then(
  () => 'succeeded',
  () => 'failed',
);
expectEqual('A call without an interceptor', outcome, unmatched);

setGlobalDispatcher(before);
expectEqual('A client after the interception', await responderOf(early), await responderOfFetch());
// Check this last: where native fetch is not intercepted, calls must not be intercepted either.
expectEqual('Native fetch', native, 'interceptor');

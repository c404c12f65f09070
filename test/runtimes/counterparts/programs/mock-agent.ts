/**
 * `mock-agent <undici> first|later`: a client sees the `MockAgent` that `setGlobalDispatcher` of that undici was given exactly as
 * native `fetch` does. It is set before anything was sent, or after both have sent.
 */
import { createClient, origin, whoAnswers, whoAnswersFetch } from './client.ts';
import { expectEqual } from './expect-equal.ts';

const [undici = '', order] = process.argv.slice(2);

const early = createClient();
if (order === 'later') {
  expectEqual('Native fetch before', await whoAnswersFetch(), 'server');
  expectEqual('A client before', await whoAnswers(early), 'server');
}

// To load it is to set a global dispatcher, where Node's own undici has not.
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

// The client comes first: native `fetch` loads Node's own undici, which a client has to do for itself.
const seen = await whoAnswers(early);
const native = await whoAnswersFetch();
expectEqual('A client made before', seen, native);
expectEqual('A client made since', await whoAnswers(createClient()), native);
const unmatched = await fetch(`${origin}/magicbell/users/other`).then(
  () => 'answered',
  () => 'failed',
);
const call = createClient().users.get({ user_id: 'other' });
const outcome = await call.then(
  () => 'answered',
  () => 'failed',
);
expectEqual('A call that nothing intercepts', outcome, unmatched);

setGlobalDispatcher(before);
expectEqual('A client once the dispatcher is back', await whoAnswers(early), await whoAnswersFetch());
// Last, so that equality was checked where native fetch is not intercepted either.
expectEqual('Native fetch', native, 'interceptor');

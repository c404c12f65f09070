/** nock intercepts the calls of a client until it is restored, however the client and nock were started. */
import nock from 'nock';
import { createClient, origin, whoAnswers, whoAnswersFetch } from './client.ts';
import { expectEqual } from './expect-equal.ts';

const early = createClient();
expectEqual('Native fetch with nock loaded', await whoAnswersFetch(), 'server');
expectEqual('A client with nock loaded', await whoAnswers(early), 'server');

nock(origin)
  .persist()
  .get('/magicbell/users/mary')
  .reply(200, { user: { id: 'interceptor' } });
expectEqual('Native fetch under nock', await whoAnswersFetch(), 'interceptor');
expectEqual('A client that was used before', await whoAnswers(early), 'interceptor');
const late = createClient();
expectEqual('A client made since', await whoAnswers(late), 'interceptor');

nock.cleanAll();
nock.restore();
expectEqual('Native fetch after restore()', await whoAnswersFetch(), 'server');
for (const client of [early, late]) expectEqual('A client after restore()', await whoAnswers(client), 'server');

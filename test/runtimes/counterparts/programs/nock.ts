/** nock intercepts the calls of a client until it is restored. The order in which both start does not matter. */
import nock from 'nock';
import { createClient, origin, responderOf, responderOfFetch } from './client.ts';
import { expectEqual } from './expect-equal.ts';

const early = createClient();
expectEqual('Native fetch with nock loaded', await responderOfFetch(), 'server');
expectEqual('A client with nock loaded', await responderOf(early), 'server');

nock(origin)
  .persist()
  .get('/magicbell/users/mary')
  .reply(200, { user: { id: 'interceptor' } });
expectEqual('Native fetch under nock', await responderOfFetch(), 'interceptor');
expectEqual('A client from before the interception', await responderOf(early), 'interceptor');
const late = createClient();
expectEqual('A client from after the interception', await responderOf(late), 'interceptor');

nock.cleanAll();
nock.restore();
expectEqual('Native fetch after restore()', await responderOfFetch(), 'server');
for (const client of [early, late]) expectEqual('A client after restore()', await responderOf(client), 'server');

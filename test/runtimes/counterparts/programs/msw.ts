/** MSW intercepts the calls of a client while it listens. The order in which both start does not matter. */
import { HttpResponse, http } from 'msw/http';
import { setupServer } from 'msw/node';
import { address, createClient, responderOf, responderOfFetch } from './client.ts';
import { expectEqual } from './expect-equal.ts';

const early = createClient();
expectEqual('Before MSW listens', await responderOf(early), 'server');

const server = setupServer(http.get(address, () => HttpResponse.json({ user: { id: 'interceptor' } })));
server.listen();
expectEqual('Native fetch under MSW', await responderOfFetch(), 'interceptor');
expectEqual('A client from before listen()', await responderOf(early), 'interceptor');
const late = createClient();
expectEqual('A client from after listen()', await responderOf(late), 'interceptor');

server.close();
expectEqual('Native fetch after close()', await responderOfFetch(), 'server');
for (const client of [early, late]) expectEqual('A client after close()', await responderOf(client), 'server');

/** MSW intercepts the calls of a client while it listens, however the client and MSW were started. */
import { HttpResponse, http } from 'msw/http';
import { setupServer } from 'msw/node';
import { address, createClient, whoAnswers, whoAnswersFetch } from './client.ts';
import { expectEqual } from './expect-equal.ts';

const early = createClient();
expectEqual('Before MSW listens', await whoAnswers(early), 'server');

const server = setupServer(http.get(address, () => HttpResponse.json({ user: { id: 'interceptor' } })));
server.listen();
expectEqual('Native fetch under MSW', await whoAnswersFetch(), 'interceptor');
expectEqual('A client that was used before', await whoAnswers(early), 'interceptor');
const late = createClient();
expectEqual('A client made since', await whoAnswers(late), 'interceptor');

server.close();
expectEqual('Native fetch after close()', await whoAnswersFetch(), 'server');
for (const client of [early, late]) expectEqual('A client after close()', await whoAnswers(client), 'server');

/** A client works in a route handler of Next.js, over the `fetch` with which Next.js replaces Node's own. */
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { noTimeLimits } from '../../no-time-limits.ts';
import { expectEqual } from './expect-equal.ts';

// TypeScript and Node disagree about its default export.
const next = createRequire(import.meta.url)('next');
const app = next({ dev: false, dir: process.cwd() });
await app.prepare();
const handle = app.getRequestHandler();
const server = createServer(noTimeLimits, (request, response) => void handle(request, response));
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const call = await fetch(`${url}/call`).then((response) => response.json());
expectEqual('The call in a route handler', call, { user: 'server', patched: true, mode: 'cors' });
const returned = await fetch(`${url}/response`);
expectEqual(
  'The response that a route handler returned',
  [returned.status, await returned.text()],
  [200, '{"user":{"id":"server"}}'],
);

server.closeAllConnections();
server.close();
await app.close();

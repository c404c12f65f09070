/** A client works in a route handler of Next.js, over the `fetch` that Next.js put in place of Node's own. */
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { expectEqual } from './expect-equal.ts';

// It has no default export that types and Node agree on.
const next = createRequire(import.meta.url)('next');
const app = next({ dev: false, dir: process.cwd() });
await app.prepare();
const handle = app.getRequestHandler();
const server = createServer((request, response) => void handle(request, response));
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const call = await fetch(`${url}/call`).then((response) => response.json());
expectEqual('What the route handler saw', call, { user: 'server', patched: true, mode: 'cors' });
const returned = await fetch(`${url}/response`);
expectEqual('A response that it returned', [returned.status, await returned.text()], [200, '{"user":{"id":"server"}}']);

server.closeAllConnections();
server.close();
await app.close();

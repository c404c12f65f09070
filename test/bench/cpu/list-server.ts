/** A process that answers every request with the same list, and tells its parent its port. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { list } from './list.ts';

const body = Buffer.from(JSON.stringify(list));
const headers = { 'Content-Type': 'application/json', 'Content-Length': body.length };
const server = createServer((request, response) => {
  request.resume();
  response.writeHead(200, headers).end(body);
});
server.keepAliveTimeout = 600_000;
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit());

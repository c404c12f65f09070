/**
 * A process that responds to every GET with the same list. With the argument `hold` it never responds.
 *
 * It sends its parent its port, and the number of received requests after each message. It looks for the end of a request's head
 * and parses nothing else: a server that is slower than its clients would determine how often they wake up.
 */
import { type AddressInfo, createServer } from 'node:net';
import { list } from './list.ts';

const holds = process.argv[2] === 'hold';
const body = JSON.stringify(list);
const head = `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nDate: ${new Date().toUTCString()}\r\nConnection: keep-alive\r\nKeep-Alive: timeout=600\r\n\r\n`;
const response = Buffer.from(head + body);
const end = '\r\n\r\n';

let received = 0;
const server = createServer({ noDelay: true }, (socket) => {
  let rest = '';
  socket.setEncoding('latin1');
  socket.on('data', (part: string) => {
    const parts = (rest + part).split(end);
    rest = parts.pop() ?? '';
    received += parts.length;
    if (!holds) for (const _ of parts) socket.write(response);
  });
  // A killed client resets its connections.
  socket.on('error', () => socket.destroy());
});
process.on('message', () => process.send?.(received));
process.on('disconnect', () => process.exit());
// Thousands of clients connect at once.
server.listen({ port: 0, host: '127.0.0.1', backlog: 16_384 }, () =>
  process.send?.((server.address() as AddressInfo).port),
);

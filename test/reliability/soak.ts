/**
 * A program that makes 200,000 calls and prints what they leave behind. Not a test, because a test runner has a heap of its own.
 *
 * `node --expose-gc soak.ts <the index of a transport>`
 */
import { getEventListeners } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createMagicBell } from '@plumbline/magicbell';
import { createMagnify } from '@plumbline/magnify';
import { type Clock, systemClock } from '@plumbline/runtime';
import { transports } from '../behaviour/transports.ts';

const { gc: collectGarbage } = globalThis as unknown as { gc(): void };

const total = 200_000;
const width = 32;
const json = { 'Content-Type': 'application/json' };
const text = JSON.stringify({ users: [{ id: '1', email: 'mary@example.com' }], per_page: 20, current_page: 1 });

/** Counts the timers that are set. Each delay of a client is over at once. */
function createCountingClock(): Clock & { readonly pending: () => number } {
  let timers = 0;
  const after: Clock['after'] = (milliseconds, callback, keepsAlive) => {
    timers++;
    let isSet = true;
    const end = () => {
      if (isSet) timers--;
      isSet = false;
    };
    const isDelay = milliseconds < 20_000;
    const fire = () => {
      end();
      callback();
    };
    const cancel = systemClock.after(isDelay ? 0 : milliseconds, fire, keepsAlive);
    return () => {
      end();
      cancel();
    };
  };
  return { ...systemClock, after, pending: () => timers };
}

/** A vendor that loses some requests, refuses some, and responds to the others. */
async function startVendor() {
  let count = 0;
  const sockets = new Set<object>();
  const server = createServer((request, response) => {
    request.resume();
    if (request.url?.endsWith('/token'))
      return response.writeHead(200, json).end('{"access_token":"t1","expires_in":3600}');
    const number = ++count;
    if (number % 97 === 0) return request.socket.destroy();
    if (number % 89 === 0) return response.writeHead(503, json).end('{}');
    if (number % 83 === 0) return response.writeHead(404, json).end('{"errors":[]}');
    return response.writeHead(200, json).end(text);
  });
  server.keepAliveTimeout = 0;
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, sockets };
}

const options = transports[Number(process.argv[2])]?.options;
const vendor = await startVendor();
const clock = createCountingClock();
const shared = { baseUrl: vendor.url, clock, retry: { attempts: 3 }, ...options };
const magicbell = createMagicBell({ apiKey: 'key', apiSecret: 'secret', ...shared });
const tokenUrl = `${vendor.url}/oauth2/token`;
const magnify = createMagnify({ clientId: 'id', clientSecret: 'secret', tokenUrl, ...shared });
const { signal } = new AbortController();
const outcomes = { success: 0, failure: 0 };
const succeed = () => void outcomes.success++;
const fail = () => void outcomes.failure++;
const callMany = async (count: number) => {
  let rest = count;
  const work = async () => {
    while (rest-- > 0) {
      const call = rest % 2 ? magicbell.users.list({}, { signal }) : magnify.motions.list({}, { signal });
      await call.then(succeed, fail);
    }
  };
  await Promise.all(Array.from({ length: width }, work));
};
const readHeap = () => {
  collectGarbage();
  return process.memoryUsage().heapUsed;
};

// The first calls compile the code and fill the pools.
await callMany(20_000);
const heaps = [readHeap()];
for (let part = 0; part < 4; part++) {
  await callMany((total - 20_000) / 4);
  heaps.push(readHeap());
}
console.log(
  JSON.stringify({
    outcomes,
    heaps,
    listeners: getEventListeners(signal, 'abort').length,
    timers: clock.pending(),
    sockets: vendor.sockets.size,
  }),
);
process.exit();

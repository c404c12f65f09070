/**
 * A vendor closes connections that were idle for 100 ms and does not announce it. Each request on such a connection arrives before the
 * client notices, which is the worst case: the vendor resets it.
 *
 * The idle time is fake, so the result does not depend on how busy the machine is.
 */
import type { Socket } from 'node:net';
import { createMagicBell } from '@plumbline/magicbell';
import { ManualClock } from '@plumbline/runtime/testing';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { respond } from '../behaviour/steps.ts';
import { createTestClient, eventually, type Network, startNetwork } from '../behaviour/test-client.ts';
import { type Step, TestServer } from '../behaviour/test-server.ts';
import { subjects, type Transport, transports } from '../behaviour/transports.ts';

const { createUndiciFetch } = await import('@plumbline/runtime/undici');

/** Milliseconds after which the vendor closes an idle connection. */
const limit = 100;
/** Milliseconds before each request: 25 to 99 and 100 to 174 in turns. After a lost request there is no connection to be stale. */
const idleTimes = Array.from({ length: 150 }, (_, index) => (index % 2 ? limit : 25) + Math.floor(index / 2));
const stale = idleTimes.filter((time) => time >= limit).length;

/** Creates a transport with an agent of its own, so that no test uses the connections of another. */
const withTimeout = (keepAliveTimeout: number): Transport => ({
  name: `undici with \`keepAliveTimeout: ${keepAliveTimeout}\``,
  options: { fetch: createUndiciFetch({ keepAliveTimeout }) },
});
const tooLong = [...transports, withTimeout(200)];
const all = [...tooLong.map((transport) => ({ ...transport, resets: stale })), { ...withTimeout(50), resets: 0 }];
const vendors = subjects.flatMap(({ vendor, transport }) =>
  transport === transports[0] && !vendor.tokenPath ? vendor : [],
);

beforeAll(async () => {
  // undici has a timer for all its long limits. It must be a real one, because the tests after these use it too.
  await using server = await new TestServer(new ManualClock()).listen();
  server.on('/', respond(200));
  for (const send of [fetch, createUndiciFetch()]) await (await send(server.url, {})).text();
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A vendor that resets a request on a connection that was idle for too long. */
class Vendor {
  readonly #network: Network;
  readonly #lastUse = new WeakMap<Socket, number>();
  #now = 0;
  resets = 0;

  constructor(network: Network) {
    this.#network = network;
  }

  /** Responds, or resets the connection. The vendor announces no limit, unless the step does. */
  respond(step: Step): Step {
    return (incoming) => {
      const socket = incoming.response.socket as Socket;
      const idle = this.#now - (this.#lastUse.get(socket) ?? this.#now);
      this.#lastUse.set(socket, this.#now);
      if (idle < limit) {
        incoming.response.removeHeader('Keep-Alive');
        return step(incoming);
      }
      this.resets++;
      socket.resetAndDestroy();
    };
  }

  /** Sends a request after each idle time. Returns the errors. */
  async send(call: () => PromiseLike<unknown>): Promise<unknown[]> {
    const { clock, server } = this.#network;
    const errors: unknown[] = [];
    for (const time of idleTimes) {
      // The client has set the timer of each connection that it keeps.
      await eventually(() => vi.getTimerCount() === server.openPorts.size);
      vi.advanceTimersByTime(time);
      this.#now += time;
      await clock.run(call()).catch((error) => errors.push(error));
    }
    return errors;
  }
}

describe.each(vendors)('$name', (vendor) => {
  const start = async (transport: Transport, step = respond(200, { id: '1' })) => {
    const client = await createTestClient({ vendor, transport });
    const server = new Vendor(client);
    client.onRead(server.respond(step));
    client.onWrite(server.respond(step));
    return { client, server };
  };

  it.each(tooLong)('a create without a key is lost on each stale connection, over $name', async (transport) => {
    const { client, server } = await start(transport);
    const errors = await server.send(() => client.write());
    expect(errors).toHaveLength(stale);
    for (const error of errors) {
      expect(error).toMatchObject({ name: 'ConnectionError' });
      expect(String(error)).toContain('ECONNRESET');
    }
    expect([server.resets, client.writes]).toEqual([stale, idleTimes.length]);
  });

  it.each([50, 99])('no create is lost with `keepAliveTimeout: %i`', async (keepAliveTimeout) => {
    const { client, server } = await start(withTimeout(keepAliveTimeout));
    expect(await server.send(() => client.write())).toEqual([]);
    expect([server.resets, client.writes]).toEqual([0, idleTimes.length]);
  });

  it.each(transports)('no create is lost if the vendor announces a short limit, over $name', async (transport) => {
    const { client, server } = await start(transport, respond(200, { id: '1' }, { 'Keep-Alive': 'timeout=1' }));
    expect(await server.send(() => client.write())).toEqual([]);
    expect([server.resets, client.writes]).toEqual([0, idleTimes.length]);
  });

  it.each(all)('no read is lost, because a reset one is retried, over $name', async ({ resets, ...transport }) => {
    const { client, server } = await start(transport);
    expect(await server.send(() => client.read())).toEqual([]);
    expect([server.resets, client.reads]).toEqual([resets, idleTimes.length + resets]);
  });
});

it.each(all)(
  'no create with a key is lost, because a reset one is retried, over $name',
  async ({ resets, ...transport }) => {
    const network = await startNetwork(transport);
    const { server, options } = network;
    const vendor = new Vendor(network);
    server.on('/notifications', vendor.respond(respond(201, { notification: { id: '1' } })));
    const { notifications } = createMagicBell({ apiKey: 'key', apiSecret: 'secret', ...options });
    const notification = { title: 'Task assigned to you', recipients: [{ email: 'mary@example.com' }] };
    expect(await vendor.send(() => notifications.create({ notification }))).toEqual([]);
    expect([vendor.resets, server.arrivals.length]).toEqual([resets, idleTimes.length + resets]);
  },
);

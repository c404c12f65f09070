/** The connections of an undici fetch. */
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type Dispatcher, getGlobalDispatcher, MockAgent, Pool, setGlobalDispatcher } from 'undici';
import { afterEach, describe, expect, it } from 'vitest';
import { turn } from './testing/manual-clock.ts';
import { createUndiciFetch } from './undici.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** Starts a server that keeps connections open. Resolves with its URL and its connections. */
async function serve() {
  const sockets: Socket[] = [];
  // With this header, Node does not send the server's own limit.
  const server = createServer((_, response) => response.setHeader('Connection', 'keep-alive').end('abc'));
  server.keepAliveTimeout = 3_600_000;
  server.on('connection', (socket) => sockets.push(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, sockets };
}
async function read(fetch: ReturnType<typeof createUndiciFetch>, url: string): Promise<string> {
  const text = await (await fetch(url, {})).text();
  // undici reuses a connection after a turn of the event loop.
  await turn();
  return text;
}

function replaceGlobal(dispatcher: Dispatcher): void {
  const previous = getGlobalDispatcher();
  ends.push(() => setGlobalDispatcher(previous));
  setGlobalDispatcher(dispatcher);
}
function mock(id: string): MockAgent {
  const agent = new MockAgent();
  agent.disableNetConnect();
  agent.get('https://api.example.com').intercept({ path: '/' }).reply(200, id).persist();
  ends.push(() => agent.close());
  return agent;
}

describe('an undici fetch', () => {
  it('an undici fetch sends through the dispatcher of its options', async () => {
    replaceGlobal(mock('global'));
    const fetch = createUndiciFetch({ dispatcher: mock('given'), keepAliveTimeout: 5 });
    expect(await read(fetch, 'https://api.example.com/')).toBe('given');
  });

  it('an undici fetch sends through a pool', async () => {
    const { url, sockets } = await serve();
    const dispatcher = new Pool(new URL(url).origin, { connections: 1 });
    ends.push(() => dispatcher.destroy());
    const fetch = createUndiciFetch({ dispatcher });
    expect(await Promise.all([read(fetch, url), read(fetch, url), read(fetch, url)])).toEqual(['abc', 'abc', 'abc']);
    expect(sockets).toHaveLength(1);
  });

  it('an undici fetch sends through the global dispatcher of its undici, looked up at each request', async () => {
    const fetch = createUndiciFetch();
    replaceGlobal(mock('one'));
    expect(await read(fetch, 'https://api.example.com/')).toBe('one');
    replaceGlobal(mock('two'));
    expect(await read(fetch, 'https://api.example.com/')).toBe('two');
    expect(await read(createUndiciFetch({ dispatcher: undefined }), 'https://api.example.com/')).toBe('two');
  });

  it('an undici fetch sends through its own agent if the global dispatcher is of another undici', async () => {
    const { url, sockets } = await serve();
    const foreign = {
      dispatch() {
        throw new Error('not this one');
      },
    };
    replaceGlobal(foreign as unknown as Dispatcher);
    const fetch = createUndiciFetch();
    expect([await read(fetch, url), await read(fetch, url)]).toEqual(['abc', 'abc']);
    expect(sockets).toHaveLength(1);
  });

  it('an undici fetch with `keepAliveTimeout` sends through its own agent, not through the global dispatcher', async () => {
    const { url, sockets } = await serve();
    replaceGlobal(mock('global'));
    const fetch = createUndiciFetch({ keepAliveTimeout: 600_000 });
    expect([await read(fetch, url), await read(fetch, url)]).toEqual(['abc', 'abc']);
    expect(sockets).toHaveLength(1);
  });

  it('an undici fetch closes an idle connection after `keepAliveTimeout`, before one with a longer time', async () => {
    const { url, sockets } = await serve();
    const closed: string[] = [];
    /** Opens a connection, which is then idle. `closing` resolves when it is closed. */
    const open = async (name: string, keepAliveTimeout: number) => {
      await read(createUndiciFetch({ keepAliveTimeout }), url);
      const socket = sockets.at(-1);
      return {
        closing: new Promise<void>((resolve) => {
          socket?.on('close', () => {
            closed.push(name);
            resolve();
          });
        }),
      };
    };
    // The longer one is idle first. Without the option it would be closed first.
    const longer = await open('longer', 3_600_000);
    const shorter = await open('shorter', 10);
    await shorter.closing;
    expect(closed).toEqual(['shorter']);
    for (const socket of sockets) socket.destroy();
    await longer.closing;
  });
});

/** What undici's dispatcher tells, as bytes arrive and do not. */
import { getEventListeners } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Agent, MockAgent } from 'undici';
import { afterEach, describe, expect, it } from 'vitest';
import { createUndiciFetch } from './undici.ts';

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** Serves whoever asks; gives the address, and a `fetch` over so many connections. */
async function serve(listener: RequestListener, connections = 2) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const dispatcher = new Agent({ connections });
  ends.push(
    () => dispatcher.destroy(),
    async () => server.closeAllConnections(),
    () => new Promise((resolve) => server.close(resolve)),
  );
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, undiciFetch: createUndiciFetch({ dispatcher }) };
}
/** Sends a head and three of nine bytes, and then breaks off. */
const breaking: RequestListener = (message, response) => {
  response.writeHead(200, { 'Content-Length': '9' }).write('abc', () => message.socket.destroy());
};

describe('a body that nobody reads yet', () => {
  it('holds up a server that sends more than is worth keeping, and is whole when it is read', async () => {
    const size = 50_000_000;
    let sent = 0;
    const { url, undiciFetch } = await serve(async (_, response) => {
      response.on('error', () => {});
      for (const chunk = Buffer.alloc(100_000, 'x'); sent < size; sent += chunk.length) {
        if (!response.write(chunk)) await new Promise((resolve) => response.once('drain', resolve));
      }
      response.end();
    });
    const response = await undiciFetch(url, {});
    // The server stands still once the buffers of the two sockets are full.
    let before = -1;
    await expect
      .poll(() => {
        const still = before === sent;
        before = sent;
        return still;
      })
      .toBe(true);
    expect(sent).toBeLessThan(size / 2);
    expect((await response.arrayBuffer()).byteLength).toBe(size);
  });

  it('gives its connection back when it is small', async () => {
    const { url, undiciFetch } = await serve((_, response) => response.end('abc'), 1);
    const unread = await undiciFetch(url, {});
    expect(await (await undiciFetch(url, {})).text()).toBe('abc');
    expect(await unread.text()).toBe('abc');
  });

  it('gives what arrived before it broke off', async () => {
    const { url, undiciFetch } = await serve(breaking);
    const response = await undiciFetch(url, {});
    const reader = response.body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('abc');
    await expect(reader?.read()).rejects.toMatchObject({ name: 'TypeError', message: 'terminated' });
  });
});

it('waits past interim answers (1xx) for the final one', async () => {
  const { url, undiciFetch } = await serve(async (_, response) => {
    response.writeEarlyHints({ link: '</style.css>; rel=preload' });
    response.writeProcessing();
    // Apart from the final answer, so that they could be taken for it.
    for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate);
    response.writeHead(200, { 'X-A': '1' }).end('abc');
  });
  const response = await undiciFetch(url, {});
  expect([response.status, response.headers.get('X-A'), response.headers.get('Link'), await response.text()]).toEqual([
    200,
    '1',
    null,
    'abc',
  ]);
});

it.each<[string, RequestListener, (response: Response) => Promise<unknown> | undefined]>([
  ['is read', (_, response) => response.end('abc'), (response) => response.text()],
  ['is cancelled', (_, response) => void response.writeHead(200).write('abc'), ({ body }) => body?.cancel()],
  ['breaks off', breaking, (response) => response.text().catch(() => {})],
])('leaves no listener at a signal when the body %s', async (_, listener, read) => {
  const { signal } = new AbortController();
  const { url, undiciFetch } = await serve(listener);
  await read(await undiciFetch(url, { signal }));
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

it('sends through the dispatcher that it is given', async () => {
  const mock = new MockAgent();
  mock.disableNetConnect();
  mock.get('https://api.example.com').intercept({ path: '/a?b=1' }).reply(201, { c: 1 });
  const response = await createUndiciFetch({ dispatcher: mock })('https://api.example.com/a?b=1', {});
  expect([response.status, await response.json()]).toEqual([201, { c: 1 }]);
});

it('sends nothing that was aborted while its body was made ready', async () => {
  let asked = 0;
  const { url, undiciFetch } = await serve((_, response) => {
    asked++;
    response.end();
  });
  const controller = new AbortController();
  const sending = undiciFetch(url, { method: 'POST', body: '{}', signal: controller.signal });
  controller.abort('stop');
  await expect(sending).rejects.toBe('stop');
  await (await undiciFetch(url, {})).text();
  expect(asked).toBe(1);
});

it('says as fetch does that a dispatcher threw, and leaves no listener', async () => {
  const cause = new Error('no');
  const dispatcher = new MockAgent();
  dispatcher.dispatch = () => {
    throw cause;
  };
  const { signal } = new AbortController();
  const sending = createUndiciFetch({ dispatcher })('https://api.example.com/', { signal });
  await expect(sending).rejects.toMatchObject({ name: 'TypeError', message: 'fetch failed', cause });
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

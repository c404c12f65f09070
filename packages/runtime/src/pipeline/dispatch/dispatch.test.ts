/** Requests to a real server, through undici. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { Agent } from 'undici';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BufferedResponse } from '../buffered-response.ts';
import { type DispatchRequest, dispatch } from './dispatch.ts';
import type { Dispatcher, DispatchHandler } from './dispatcher.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

type Handlers = (handler: DispatchHandler) => Partial<DispatchHandler>;
/** undici 7 calls the methods of undici 6 on a handler that has no others. */
const methodsOf6: Handlers = (handler) => ({
  onConnect: (abort) => handler.onConnect(abort),
  onHeaders: (...head) => handler.onHeaders(...head),
  onData: (chunk) => handler.onData(chunk),
  onComplete: () => handler.onComplete(),
  onError: (cause) => handler.onError(cause),
});

describe.each<[string, Handlers]>([
  ['undici 7', (handler) => handler],
  ['undici 6', methodsOf6],
])('dispatch through %s', (name, handlers) => {
  let dispatcher: Dispatcher;
  let abort: ((reason: unknown) => void) | undefined;
  const left = vi.fn();
  beforeEach(() => {
    const agent = new Agent({ connections: 1 });
    dispatcher = { dispatch: (options, handler) => agent.dispatch(options as never, handlers(handler) as never) };
    abort = undefined;
    left.mockClear();
    ends.push(() => agent.destroy());
  });

  /** Serves requests. Resolves with the URL of the server. */
  async function serve(listener: RequestListener) {
    const server = createServer(listener);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ends.unshift(
      () => server.closeAllConnections(),
      () => new Promise((resolve) => server.close(resolve)),
    );
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  }
  const send = (url: string, changes: Partial<DispatchRequest> = {}) =>
    dispatch(dispatcher, {
      url,
      method: 'GET',
      headers: {},
      body: null,
      isStreamed: () => false,
      maxBytes: 1_000_000,
      onAbort(callback) {
        abort = callback;
        return left;
      },
      ...changes,
    });
  const streamed = { isStreamed: () => true };
  /** Sends a head and three of nine bytes, and then closes the connection. */
  const breaking: RequestListener = (message, response) => {
    response.writeHead(200, { 'Content-Length': '9' }).write('abc', () => message.socket.destroy());
  };

  it(`dispatch through ${name} returns a response whose body was read`, async () => {
    const url = await serve((_, response) => response.writeHead(418, 'Short', { 'X-A': '1' }).end('{"a":1}'));
    const response = await send(`${url}a?b=1#c`);
    expect(response).toBeInstanceOf(BufferedResponse);
    expect(response).toMatchObject({ status: 418, ok: false, statusText: 'Short', url: `${url}a?b=1` });
    expect([response.headers.get('X-A'), await response.json(), await response.text()]).toEqual([
      '1',
      { a: 1 },
      '{"a":1}',
    ]);
    expect(left).toHaveBeenCalledOnce();
  });

  it(`dispatch through ${name} returns a streamed response when its head arrives`, async () => {
    let end: () => void = () => {};
    const url = await serve((_, response) => {
      response.writeHead(200, { 'X-A': '1' }).write('abc');
      end = () => response.end('def');
    });
    const response = await send(url, streamed);
    expect(response).not.toBeInstanceOf(BufferedResponse);
    expect([response.status, response.headers.get('X-A'), response.url]).toEqual([200, '1', url]);
    const reader = response.body?.getReader();
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('abc');
    expect(left).not.toHaveBeenCalled();
    end();
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('def');
    expect((await reader?.read())?.done).toBe(true);
    expect(left).toHaveBeenCalledOnce();
  });

  it.each([
    ['read whole', false],
    ['streamed', true],
  ])(`dispatch through ${name} decodes a body that is %s`, async (_, isStreamed) => {
    const url = await serve((_, response) => {
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('abc'.repeat(100_000)));
    });
    const response = await send(url, { isStreamed: () => isStreamed });
    // All of it has arrived before it is read.
    await vi.waitUntil(() => left.mock.calls.length > 0, { timeout: 300_000 });
    expect(await response.text()).toBe('abc'.repeat(100_000));
  });

  it(`dispatch through ${name} throws if an encoded body is truncated`, async () => {
    const body = gzipSync('abc');
    const url = await serve((_, response) => {
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(body.subarray(0, body.length - 4));
    });
    await expect(send(url)).rejects.toMatchObject({ message: 'unexpected end of file' });
  });

  it.each([
    ['read whole', false],
    ['streamed', true],
  ])(
    `dispatch through ${name} throws for a response with more content codings than fetch allows, %s`,
    async (_, isStreamed) => {
      const url = await serve((_, response) => {
        response.writeHead(200, { 'Content-Encoding': Array(6).fill('gzip').join() }).end('abc');
      });
      await expect(send(url, { isStreamed: () => isStreamed })).rejects.toThrow('content codings');
      expect(left).toHaveBeenCalledOnce();
    },
  );

  it.each([
    ['GET', 204],
    ['GET', 304],
    ['HEAD', 200],
  ])(`dispatch through ${name} returns no body for %s with status %d, with any headers`, async (method, status) => {
    const headers = status === 200 ? { 'Content-Length': '7', 'Content-Encoding': 'gzip' } : {};
    const url = await serve((_, response) => response.writeHead(status, headers).end());
    for (const isStreamed of [false, true]) {
      const response = await send(url, { method, isStreamed: () => isStreamed });
      expect([response.status, response.body, await response.text()]).toEqual([status, null, '']);
    }
  });

  it(`dispatch through ${name} waits past interim responses (1xx) for the final one`, async () => {
    const url = await serve(async (_, response) => {
      response.writeEarlyHints({ link: '</style.css>; rel=preload' });
      response.writeProcessing();
      // Separate from the final response, so that a handler could mistake them for it.
      for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate);
      response.writeHead(200, { 'X-A': '1' }).end('abc');
    });
    const response = await send(url, streamed);
    const { status, headers } = response;
    expect([status, headers.get('X-A'), headers.get('Link'), await response.text()]).toEqual([200, '1', null, 'abc']);
  });

  it(`dispatch through ${name} pauses the server while a stream is not read, and loses nothing`, async () => {
    const size = 50_000_000;
    let sent = 0;
    const url = await serve(async (_, response) => {
      response.on('error', () => {});
      for (const chunk = Buffer.alloc(100_000, 'x'); sent < size; sent += chunk.length) {
        if (!response.write(chunk)) await new Promise((resolve) => response.once('drain', resolve));
      }
      response.end();
    });
    const response = await send(url, streamed);
    // The server pauses when the buffers of both sockets are full.
    let before = -1;
    await vi.waitUntil(
      () => {
        const still = before === sent;
        before = sent;
        return still;
      },
      { timeout: 300_000 },
    );
    expect(sent).toBeLessThan(size / 2);
    expect((await response.arrayBuffer()).byteLength).toBe(size);
  });

  it(`dispatch through ${name} releases the connection of a small stream that is not read`, async () => {
    const url = await serve((_, response) => response.end('abc'));
    const unread = await send(url, streamed);
    expect(await (await send(url)).text()).toBe('abc');
    expect(await unread.text()).toBe('abc');
  });

  it(`dispatch through ${name} yields the bytes that arrived before a stream was truncated`, async () => {
    const response = await send(await serve(breaking), streamed);
    const reader = response.body?.getReader();
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('abc');
    await expect(reader?.read()).rejects.toBeInstanceOf(Error);
    expect(left).toHaveBeenCalledOnce();
  });

  it(`dispatch through ${name} throws if a body that is not streamed is truncated`, async () => {
    await expect(send(await serve(breaking))).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
    expect(left).toHaveBeenCalledOnce();
  });

  it(`dispatch through ${name} closes the connection when a stream is cancelled`, async () => {
    const closed = vi.fn();
    const url = await serve((message, response) => {
      message.socket.on('close', closed);
      response.writeHead(200).write('abc');
    });
    await (await send(url, streamed)).body?.cancel();
    await vi.waitUntil(() => closed.mock.calls.length > 0, { timeout: 300_000 });
    expect(left).toHaveBeenCalledOnce();
  });

  it.each([['stop'], [null], [0], [undefined]])(
    `dispatch through ${name} throws the reason of an abort, and closes the connection: %s`,
    async (reason) => {
      const closed = vi.fn();
      const url = await serve((message) => {
        message.socket.on('close', closed);
        abort?.(reason);
      });
      await expect(send(url)).rejects.toBe(reason);
      await vi.waitUntil(() => closed.mock.calls.length > 0, { timeout: 300_000 });
      expect(left).toHaveBeenCalledOnce();
    },
  );

  it(`dispatch through ${name} sends no request that was aborted while its body was encoded`, async () => {
    const asked = vi.fn();
    const url = await serve((_, response) => {
      asked();
      response.end();
    });
    const onAbort: DispatchRequest['onAbort'] = (callback) => {
      callback('stop');
      return left;
    };
    await expect(send(url, { method: 'POST', body: 'text', onAbort })).rejects.toBe('stop');
    await send(url);
    expect(asked).toHaveBeenCalledOnce();
  });

  it(`dispatch through ${name} sends text, bytes, or no body`, async () => {
    const url = await serve(async (message, response) => {
      const body = Buffer.concat(await message.toArray()).toString('base64');
      response.end(JSON.stringify([message.method, message.headers['content-type'] ?? null, body]));
    });
    const post = async (body: DispatchRequest['body'], headers = {}) =>
      (await send(url, { method: 'POST', headers, body })).json();
    const base64 = (text: string) => Buffer.from(text).toString('base64');
    expect(await post('🦉')).toEqual(['POST', null, base64('🦉')]);
    expect(await post('{}', { 'content-type': 'x/y' })).toEqual(['POST', 'x/y', base64('{}')]);
    expect(await post(Uint8Array.of(0, 255))).toEqual(['POST', null, Buffer.of(0, 255).toString('base64')]);
    expect(await post(null)).toEqual(['POST', null, '']);
  });

  it(`dispatch through ${name} sends default headers, which the caller overrides`, async () => {
    const url = await serve((message, response) => response.end(JSON.stringify(message.headers)));
    const sent = async (headers: Record<string, string>) => (await send(url, { headers })).json();
    expect(await sent({})).toMatchObject({ accept: '*/*', 'accept-encoding': 'gzip, deflate', 'user-agent': 'node' });
    const own = { accept: 'text/csv', 'user-agent': 'me', 'x-a': '1' };
    expect(await sent(own)).toMatchObject(own);
  });
});

it('dispatch throws the error of a dispatcher, and leaves no callback', async () => {
  const cause = new Error('no');
  const left = vi.fn();
  const dispatcher = {
    dispatch() {
      throw cause;
    },
  };
  const request = {
    url: 'https://api.example.com/',
    method: 'GET',
    headers: {},
    body: null,
    isStreamed: () => false,
    maxBytes: 1,
  };
  await expect(dispatch(dispatcher, { ...request, onAbort: () => left })).rejects.toBe(cause);
  expect(left).toHaveBeenCalledOnce();
});

it('dispatch does not call the dispatcher if the request was aborted before', async () => {
  const dispatcher = { dispatch: vi.fn() };
  const onAbort: DispatchRequest['onAbort'] = (callback) => {
    callback(0);
    return () => {};
  };
  const request = {
    url: 'https://api.example.com/',
    method: 'POST',
    headers: {},
    body: 'a',
    isStreamed: () => false,
    maxBytes: 1,
  };
  await expect(dispatch(dispatcher, { ...request, onAbort })).rejects.toBe(0);
  expect(dispatcher.dispatch).not.toHaveBeenCalled();
});

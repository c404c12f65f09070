/** Clients over an undici fetch. */

import { getEventListeners } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { Agent } from 'undici';
import { afterEach, describe, expect, it } from 'vitest';
import { fixedHeader } from '../test/credentials.ts';
import { failure } from '../test/rejections.ts';
import type { Call } from './client/call.ts';
import { createClient } from './client/create-client.ts';
import type { CallOptions } from './pipeline/call-options.ts';
import type { Fetch } from './pipeline/fetch-transport.ts';
import { createUndiciFetch } from './undici.ts';

type Thing = object;
interface Operations {
  get(parameters?: object, options?: CallOptions): Call<Thing>;
  create(parameters: object): Call<Thing>;
}

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function listen(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}
const respond =
  (status: number, headers: Record<string, string>, body?: string): RequestListener =>
  (_, response) =>
    response.writeHead(status, headers).end(body);

/** The codes along the causes. */
const codes = (error: unknown): unknown[] =>
  error instanceof Error ? [(error as { code?: string }).code, ...codes(error.cause)] : [];

it('a client sends through the dispatcher of an undici fetch, and does not call the fetch', async () => {
  const fetch = createUndiciFetch({
    dispatcher: {
      dispatch() {
        throw new Error('sent');
      },
    } as never,
  });
  const operations = { get: { method: 'GET', path: '/' } };
  const parts = { baseUrl: 'https://api.example.com', operations, querySerialization: {}, auth: fixedHeader({}) };
  const { get } = createClient<object, Operations>(parts, { fetch, retry: false });
  // `fetch` would throw a TypeError with this cause.
  await expect(get()).rejects.toMatchObject({ name: 'ConnectionError', cause: { message: 'sent' } });
});

describe.each<[string, (fetch: Fetch) => Fetch]>([
  ['an undici fetch', (fetch) => fetch],
  // Clients do not recognize it, and call it like any other function.
  ['a function that calls an undici fetch', (fetch) => (url, init) => fetch(url, init)],
])('a client over %s', (over, wrap) => {
  async function clientOf(listener: RequestListener) {
    const { baseUrl, close } = await listen(listener);
    const dispatcher = new Agent();
    ends.push(close, () => dispatcher.destroy());
    const client = createClient<object, Operations>(
      {
        baseUrl,
        operations: {
          get: { method: 'GET', path: '/things' },
          create: { method: 'POST', path: '/things', body: 'fields' },
        },
        querySerialization: {},
        auth: fixedHeader({ 'X-Key': 'k3y' }),
      },
      {
        fetch: wrap(createUndiciFetch({ dispatcher })),
        timeout: Number.POSITIVE_INFINITY,
        retry: false,
        observe: () => {},
      },
    );
    return { ...client, close };
  }

  it(`a client over ${over} sends a body and reads a response`, async () => {
    const { create } = await clientOf(async (request, response) => {
      const body = JSON.parse(Buffer.concat(await request.toArray()).toString());
      const head = { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' };
      response.writeHead(201, head).end(gzipSync(JSON.stringify({ key: request.headers['x-key'], body })));
    });
    expect(await create({ a: 'é' })).toEqual({ key: 'k3y', body: { a: 'é' } });
  });

  it(`a client over ${over} returns the head of a response`, async () => {
    const { get } = await clientOf(respond(200, { 'X-Name': 'é' }, '{}'));
    const { response } = await get({ a: 1 }).result();
    expect(response).toBeInstanceOf(Response);
    expect(response).toMatchObject({ status: 200, statusText: 'OK', ok: true, redirected: false });
    expect([response.headers.get('X-Name'), new URL(response.url).search]).toEqual(['é', '?a=1']);
  });

  it.each([422, 302])(`a client over ${over} throws an ApiError for status %i`, async (status) => {
    const { create } = await clientOf(respond(status, { Location: 'http://127.0.0.1:1/' }, '{"why":1}'));
    await expect(create({})).rejects.toMatchObject({ name: 'ApiError', status, body: { why: 1 } });
  });

  it(`a client over ${over} returns undefined for a 204`, async () => {
    const { create } = await clientOf(respond(204, {}));
    expect(await create({})).toBeUndefined();
  });

  it(`a client over ${over} throws a ConnectionError with the system code if the connection is refused`, async () => {
    const { get, close } = await clientOf(respond(204, {}));
    await close();
    ends.shift();
    const error = await failure(get());
    expect(error).toMatchObject({ name: 'ConnectionError', attempts: [{ error: 'ConnectionError' }] });
    expect(codes(error)).toContain('ECONNREFUSED');
  });

  it(`a client over ${over} throws a ConnectionError if the head does not arrive`, async () => {
    const { get } = await clientOf((message) => message.socket.destroy());
    const error = await failure(get());
    expect(error).toHaveProperty('name', 'ConnectionError');
    expect(codes(error)).toContain('UND_ERR_SOCKET');
  });

  it.each([[{}], [{ 'Content-Encoding': 'gzip' }]])(
    `a client over ${over} throws a ConnectionError if the body is truncated: %o`,
    async (head) => {
      const bytes = gzipSync('{"id":1}').subarray(0, 12);
      const { get } = await clientOf((message, response) =>
        response
          .writeHead(200, { 'Content-Length': '99', ...head })
          .write(bytes, () => message.socket.resetAndDestroy()),
      );
      expect(await failure(get())).toHaveProperty('name', 'ConnectionError');
      const reading = (async () => {
        for await (const _ of get().stream());
      })();
      expect(await failure(reading)).toHaveProperty('name', 'ConnectionError');
    },
  );

  it.each([
    ['without a coding', {}, Buffer.from('[1,2]')],
    ['in gzip', { 'Content-Encoding': 'gzip' }, gzipSync('[1,2]')],
  ])(`a client over ${over} streams a body: %s`, async (_, head, bytes) => {
    const { get } = await clientOf((_, response) => void response.writeHead(200, head).end(bytes));
    let text = '';
    for await (const chunk of get().stream()) text += new TextDecoder().decode(chunk);
    expect(text).toBe('[1,2]');
  });

  it(`a client over ${over} closes the connection of a stream when the loop is left`, async () => {
    let onClose = () => {};
    const closed = new Promise<void>((resolve) => {
      onClose = resolve;
    });
    const { get } = await clientOf((_, response) => {
      response.on('close', onClose);
      response.writeHead(200, { 'Content-Type': 'application/json' }).write('[1,');
    });
    for await (const bytes of get().stream()) {
      expect(new TextDecoder().decode(bytes)).toBe('[1,');
      break;
    }
    await closed;
  });

  it.each([[{}], [{ 'Content-Encoding': 'gzip' }]])(
    `a client over ${over} ends a stalled body by its signal: %o`,
    async (head) => {
      const controller = new AbortController();
      const { get } = await clientOf((_, response) => {
        response.writeHead(200, { 'Content-Length': '99', ...head }).write(gzipSync('abc').subarray(0, 3));
        setImmediate(() => controller.abort('stop'));
      });
      expect(await failure(get({}, { signal: controller.signal }))).toBe('stop');
      expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
    },
  );
});

import { getEventListeners } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { Agent } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createUndiciFetch } from './undici.ts';

const dispatcher = new Agent();
const undiciFetch = createUndiciFetch({ dispatcher });
/** The listener of the server at each path. */
const routes: Record<string, RequestListener> = {};
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '', base);
  routes[pathname]?.(request, response);
});
let base = 'http://127.0.0.1';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await dispatcher.destroy();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** Makes a URL at which the listener responds. */
let count = 0;
function route(listener: RequestListener): string {
  const path = `/route/${++count}`;
  routes[path] = listener;
  return base + path;
}
const respond = (status: number, headers: Record<string, string | string[]>, body?: string | Uint8Array) =>
  route((_, response) => response.writeHead(status, headers).end(body));
/** Sends a head and the first three bytes, in gzip if that is the coding, and then nothing. */
const stalled = (headers: Record<string, string> = {}) =>
  route((_, response) =>
    response
      .writeHead(200, { 'Content-Length': '9', ...headers })
      .write(headers['Content-Encoding'] ? gzipSync('abc').subarray(0, 3) : 'abc'),
  );

async function describeResponse(response: Response) {
  const { status, ok, statusText, url, redirected, type, body, bodyUsed } = response;
  const text = await response.text();
  const head = [...response.headers].filter(([name]) => name !== 'date');
  const cookies = response.headers.getSetCookie();
  const after = response.bodyUsed;
  return { status, ok, statusText, url, redirected, type, empty: body === null, bodyUsed, after, head, cookies, text };
}
/** Compares the responses of both functions, and returns that of the undici fetch. */
async function same(url: string, init: RequestInit = {}) {
  const given = { redirect: 'manual', ...init } as const;
  const [expected, actual] = [
    await describeResponse(await fetch(url, given)),
    await describeResponse(await undiciFetch(url, given)),
  ];
  expect(actual).toEqual(expected);
  return actual;
}

describe('a response of an undici fetch', () => {
  it.each([200, 201, 299, 300, 400, 401, 404, 429, 500, 503, 599])(
    'a response of an undici fetch equals that of fetch with status %i',
    async (status) => {
      const { ok } = await same(respond(status, { 'Content-Type': 'application/json' }, '{"a":1}'));
      expect(ok).toBe(status < 300);
    },
  );

  it('a response of an undici fetch has the headers of fetch: several of one name, empty ones, and non-ASCII bytes', async () => {
    const cookies = ['a=1; Path=/', 'b=2; Expires=Wed, 21 Oct 2026 07:28:00 GMT'];
    const result = await same(
      respond(200, { 'Set-Cookie': cookies, 'X-Many': ['1', '2'], 'X-Empty': '', 'X-Name': 'é' }),
    );
    expect(result.cookies).toEqual(cookies);
    expect(result.head).toContainEqual(['x-many', '1, 2']);
  });

  it('a response of an undici fetch has the reason phrase of the server', async () => {
    expect(await same(route((_, response) => response.writeHead(418, 'Short and Stout').end()))).toMatchObject({
      statusText: 'Short and Stout',
    });
  });

  it.each([
    ['empty', ''],
    ['with a byte order mark', '\ufeffabc'],
    ['5 MB', 'xyz🦉é'.repeat(500_000)],
  ])('a response of an undici fetch has the body of fetch: %s', async (_, body) => {
    await same(respond(200, {}, body));
    await same(route((_, response) => void response.write(body, () => response.end())));
  });

  it('a response of an undici fetch has text whose characters are split between chunks', async () => {
    const bytes = Buffer.from('🦉é');
    const url = route(async (_, response) => {
      for (const byte of bytes) {
        response.write(Uint8Array.of(byte));
        await new Promise(setImmediate);
      }
      response.end();
    });
    expect((await same(url)).text).toBe('🦉é');
  });

  it.each([204, 205, 304])('a response of an undici fetch has no body with status %i', async (status) => {
    const { empty, text } = await same(route((_, response) => response.writeHead(status).end()));
    expect([empty, text]).toEqual([true, '']);
  });

  it('a response of an undici fetch has no body for HEAD, even if its headers announce one', async () => {
    const { empty, head } = await same(respond(200, { 'Content-Length': '7', 'Content-Encoding': 'gzip' }), {
      method: 'HEAD',
    });
    expect(empty).toBe(true);
    expect(head).toContainEqual(['content-length', '7']);
  });

  it.each([301, 302, 303, 307, 308])(
    'a response of an undici fetch is a redirect with status %i, which is not followed',
    async (status) => {
      expect(await same(respond(status, { Location: 'http://127.0.0.1:1/' }, 'moved'))).toMatchObject({
        status,
        text: 'moved',
      });
    },
  );

  it('a response of an undici fetch has the URL without its fragment', async () => {
    expect((await same(`${respond(200, {})}?a=b c#d`)).url).toMatch(/\?a=b%20c$/);
  });

  it.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['deflate', deflateSync],
    ['identity', Buffer.from],
    ['GZIP, gzip', (text: string) => gzipSync(gzipSync(text))],
  ] as const)('a response of an undici fetch has a decoded body of coding %s', async (coding, encode) => {
    const text = 'abc'.repeat(100_000);
    expect((await same(respond(200, { 'Content-Encoding': coding }, encode(text)))).text).toBe(text);
  });

  it('a response of an undici fetch decodes br, which was not requested, or throws', async () => {
    const response = await undiciFetch(respond(200, { 'Content-Encoding': 'br' }, brotliCompressSync('abc')), {});
    const outcome = await response.text().catch((error) => error.cause.message);
    expect(outcome).toMatch(/^abc$|brotli/);
  });
});

describe('a request of an undici fetch', () => {
  const echo = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { 'accept-encoding': coding, 'accept-language': _, 'sec-fetch-mode': __, ...headers } = request.headers;
    const text = JSON.stringify([
      request.method,
      request.url,
      Object.entries(headers).sort(),
      Buffer.concat(chunks).toString('base64'),
    ]);
    response.end(coding?.includes('gzip') ? text : 'no gzip');
  };

  it.each<[string, RequestInit]>([
    ['nothing but a URL', {}],
    ['headers', { headers: { 'X-A': '1', 'User-Agent': 'me', Accept: 'text/csv' } }],
    ['headers as an array', { headers: [['X-A', '1']] }],
    ['a POST without a body', { method: 'POST' }],
    ['a string', { method: 'POST', body: '🦉' }],
    ['an empty string', { method: 'PUT', body: '' }],
    ['JSON', { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } }],
    ['a form', { method: 'POST', body: new URLSearchParams({ a: 'b c', d: 'é' }) }],
    ['bytes', { method: 'PATCH', body: Uint8Array.of(0, 255) }],
    ['a blob', { method: 'POST', body: new Blob(['a'], { type: 'text/csv' }) }],
    ['null', { method: 'DELETE', body: null }],
  ])('a request of an undici fetch equals that of fetch with %s', async (_, init) => {
    await same(`${route(echo)}?a=1`, init);
  });
});

describe('the body of an undici fetch', () => {
  const response = () =>
    undiciFetch(respond(200, { 'Content-Type': 'application/json; charset=utf-8' }, '{"é":1}'), {});
  const bytes = new TextEncoder().encode('{"é":1}');

  it('the body of an undici fetch can be read by each method', async () => {
    expect(await response()).toBeInstanceOf(Response);
    expect(await (await response()).json()).toEqual({ é: 1 });
    expect(new Uint8Array(await (await response()).arrayBuffer())).toEqual(bytes);
    expect(await (await response()).bytes()).toEqual(bytes);
    const blob = await (await response()).blob();
    expect([blob.type, await blob.text()]).toEqual([expect.stringMatching(/^application\/json; ?charset/), '{"é":1}']);
    const form = await undiciFetch(respond(200, { 'Content-Type': 'application/x-www-form-urlencoded' }, 'a=1'), {});
    expect((await form.formData()).get('a')).toBe('1');
  });

  it('the body of an undici fetch makes json() throw a SyntaxError if it is not JSON', async () => {
    await expect((await undiciFetch(respond(200, {}, '<html>'), {})).json()).rejects.toBeInstanceOf(SyntaxError);
  });

  it('the body of an undici fetch can be read as a stream, which is always the same', async () => {
    const { body, ...rest } = { body: (await response()).body, at: await response() };
    const chunks = [];
    for await (const chunk of body ?? []) chunks.push(...chunk);
    expect(Uint8Array.from(chunks)).toEqual(bytes);
    expect(rest.at.body).toBe(rest.at.body);
    expect(await rest.at.text()).toBe('{"é":1}');
  });

  it('the body of an undici fetch can be read once', async () => {
    const read = await response();
    await read.text();
    await expect(read.text()).rejects.toBeInstanceOf(TypeError);
    expect([read.bodyUsed, read.body?.locked]).toEqual([true, true]);
    const locked = await response();
    locked.body?.getReader();
    await expect(locked.json()).rejects.toBeInstanceOf(TypeError);
    expect(locked.bodyUsed).toBe(false);
    const half = await response();
    const reader = half.body?.getReader();
    await reader?.read();
    reader?.releaseLock();
    await expect(half.text()).rejects.toBeInstanceOf(TypeError);
  });

  it('the body of an undici fetch can be read twice if it is cloned before', async () => {
    const one = await response();
    const two = one.clone();
    expect([await one.text(), await two.json(), two.status]).toEqual(['{"é":1}', { é: 1 }, 200]);
    expect(two.headers.get('content-type')).toBe(one.headers.get('content-type'));
    expect(() => one.clone()).toThrow(TypeError);
  });

  it('the response of an undici fetch has methods that can be replaced', async () => {
    const one = await response();
    Object.defineProperty(one, 'text', { configurable: true, value: async () => 'mine' });
    Object.defineProperty(one, 'body', { configurable: true, get: () => null });
    expect([await one.text(), one.body]).toEqual(['mine', null]);
  });

  it.each([
    ['without a coding', {}],
    ['gzip', { 'Content-Encoding': 'gzip' }],
  ])('the body of an undici fetch closes the connection if it is cancelled: %s', async (_, headers) => {
    let onClose = () => {};
    const closed = new Promise<void>((resolve) => {
      onClose = resolve;
    });
    const url = route((_, response) => {
      response.on('close', onClose);
      response.writeHead(200, { 'Content-Length': '9', ...headers }).write(gzipSync('abc').subarray(0, 3));
    });
    const response = await undiciFetch(url, {});
    await response.body?.cancel();
    expect(response.bodyUsed).toBe(true);
    await closed;
  });
});

const settles = <T>(promise: Promise<T>) =>
  promise.then(
    () => 'no error',
    (error: unknown) => error,
  );

describe.each([[new Error('own')], ['stop'], [0], [null], [undefined]])(
  'an abort of an undici fetch for %s',
  (given) => {
    const aborting = () => {
      const controller = new AbortController();
      return { controller, signal: controller.signal, why: () => controller.signal.reason };
    };

    it(`an abort of an undici fetch for ${given} makes it throw before a request is sent`, async () => {
      const signal = AbortSignal.abort(given);
      let requests = 0;
      expect(
        await settles(
          undiciFetch(
            route(() => requests++),
            { signal },
          ),
        ),
      ).toBe(signal.reason);
      expect(requests).toBe(0);
    });

    it(`an abort of an undici fetch for ${given} makes it throw before there is a connection`, async () => {
      const { controller, signal, why } = aborting();
      const connecting = new Agent({ connect: () => {} });
      const outcome = settles(createUndiciFetch({ dispatcher: connecting })(base, { signal }));
      controller.abort(given);
      expect(await outcome).toBe(why());
      await connecting.destroy();
    });

    it(`an abort of an undici fetch for ${given} makes it throw before the head`, async () => {
      const { controller, signal, why } = aborting();
      const outcome = settles(
        undiciFetch(
          route(() => controller.abort(given)),
          { signal },
        ),
      );
      expect(await outcome).toBe(why());
      expect(getEventListeners(signal, 'abort')).toEqual([]);
    });

    it.each(['text', 'json', 'arrayBuffer', 'bytes', 'blob'] as const)(
      `an abort of an undici fetch for ${given} makes %s() of a stalled body throw`,
      async (name) => {
        for (const headers of [{}, { 'Content-Encoding': 'gzip' }] as Record<string, string>[]) {
          const { controller, signal, why } = aborting();
          const outcome = settles((await undiciFetch(stalled(headers), { signal }))[name]());
          setImmediate(() => controller.abort(given));
          expect(await outcome).toBe(why());
        }
      },
    );

    it(`an abort of an undici fetch for ${given} makes a stalled stream throw`, async () => {
      const { controller, signal, why } = aborting();
      const reader = (await undiciFetch(stalled(), { signal })).body?.getReader();
      await reader?.read();
      const outcome = settles(reader?.read() as Promise<unknown>);
      controller.abort(given);
      expect(await outcome).toBe(why());
    });
  },
);

describe('an undici fetch throws', () => {
  /** The codes along the causes. */
  const codes = (error: unknown): unknown[] =>
    error instanceof Error ? [(error as { code?: string }).code, ...codes(error.cause)] : [];

  it('an undici fetch throws the error of fetch if the connection is refused', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const url = `http://127.0.0.1:${port}/`;
    const [actual, expected] = [await settles(undiciFetch(url, {})), await settles(fetch(url))];
    expect(actual).toBeInstanceOf(TypeError);
    expect([(actual as Error).message, codes(actual)]).toEqual([(expected as Error).message, codes(expected)]);
  });

  it('an undici fetch throws a TypeError for a request that cannot be sent', async () => {
    for (const [url, init] of [
      ['no url', {}],
      ['ftp://example.com', {}],
      [base, { method: 'G T' }],
      [base, { headers: { 'Transfer-Encoding': 'x' } }],
    ] as const)
      expect(await settles(undiciFetch(url, init))).toBeInstanceOf(TypeError);
  });
});

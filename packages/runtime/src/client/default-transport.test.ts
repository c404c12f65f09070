/** The transport of a client without the option `fetch`. */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fixedHeader } from '../../test/credentials.ts';
import type { CallOptions } from '../pipeline/call-options.ts';
import type { Dispatcher, DispatchHandler, DispatchOptions } from '../pipeline/dispatch/dispatcher.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { recordingFetch } from '../testing/recording-fetch.ts';
import type { Call } from './call.ts';
import { createClient } from './create-client.ts';
import type { ClientOptions } from './options.ts';

interface Thing {
  id: string;
}
interface Operations {
  get(parameters: { id: string }, options?: CallOptions): Call<Thing>;
  create(parameters: object): Call<Thing>;
}

function clientOf(options: ClientOptions = {}, baseUrl = 'https://api.example.com') {
  const clock = new ManualClock();
  const client = createClient<object, Operations>(
    {
      baseUrl,
      operations: {
        get: { method: 'GET', path: '/things/{id}' },
        create: { method: 'POST', path: '/things', body: 'fields' },
      },
      querySerialization: {},
      auth: fixedHeader({ 'X-Key': 'k3y' }),
    },
    { retry: false, ...options, clock },
  );
  return { ...client, clock };
}

/** The symbols of the global dispatcher: the version of Node's own undici decides which one it reads. */
const symbols = ['undici.globalDispatcher.1', 'undici.globalDispatcher.2'].map(Symbol.for) as unknown as 'dispatcher'[];
const slots = globalThis as { dispatcher?: Dispatcher };
// Node sets its dispatcher when it loads undici.
new Response();
const originals = symbols.map((symbol) => slots[symbol]);
const originalFetch = globalThis.fetch;

/** Replaces the dispatcher of Node's `fetch`. Returns the requests that the new one receives. */
function useDispatcher(respond: (handler: DispatchHandler) => void) {
  const sent: DispatchOptions[] = [];
  const dispatcher: Dispatcher = {
    dispatch(options, handler) {
      sent.push(options);
      respond(handler);
    },
  };
  for (const symbol of symbols) slots[symbol] = dispatcher;
  return sent;
}
const controller = { pause() {}, resume() {}, abort() {} };
const respondWith =
  (status: number, headers: Record<string, string>, ...chunks: string[]) =>
  (handler: DispatchHandler) => {
    handler.onRequestStart(controller);
    handler.onResponseStart(controller, status, headers, 'Fine');
    for (const chunk of chunks) handler.onResponseData(controller, new TextEncoder().encode(chunk));
    handler.onResponseEnd();
  };
const json = { 'content-type': 'application/json' };
const found = respondWith(200, json, '{"id":', '"1"}');

afterEach(() => {
  for (const [index, symbol] of symbols.entries()) {
    const original = originals[index];
    if (original) slots[symbol] = original;
    else delete slots[symbol];
  }
  globalThis.fetch = originalFetch;
  vi.restoreAllMocks();
});

describe('the default transport on Node', () => {
  it('the default transport on Node is the dispatcher of Node’s `fetch`', async () => {
    const sent = useDispatcher(found);
    const { get, create } = clientOf();
    expect(await get({ id: 'a?b' })).toEqual({ id: '1' });
    expect(await create({ name: 'é' })).toEqual({ id: '1' });
    expect(sent).toMatchObject([
      {
        origin: 'https://api.example.com',
        path: '/things/a%3Fb',
        method: 'GET',
        headers: { accept: 'application/json', 'x-key': 'k3y' },
        body: null,
      },
      { path: '/things', method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"name":"é"}' },
    ]);
  });

  it('the default transport on Node looks up the dispatcher at each call', async () => {
    const { get } = clientOf();
    const first = useDispatcher(found);
    await get({ id: '1' });
    const second = useDispatcher(found);
    await get({ id: '2' });
    expect([first.length, second.length]).toEqual([1, 1]);
  });

  it('the default transport on Node returns a response with its status, headers, URL and body', async () => {
    useDispatcher(respondWith(404, { ...json, 'x-a': '1' }, '{"why":1}'));
    const { response, error } = await clientOf().get({ id: '1' }).result();
    expect(response).toBeInstanceOf(Response);
    expect(response).toMatchObject({ status: 404, statusText: 'Fine', url: 'https://api.example.com/things/1' });
    expect([response.headers.get('X-A'), error, await response.text()]).toEqual(['1', { why: 1 }, '{"why":1}']);
  });

  it('the default transport on Node returns a stream', async () => {
    useDispatcher(respondWith(200, json, 'a', 'b'));
    const chunks: string[] = [];
    for await (const bytes of clientOf().get({ id: '1' }).stream()) chunks.push(new TextDecoder().decode(bytes));
    expect(chunks).toEqual(['a', 'b']);
  });

  it('the default transport on Node throws a ConnectionError for a failure', async () => {
    useDispatcher((handler) =>
      handler.onResponseError(controller, Object.assign(new Error('no'), { code: 'ECONNREFUSED' })),
    );
    await expect(clientOf().get({ id: '1' })).rejects.toMatchObject({
      name: 'ConnectionError',
      path: '/things/{id}',
      cause: { message: 'no', code: 'ECONNREFUSED' },
    });
  });

  it.each([
    ['timeout', { timeout: 100 }],
    ['deadline', { deadline: 100 }],
  ])('the default transport on Node is aborted by the option `%s`', async (_, options) => {
    const aborts: unknown[] = [];
    useDispatcher((handler) => handler.onRequestStart({ ...controller, abort: (reason) => aborts.push(reason) }));
    const { get, clock } = clientOf();
    await expect(clock.run(get({ id: '1' }, options))).rejects.toMatchObject({ name: 'TimeoutError', timeout: 100 });
    expect(aborts).toEqual([expect.any(Error)]);
    expect([clock.time, clock.pending]).toEqual([100, 0]);
  });

  it('the default transport on Node is aborted by a signal', async () => {
    const aborts: unknown[] = [];
    const sent = useDispatcher((handler) =>
      handler.onRequestStart({ ...controller, abort: (reason) => aborts.push(reason) }),
    );
    const abort = new AbortController();
    const { get, clock } = clientOf();
    const call = get({ id: '1' }, { signal: abort.signal });
    await clock.until(() => sent.length === 1);
    abort.abort('stop');
    await expect(call).rejects.toBe('stop');
    expect(aborts).toHaveLength(1);
  });
});

describe('the dispatcher of Node itself', () => {
  it.each([
    ['without a coding', {}, Buffer.from('{"id":"é"}')],
    ['in gzip', { 'Content-Encoding': 'gzip' }, gzipSync('{"id":"é"}')],
  ])('the dispatcher of Node itself sends calls and streams: %s', async (_, head, bytes) => {
    const server = createServer((_, response) => response.writeHead(200, { ...json, ...head }).end(bytes));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const { get } = clientOf({}, baseUrl);
      expect(await get({ id: '1' })).toEqual({ id: 'é' });
      let text = '';
      const decoder = new TextDecoder();
      for await (const chunk of get({ id: '1' }).stream()) text += decoder.decode(chunk, { stream: true });
      expect(text).toBe('{"id":"é"}');
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  });
});

describe('a `fetch` in place of Node’s', () => {
  it('a `fetch` in place of Node’s is looked up at each call', async () => {
    const sent = useDispatcher(found);
    const { get } = clientOf();
    const [first, second] = [
      recordingFetch(Response.json({ id: 'one' })),
      recordingFetch(Response.json({ id: 'two' })),
    ];
    globalThis.fetch = first as typeof fetch;
    expect(await get({ id: '1' })).toEqual({ id: 'one' });
    globalThis.fetch = second as typeof fetch;
    expect(await get({ id: '1' })).toEqual({ id: 'two' });
    globalThis.fetch = originalFetch;
    expect(await get({ id: '1' })).toEqual({ id: '1' });
    expect([first.requests.length, second.requests.length, sent.length]).toEqual([1, 1, 1]);
  });

  it('a `fetch` in place of Node’s is used if it wraps Node’s', async () => {
    const sent = useDispatcher(found);
    let wrapped = 0;
    globalThis.fetch = (...parameters) => {
      wrapped++;
      expect(parameters).toHaveLength(2);
      return Promise.resolve(Response.json({ id: 'wrapped' }));
    };
    expect(await clientOf().get({ id: '1' })).toEqual({ id: 'wrapped' });
    expect([wrapped, sent.length]).toEqual([1, 0]);
  });

  it('a `fetch` in place of Node’s is used if a test spies on it', async () => {
    const sent = useDispatcher(found);
    const spy = vi.spyOn(globalThis, 'fetch').mockResolvedValue(Response.json({ id: 'mocked' }));
    expect(await clientOf().get({ id: '1' })).toEqual({ id: 'mocked' });
    expect([spy.mock.calls.length, sent.length]).toEqual([1, 0]);
  });
});

describe('the option `transport: "fetch"`', () => {
  it('the option `transport: "fetch"` sends with `globalThis.fetch`, looked up at each call', async () => {
    const sent = useDispatcher(found);
    const { get } = clientOf({ transport: 'fetch' });
    for (const id of ['one', 'two']) {
      globalThis.fetch = recordingFetch(Response.json({ id })) as typeof fetch;
      expect(await get({ id: '1' })).toEqual({ id });
    }
    expect(sent).toEqual([]);
  });

  it('the option `fetch` overrides `transport: "fetch"`', async () => {
    const sent = useDispatcher(found);
    const fetch = recordingFetch(Response.json({ id: 'own' }));
    expect(await clientOf({ transport: 'fetch', fetch }).get({ id: '1' })).toEqual({ id: 'own' });
    expect([fetch.requests.length, sent.length]).toEqual([1, 0]);
  });

  it('the option `transport: undefined` is the default transport', async () => {
    const sent = useDispatcher(found);
    await clientOf({ transport: undefined, fetch: undefined }).get({ id: '1' });
    expect(sent).toHaveLength(1);
  });

  it('the option `transport: "fetch"` sends with Node’s own `fetch`, which uses its dispatcher', async () => {
    const sent = useDispatcher((handler) => handler.onError(new Error('no')));
    await expect(clientOf({ transport: 'fetch' }).get({ id: '1' })).rejects.toMatchObject({ name: 'ConnectionError' });
    // A header that `fetch` adds, and a dispatcher does not.
    expect(sent[0]?.headers).toBeDefined();
    expect(JSON.stringify(sent[0]?.headers)).toContain('sec-fetch-mode');
  });
});

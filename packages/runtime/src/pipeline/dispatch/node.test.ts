import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getGlobalDispatcher, MockAgent, setGlobalDispatcher } from 'undici';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RequestFactory } from '../../../test/request-factory.ts';
import type { Dispatcher, DispatchHandler } from './dispatcher.ts';
import { platformTransport } from './node.ts';

const fallback = vi.fn(async () => new Response('fallback'));
const send = platformTransport(fallback);
const factory = new RequestFactory();
const text = async (url?: string) => (await send(factory.create(url === undefined ? {} : { url }))).text();

const nodesFetch = globalThis.fetch;
// Loads undici, which sets its dispatcher.
new Response();
const nodesDispatcher = getGlobalDispatcher();
beforeEach(() => {
  fallback.mockClear();
});
afterEach(() => {
  globalThis.fetch = nodesFetch;
  setGlobalDispatcher(nodesDispatcher);
});

/** Replaces Node's dispatcher, as `setGlobalDispatcher` of an undici of the same version does. */
const install = (act: (handler: DispatchHandler) => void) => {
  const dispatch = vi.fn((_: unknown, handler: DispatchHandler) => act(handler));
  setGlobalDispatcher({ dispatch } satisfies Dispatcher as never);
  return dispatch;
};
const controller = { pause() {}, resume() {}, abort() {} };

it('platformTransport on Node sends a request without fetch', async () => {
  const server = createServer((message, response) => response.end(`${message.method} ${message.url}`));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    expect(await text(`http://127.0.0.1:${port}/a?b`)).toBe('GET /a?b');
    expect(fallback).not.toHaveBeenCalled();
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

describe('the dispatcher', () => {
  it.each<[string, (handler: DispatchHandler) => void]>([
    [
      'undici 6',
      (handler) => {
        handler.onConnect(() => {});
        handler.onHeaders(200, [], () => {}, 'OK');
        handler.onData(Buffer.from('text'));
        handler.onComplete();
      },
    ],
    [
      'undici 7',
      (handler) => {
        handler.onRequestStart(controller);
        handler.onResponseStart(controller, 200, {}, 'OK');
        handler.onResponseData(controller, Buffer.from('text'));
        handler.onResponseEnd();
      },
    ],
  ])('platformTransport on Node uses a dispatcher that calls the methods of %s', async (_, act) => {
    const dispatch = install(act);
    expect(await text()).toBe('text');
    expect(dispatch.mock.calls[0]?.[0]).toMatchObject({ origin: 'https://api.example.com', path: '/things?q=1' });
    expect(fallback).not.toHaveBeenCalled();
  });

  it('platformTransport on Node looks up the dispatcher at each request', async () => {
    for (const body of ['first', 'second']) {
      install((handler) => {
        handler.onHeaders(200, {}, () => {}, '');
        handler.onData(Buffer.from(body));
        handler.onComplete();
      });
      expect(await text()).toBe(body);
    }
  });

  it('platformTransport on Node is mocked by a MockAgent', async () => {
    const mock = new MockAgent();
    mock.disableNetConnect();
    mock.get('https://api.example.com').intercept({ path: '/things?q=1' }).reply(201, 'mocked');
    setGlobalDispatcher(mock);
    expect(await text()).toBe('mocked');
    await mock.close();
  });
});

describe('fetch', () => {
  it.each<[string, () => typeof fetch]>([
    ['a mock', () => vi.fn(async () => new Response())],
    ['a wrapper', () => async (input, init) => nodesFetch(input, init)],
    ['a bound function', () => nodesFetch.bind(globalThis)],
    ['a Proxy', () => new Proxy(nodesFetch, {})],
  ])('platformTransport on Node uses fetch if it was replaced by %s', async (_, replace) => {
    const dispatch = install(() => expect.unreachable());
    globalThis.fetch = replace();
    expect(await text()).toBe('fallback');
    expect([fallback.mock.calls.length, dispatch.mock.calls]).toEqual([1, []]);
  });

  it('platformTransport on Node checks fetch at each request', async () => {
    install((handler) => {
      handler.onHeaders(200, {}, () => {}, '');
      handler.onComplete();
    });
    const texts: string[] = [];
    for (const fetch of [nodesFetch, vi.fn(), nodesFetch]) {
      globalThis.fetch = fetch;
      texts.push(await text());
    }
    expect(texts).toEqual(['', 'fallback', '']);
  });

  it('platformTransport on Node uses the fallback if there is no fetch', async () => {
    globalThis.fetch = undefined as never;
    expect(await text()).toBe('fallback');
  });
});

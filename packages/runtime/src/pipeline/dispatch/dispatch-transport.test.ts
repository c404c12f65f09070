import { getEventListeners } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { failure } from '../../../test/rejections.ts';
import { RequestFactory, type TestRequestInit } from '../../../test/request-factory.ts';
import { ConnectionError } from '../../errors/connection-error.ts';
import { BufferedResponse } from '../buffered-response.ts';
import { dispatchTransport } from './dispatch-transport.ts';
import type { Dispatcher, DispatchHandler, DispatchOptions } from './dispatcher.ts';

/** A transport over a dispatcher that records its requests, and calls a handler as the test does. */
function create(act: (handler: DispatchHandler) => void = () => {}) {
  const sent: DispatchOptions[] = [];
  const dispatcher: Dispatcher = {
    dispatch(options, handler) {
      sent.push(options);
      act(handler);
    },
  };
  return {
    sent,
    send: dispatchTransport(
      () => dispatcher,
      () => Promise.reject(new Error('the fallback')),
    ),
  };
}
const respond =
  (status: number, body = '') =>
  (handler: DispatchHandler) => {
    handler.onHeaders(status, {}, () => {}, '');
    handler.onData(Buffer.from(body));
    handler.onComplete();
  };
const factory = new RequestFactory();
const request = (init?: TestRequestInit) => factory.create(init);

it('dispatchTransport sends a request unchanged', async () => {
  const { sent, send } = create(respond(200, '{"a":1}'));
  const response = await send(request({ method: 'PUT', headers: { 'x-a': '1' }, body: '{}' }));
  expect(await response.json()).toEqual({ a: 1 });
  expect(sent).toEqual([
    {
      origin: 'https://api.example.com',
      path: '/things?q=1',
      method: 'PUT',
      headers: expect.objectContaining({ 'x-a': '1' }),
      body: '{}',
    },
  ]);
});

it.each([
  [200, false, true],
  [200, true, false],
  [299, true, false],
  [300, true, true],
  [404, true, true],
])('dispatchTransport of status %d, with streaming %s, reads the whole body: %s', async (status, streaming, whole) => {
  const response = await create(respond(status, 'text')).send(request({ streaming }));
  expect(response instanceof BufferedResponse).toBe(whole);
  expect(await response.text()).toBe('text');
});

describe('a failure', () => {
  it('dispatchTransport throws a ConnectionError with the cause', async () => {
    const cause = Object.assign(new Error('reset'), { code: 'ECONNRESET' });
    const error = await failure(create((handler) => handler.onError(cause)).send(request()));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ method: 'GET', path: '/things', cause: { message: 'reset', code: 'ECONNRESET' } });
  });

  it('dispatchTransport throws an error without the value if a header cannot be sent', async () => {
    const { send } = create((handler) => handler.onError(new Error('invalid header: s3cret')));
    const error = await failure(send(request({ headers: { 'x-key': 's3cret\n1' } })));
    expect(error).toMatchObject({ message: 'The header `x-key` has an invalid name or value.' });
  });

  it('dispatchTransport throws a PlumblineError if the URL is invalid', async () => {
    const { sent, send } = create();
    const invalid = request().with({ url: 'no url' });
    expect([await failure(send(invalid)), sent]).toEqual([expect.objectContaining({ name: 'PlumblineError' }), []]);
  });
});

describe.each([['stop'], [null], [false]])('an abort for %s', (reason) => {
  it(`dispatchTransport sends nothing after an abort for ${reason}`, async () => {
    const { sent, send } = create();
    expect(await failure(send(request({ options: { signal: AbortSignal.abort(reason) } })))).toBe(reason);
    expect(sent).toEqual([]);
  });

  it(`dispatchTransport throws the reason of an abort for ${reason}, and aborts the dispatcher`, async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const stopped = vi.fn();
    const { send } = create((handler) => handler.onConnect(stopped));
    const failing = failure(send(request({ options: { signal } })));
    controller.abort(reason);
    expect(await failing).toBe(reason);
    expect([stopped.mock.calls.length, getEventListeners(signal, 'abort')]).toEqual([1, []]);
  });
});

it('dispatchTransport aborts an attempt at its deadline', async () => {
  const own = new RequestFactory();
  const sent = own.create();
  const stopped = vi.fn();
  const { send } = create((handler) => handler.onConnect(stopped));
  const failing = failure(send(sent.with({ deadline: sent.deadline.within(100) })));
  await own.clock.advance(99);
  expect(stopped).not.toHaveBeenCalled();
  await own.clock.advance(1);
  expect(await failing).toMatchObject({ name: 'TimeoutError', timeout: 100 });
  expect(stopped).toHaveBeenCalledOnce();
});

it('dispatchTransport creates no AbortController', async () => {
  const made = vi.spyOn(globalThis, 'AbortController');
  try {
    await create(respond(200)).send(request());
    expect(made).not.toHaveBeenCalled();
  } finally {
    made.mockRestore();
  }
});

describe('the fallback', () => {
  const fallback = vi.fn(async () => new Response('fallback'));
  const text = async (dispatcher: Dispatcher | undefined) => {
    fallback.mockClear();
    const response = await dispatchTransport(() => dispatcher, fallback)(request());
    return response.text();
  };

  it('dispatchTransport uses the fallback if there is no dispatcher', async () => {
    expect(await text(undefined)).toBe('fallback');
    expect(fallback).toHaveBeenCalledOnce();
  });

  it('dispatchTransport uses the fallback if a dispatcher requires other methods of a handler', async () => {
    const newer: Dispatcher = {
      dispatch() {
        throw new TypeError('invalid onSomethingNew method');
      },
    };
    expect(await text(newer)).toBe('fallback');
  });

  it('dispatchTransport uses the fallback for a body that needs encoding', async () => {
    const dispatcher = { dispatch: vi.fn() };
    const form = request().with({ body: new URLSearchParams({ a: 'b' }) });
    expect(await (await dispatchTransport(() => dispatcher, fallback)(form)).text()).toBe('fallback');
    expect(dispatcher.dispatch).not.toHaveBeenCalled();
  });

  it('dispatchTransport uses no fallback for any other failure', async () => {
    const broken: Dispatcher = {
      dispatch() {
        throw new TypeError('no');
      },
    };
    await expect(text(broken)).rejects.toBeInstanceOf(ConnectionError);
    expect(fallback).not.toHaveBeenCalled();
  });

  it('dispatchTransport looks up the dispatcher at each request', async () => {
    const dispatchers: (Dispatcher | undefined)[] = [
      { dispatch: (_, handler) => respond(200, 'first')(handler) },
      undefined,
      { dispatch: (_, handler) => respond(200, 'third')(handler) },
    ];
    const send = dispatchTransport(() => dispatchers.shift(), fallback);
    const texts: string[] = [];
    for (let sent = 0; sent < 3; sent++) texts.push(await (await send(request())).text());
    expect(texts).toEqual(['first', 'fallback', 'third']);
  });
});

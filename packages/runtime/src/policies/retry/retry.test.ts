import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { RequestFactory, type TestRequestInit } from '../../../test/request-factory.ts';
import { ConnectionError } from '../../errors/connection-error.ts';
import { TimeoutError } from '../../errors/timeout-error.ts';
import type { CallOptions } from '../../pipeline/call-options.ts';
import { type Fetch, fetchTransport } from '../../pipeline/fetch-transport.ts';
import type { HttpRequest } from '../../pipeline/http-request.ts';
import { compose } from '../../pipeline/policy.ts';
import { stalled, truncated } from '../../testing/faults.ts';
import { recordingFetch, type ScriptedResponse } from '../../testing/recording-fetch.ts';
import { timeout } from '../timeout.ts';
import { retry } from './retry.ts';

type Respond = () => Response | Promise<Response>;
const line = { method: 'GET', path: '/things' };
const status =
  (code: number, headers: Record<string, string> = {}): Respond =>
  () =>
    new Response(null, { status: code, headers });
const reset: Respond = () => Promise.reject(new ConnectionError(line, 'reset'));

/** A client that retries, and a vendor that gives these responses in order, the last one repeatedly. */
function create(responses: Respond[], options?: CallOptions['retry']) {
  const client = new RequestFactory({ retry: options });
  const { clock, events } = client;
  const sent: { time: number; request: HttpRequest }[] = [];
  const policy = retry();
  const call = (init: TestRequestInit = {}) => {
    const request = client.create(init);
    const sending = policy(request, async (again) => {
      const respond = responses[Math.min(sent.length, responses.length - 1)] as Respond;
      sent.push({ time: clock.now(), request: again });
      return respond();
    });
    return { request, sending };
  };
  return { clock, events, sent, call };
}

describe('a transient failure', () => {
  it('retry sends the same request again, and returns the response that succeeds', async () => {
    const { clock, sent, call } = create([status(503), status(200)]);
    const { request, sending } = call();
    expect((await clock.run(sending)).status).toBe(200);
    expect(sent.map((attempt) => attempt.request)).toEqual([request, request]);
  });

  it('retry returns the last response with its body unread when no attempt is left', async () => {
    const { clock, sent, call } = create([() => new Response('busy', { status: 503 })]);
    const { request, sending } = call();
    const response = await clock.run(sending);
    expect([response.status, await response.text()]).toEqual([503, 'busy']);
    expect(sent).toHaveLength(3);
    expect(request.call.attempts).toEqual([
      { status: 503, reason: 'status 503', delay: 250 },
      { status: 503, reason: 'status 503', delay: 500 },
      { status: 503, reason: 'no attempt is left' },
    ]);
  });
});

describe('a body', () => {
  /** Sends a request through a transport that reads its body. */
  const send = (script: readonly ScriptedResponse[], init: TestRequestInit = {}) => {
    const client = new RequestFactory({ timeout: 100, retry: { baseDelay: 0 } });
    const fetch = recordingFetch(script);
    const request = client.create(init);
    const sending = client.clock.run(compose([retry(), timeout], fetchTransport(fetch as Fetch))(request));
    return { fetch, request, sending };
  };
  const whole = Response.json({ id: '1' });

  it.each([
    ['is truncated', truncated(['{"id":']), 'ConnectionError'],
    ['stalls', stalled(['{"id":']), 'TimeoutError'],
  ])('retry retries a GET if its body %s', async (_, fault, error) => {
    const { request, sending } = send([fault, whole]);
    expect(await (await sending).json()).toEqual({ id: '1' });
    expect(request.call.attempts).toEqual([
      { error, reason: error, delay: 0 },
      { status: 200, reason: 'final' },
    ]);
  });

  it('retry does not retry a POST if its body is truncated', async () => {
    const { fetch, request, sending } = send([truncated(['{"id":'])], { method: 'POST' });
    await expect(sending).rejects.toBeInstanceOf(ConnectionError);
    expect(fetch.requests).toHaveLength(1);
    expect(request.call.attempts).toEqual([{ error: 'ConnectionError', reason: 'final' }]);
  });

  it('retry retries a POST with an Idempotency-Key if its body is truncated', async () => {
    const init = { method: 'POST', headers: { 'idempotency-key': 'k' }, body: '{}' };
    const { fetch, sending } = send([truncated(['{"id":']), whole], init);
    expect((await sending).status).toBe(200);
    expect(fetch.requests.map(({ headers, body }) => [headers['idempotency-key'], body])).toEqual([
      ['k', '{}'],
      ['k', '{}'],
    ]);
  });

  it.each([
    ['is truncated', truncated(['busy'], { status: 503 }), 'ConnectionError'],
    ['stalls', stalled(['busy'], { status: 503 }), 'TimeoutError'],
  ])('retry retries a GET if the body of an error %s', async (_, fault, error) => {
    const { request, sending } = send([fault, whole]);
    expect((await sending).status).toBe(200);
    expect(request.call.attempts[0]).toEqual({ error, reason: error, delay: 0 });
  });

  it('retry does not send a body again that is a stream, and says so', async () => {
    const { sent, call } = create([status(503)]);
    const { request, sending } = call({ method: 'PUT', body: new ReadableStream() });
    expect((await sending).status).toBe(503);
    expect(sent).toHaveLength(1);
    expect(request.call.attempts).toEqual([{ status: 503, reason: 'a stream is sent once' }]);
  });

  it('retry does not retry a stream that is truncated', async () => {
    const { fetch, sending } = send([truncated(['{"id":'])], { streaming: true });
    await expect((await sending).text()).rejects.toBeInstanceOf(ConnectionError);
    expect(fetch.requests).toHaveLength(1);
  });
});

it('retry records the attempts', async () => {
  const { clock, call } = create([status(429, { 'Retry-After': '2' }), reset, status(404)], { attempts: 9 });
  const { request, sending } = call();
  expect((await clock.run(sending)).status).toBe(404);
  expect(request.call.attempts).toEqual([
    { status: 429, reason: 'too many requests', delay: 2100 },
    { error: 'ConnectionError', reason: 'ConnectionError', delay: 500 },
    { status: 404, reason: 'final' },
  ]);
});

it('retry does not record a first attempt that succeeds', async () => {
  const { request, sending } = create([status(200)]).call();
  await sending;
  expect(request.call.attempts).toEqual([]);
});

it('retry throws the error of the last attempt', async () => {
  const errors = [1, 2, 3].map((milliseconds) => new TimeoutError(line, milliseconds));
  const { clock, call } = create(errors.map((error) => () => Promise.reject(error)));
  await expect(clock.run(call().sending)).rejects.toBe(errors[2]);
});

it.each([['stop'], [null], [undefined], [0], [new Error('own')]])(
  'retry throws an error that is not a network error unchanged: %s',
  async (reason) => {
    const { events, sent, call } = create([() => Promise.reject(reason)]);
    const { request, sending } = call();
    await expect(sending).rejects.toBe(reason);
    expect([sent.length, events]).toEqual([1, []]);
    const error = (reason as Error | undefined)?.name ?? 'unknown';
    expect(request.call.attempts).toEqual([{ error, reason: 'final' }]);
  },
);

describe('the number of attempts', () => {
  const count = async (options: CallOptions['retry'], callOptions?: CallOptions['retry']) => {
    const { clock, sent, call } = create([status(503)], options);
    await clock.run(call({ options: { retry: callOptions } }).sending);
    return sent.length;
  };

  it('retry makes three attempts by default', async () => {
    expect(await count(undefined)).toBe(3);
    expect(await count({})).toBe(3);
  });

  it('retry makes one attempt if it is false', async () => {
    expect(await count(false)).toBe(1);
  });

  it('retry uses the number of attempts of the options', async () => {
    expect(await count({ attempts: 1 })).toBe(1);
    expect(await count({ attempts: 7 })).toBe(7);
  });

  it('retry uses the number of attempts of the call before that of the client', async () => {
    expect(await count({ attempts: 7 }, { attempts: 2 })).toBe(2);
    expect(await count({ attempts: 7 }, false)).toBe(1);
    expect(await count(false, {})).toBe(3);
  });

  it('retry uses the number of attempts of the client if the call has none', async () => {
    expect(await count({ attempts: 7 }, { baseDelay: 1 })).toBe(7);
  });
});

it('retry sends a request that is not idempotent only once', async () => {
  for (const respond of [status(503), status(500), reset]) {
    const { sent, events, call } = create([respond]);
    await call({ method: 'POST' }).sending.catch(() => {});
    expect([sent.length, events]).toEqual([1, []]);
  }
});

describe('an abort', () => {
  it.each([['stop'], [null], [0], [new Error('own')]])(
    'retry throws the reason of an abort during a delay, and leaves no timer and no listener: %s',
    async (reason) => {
      const controller = new AbortController();
      const { clock, sent, call } = create([status(503)]);
      const { sending } = call({ options: { signal: controller.signal } });
      await clock.until(() => clock.pending === 1);
      controller.abort(reason);
      await expect(sending).rejects.toBe(reason);
      expect([sent.length, clock.pending, getEventListeners(controller.signal, 'abort')]).toEqual([1, 0, []]);
    },
  );

  it('retry does not retry after an abort, for any reason, and uses none of the quota', async () => {
    const error = new ConnectionError(line, 'reset');
    const { clock, sent, events, call } = create([
      ...Array.from({ length: 100 }, () => () => Promise.reject(error)),
      status(503),
      status(200),
    ]);
    for (let i = 0; i < 100; i++) {
      await expect(call({ options: { signal: AbortSignal.abort(error) } }).sending).rejects.toBe(error);
    }
    expect([sent.length, events]).toEqual([100, []]);
    expect((await clock.run(call().sending)).status).toBe(200);
  });

  it('retry leaves no timer and no listener after its delays', async () => {
    const { signal } = new AbortController();
    const { clock, call } = create([status(503)]);
    const { request, sending } = call({ options: { signal } });
    await clock.run(sending);
    request.call.deadline.close();
    expect([clock.pending, getEventListeners(signal, 'abort')]).toEqual([0, []]);
  });
});

describe('the quota of a client', () => {
  it('retry stops if most calls fail', async () => {
    const { clock, sent, call } = create([status(503)], { attempts: 2 });
    const calls = Array.from({ length: 200 }, () => call());
    await clock.advance(20_000);
    await Promise.all(calls.map(({ sending }) => sending));
    expect(sent).toHaveLength(300);
    expect(calls.at(-1)?.request.call.attempts).toEqual([{ status: 503, reason: 'the retry quota is used up' }]);
  });

  it('retry stops sooner if no responses arrive', async () => {
    const { clock, sent, call } = create([reset], { attempts: 2 });
    const calls = Array.from({ length: 200 }, () => call().sending.catch(() => {}));
    await clock.advance(20_000);
    await Promise.all(calls);
    expect(sent).toHaveLength(250);
  });

  it('retry never stops if retries succeed', async () => {
    let count = 0;
    const { clock, sent, call } = create([() => new Response(null, { status: ++count % 2 ? 503 : 200 })]);
    for (let i = 0; i < 500; i++) {
      const { sending } = call();
      clock.chance = 0;
      await clock.advance(0);
      expect((await sending).status).toBe(200);
    }
    expect(sent).toHaveLength(1000);
  });

  it('retry uses none of the quota for an attempt that it does not make', async () => {
    const { clock, sent, call } = create([
      ...Array(200).fill(status(429, { 'Retry-After': '3600' })),
      status(503),
      status(200),
    ]);
    for (let i = 0; i < 200; i++) await call().sending;
    const { sending } = call();
    await clock.advance(8000);
    await sending;
    expect(sent).toHaveLength(202);
  });
});

it('retry emits an event before each delay, with only these fields', async () => {
  const { clock, events, call } = create([status(429, { 'Retry-After': '2' }), reset, status(200)]);
  const operation = { method: 'GET', path: '/things/{id}' };
  const { sending } = call({ operation, headers: { 'X-Key': 's3cret' } });
  await clock.idle();
  const event = { type: 'retry', callId: expect.any(String), method: 'GET', path: '/things/{id}' };
  const first = { ...event, attempt: 1, reason: 'too many requests', delay: 2100 };
  expect(events).toEqual([first]);
  await clock.advance(20_000);
  await sending;
  expect(events).toEqual([first, { ...event, attempt: 2, reason: 'ConnectionError', delay: 500 }]);
});

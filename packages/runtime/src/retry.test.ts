import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { ConnectionError } from './connection-error.ts';
import { createContext } from './context.ts';
import { ManualClock, turn } from './manual-clock.test.ts';
import type { ClientEvent } from './observe.ts';
import { PlainRequest, type PlainRequestInit } from './plain-request.ts';
import { type RetryOptions, retry } from './retry.ts';
import { TimeoutError } from './timeout-error.ts';

type Answer = () => Response | Promise<Response>;
const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  () =>
    new Response(null, { status: code, headers });
const reset: Answer = () => Promise.reject(new ConnectionError(new PlainRequest('https://example.com'), 'reset'));

/** A policy, and a vendor that gives these answers one after the other, the last for ever. */
function retrying(answers: Answer[], options?: RetryOptions | false) {
  const clock = new ManualClock();
  const events: ClientEvent[] = [];
  const sent: { time: number; request: PlainRequest }[] = [];
  const policy = retry(options, createContext({ clock, observe: (event) => events.push(event) }));
  const call = (init: PlainRequestInit = {}) => {
    const request = new PlainRequest('https://example.com/things?q=1', init);
    const sending = policy(request, async (again) => {
      const answer = answers[Math.min(sent.length, answers.length - 1)] as Answer;
      sent.push({ time: clock.now(), request: again });
      return answer();
    });
    return { request, sending };
  };
  return { clock, events, sent, call };
}

describe('an answer that may be another the next time', () => {
  it('is given up for the next, its body let go of', async () => {
    let cancelled = 0;
    const body = () => new ReadableStream({ cancel: () => void cancelled++ });
    const { clock, sent, call } = retrying([() => new Response(body(), { status: 503 }), status(200)]);
    const { request, sending } = call();
    await clock.pass(8000);
    expect((await sending).status).toBe(200);
    expect(sent).toHaveLength(2);
    expect(sent.map((attempt) => attempt.request)).toEqual([request, request]);
    expect(cancelled).toBe(1);
  });

  it.each([
    ['never ends its cancel', () => new Promise<void>(() => {})],
    ['fails its cancel', () => Promise.reject(new TypeError('terminated'))],
  ])('is given up though its body %s', async (_, cancel) => {
    const { clock, call } = retrying([
      () => new Response(new ReadableStream({ cancel }), { status: 503 }),
      status(200),
    ]);
    const { sending } = call();
    await clock.pass(8000);
    expect((await sending).status).toBe(200);
  });

  it('is given back when no attempt is left, its body untouched', async () => {
    const { clock, sent, call } = retrying([() => new Response('busy', { status: 503 })]);
    const { request, sending } = call();
    await clock.pass(20_000);
    const response = await sending;
    expect([response.status, await response.text()]).toEqual([503, 'busy']);
    expect(sent).toHaveLength(3);
    expect(request.attempts).toEqual([
      { status: 503, reason: 'status 503', wait: 250 },
      { status: 503, reason: 'status 503', wait: 500 },
      { status: 503, reason: 'no attempt is left' },
    ]);
  });
});

it('keeps a list of what each attempt came to', async () => {
  const { clock, call } = retrying([status(429, { 'Retry-After': '2' }), reset, status(404)], { attempts: 9 });
  const { request, sending } = call();
  await clock.pass(20_000);
  expect((await sending).status).toBe(404);
  expect(request.attempts).toEqual([
    { status: 429, reason: 'too many requests', wait: 2000 },
    { error: 'ConnectionError', reason: 'ConnectionError', wait: 500 },
    { status: 404, reason: 'final' },
  ]);
});

it('keeps no list of a first attempt that succeeds', async () => {
  const { request, sending } = retrying([status(200)]).call();
  await sending;
  expect(request.attempts).toEqual([]);
});

it('raises what the last attempt raised', async () => {
  const errors = [1, 2, 3].map((timeout) => new TimeoutError(new PlainRequest('https://example.com'), timeout));
  const { clock, call } = retrying(errors.map((error) => () => Promise.reject(error)));
  const { sending } = call();
  const failing = sending.catch((error) => error);
  await clock.pass(20_000);
  expect(await failing).toBe(errors[2]);
});

it.each([['stop'], [null], [undefined], [0], [new Error('own')]])('raises a reason as it is: %s', async (reason) => {
  const { events, sent, call } = retrying([() => Promise.reject(reason)]);
  const { request, sending } = call();
  await expect(sending).rejects.toBe(reason);
  expect([sent.length, events]).toEqual([1, []]);
  expect(request.attempts).toEqual([{ error: (reason as Error | undefined)?.name ?? 'unknown', reason: 'final' }]);
});

describe('how often', () => {
  const count = async (options: RetryOptions | false | undefined, init: PlainRequestInit = {}) => {
    const { clock, sent, call } = retrying([status(503)], options);
    const { sending } = call(init);
    await clock.pass(1e9);
    await sending;
    return sent.length;
  };

  it('is three times where nobody says', async () => {
    expect(await count(undefined)).toBe(3);
    expect(await count({})).toBe(3);
  });

  it('is once where `retry` is false', async () => {
    expect(await count(false)).toBe(1);
  });

  it('is as often as the options say', async () => {
    expect(await count({ attempts: 1 })).toBe(1);
    expect(await count({ attempts: 7 })).toBe(7);
  });

  it('is what the call says before what the client says', async () => {
    expect(await count({ attempts: 7 }, { retry: { attempts: 2 } })).toBe(2);
    expect(await count({ attempts: 7 }, { retry: false })).toBe(1);
    expect(await count(false, { retry: {} })).toBe(3);
  });

  it('is what the client says where the call says nothing of it', async () => {
    expect(await count({ attempts: 7 }, { retry: { baseDelay: 1 } })).toBe(7);
  });
});

it('sends a request that would do harm twice only once', async () => {
  for (const answer of [status(503), status(500), reset]) {
    const { sent, events, call } = retrying([answer]);
    await call({ method: 'POST' }).sending.catch(() => {});
    expect([sent.length, events]).toEqual([1, []]);
  }
});

describe('an abort', () => {
  it.each([['stop'], [null], [0], [new Error('own')]])(
    'during a wait ends it with its own reason, and leaves no timer and no listener: %s',
    async (reason) => {
      const controller = new AbortController();
      const { clock, sent, call } = retrying([status(503)]);
      const { sending } = call({ signal: controller.signal });
      await turn();
      expect(clock.pending).toBe(1);
      controller.abort(reason);
      await expect(sending).rejects.toBe(reason);
      expect([sent.length, clock.pending, getEventListeners(controller.signal, 'abort')]).toEqual([1, 0, []]);
    },
  );

  it('with an error of ours is no failure to be repeated, and costs nothing', async () => {
    const error = new ConnectionError(new PlainRequest('https://example.com'), 'reset');
    const { clock, sent, events, call } = retrying([
      ...Array.from({ length: 100 }, () => () => Promise.reject(error)),
      status(503),
      status(200),
    ]);
    for (let i = 0; i < 100; i++) {
      await expect(call({ signal: AbortSignal.abort(error) }).sending).rejects.toBe(error);
    }
    expect([sent.length, events]).toEqual([100, []]);
    const { sending } = call();
    await clock.pass(8000);
    expect((await sending).status).toBe(200);
  });

  it('leaves no listener after waits that ended', async () => {
    const { signal } = new AbortController();
    const { clock, call } = retrying([status(503)]);
    const { sending } = call({ signal });
    await clock.pass(20_000);
    await sending;
    expect([clock.pending, getEventListeners(signal, 'abort')]).toEqual([0, []]);
  });
});

describe('the quota of a client', () => {
  it('ends the retries where most calls fail', async () => {
    const { clock, sent, call } = retrying([status(503)], { attempts: 2 });
    const calls = Array.from({ length: 200 }, () => call());
    await clock.pass(20_000);
    await Promise.all(calls.map(({ sending }) => sending));
    expect(sent).toHaveLength(300);
    expect(calls.at(-1)?.request.attempts).toEqual([{ status: 503, reason: 'too many calls are being repeated' }]);
  });

  it('ends them sooner where nobody answers', async () => {
    const { clock, sent, call } = retrying([reset], { attempts: 2 });
    const calls = Array.from({ length: 200 }, () => call().sending.catch(() => {}));
    await clock.pass(20_000);
    await Promise.all(calls);
    expect(sent).toHaveLength(250);
  });

  it('is never felt where retries help', async () => {
    let count = 0;
    const { clock, sent, call } = retrying([() => new Response(null, { status: ++count % 2 ? 503 : 200 })]);
    for (let i = 0; i < 500; i++) {
      const { sending } = call();
      clock.chance = 0;
      await clock.pass(0);
      expect((await sending).status).toBe(200);
    }
    expect(sent).toHaveLength(1000);
  });

  it('comes back a little with each call that succeeds at once, and with no other', async () => {
    const answers = [...Array(200).fill(status(503)), ...Array(4).fill(status(200)), status(404), status(503)];
    const { clock, sent, call } = retrying(answers, { attempts: 2 });
    const next = async () => {
      const { sending } = call();
      await clock.pass(8000);
      await sending;
      return sent.length;
    };
    for (let i = 0; i < 100; i++) await next();
    for (let i = 0; i < 5; i++) await next();
    expect(await next()).toBe(206);
    answers.push(status(200), status(503));
    expect(await next()).toBe(207);
    // 500 taken, 5 given back: one retry.
    expect(await next()).toBe(209);
    expect(await next()).toBe(210);
  });

  it('is not paid for an attempt that is not made', async () => {
    const { clock, sent, call } = retrying([
      ...Array(200).fill(status(429, { 'Retry-After': '3600' })),
      status(503),
      status(200),
    ]);
    for (let i = 0; i < 200; i++) await call().sending;
    const { sending } = call();
    await clock.pass(8000);
    await sending;
    expect(sent).toHaveLength(202);
  });
});

it('tells of each retry before the wait, by these fields and no others', async () => {
  const { clock, events, call } = retrying([status(429, { 'Retry-After': '2' }), reset, status(200)]);
  const operation = { method: 'GET', path: '/things/{id}' };
  const { sending } = call({ operation, headers: { 'X-Key': 's3cret' } });
  await turn();
  const place = { type: 'retry', method: 'GET', path: '/things/{id}' };
  const first = { ...place, attempt: 1, reason: 'too many requests', wait: 2000 };
  expect(events).toEqual([first]);
  await clock.pass(20_000);
  await sending;
  expect(events).toEqual([first, { ...place, attempt: 2, reason: 'ConnectionError', wait: 500 }]);
});

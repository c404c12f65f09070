import { describe, expect, it } from 'vitest';
import { ManualClock } from './manual-clock.test.ts';
import { PlainRequest } from './plain-request.ts';
import { TimeLimit } from './time-limit.ts';
import { TimeoutError } from './timeout-error.ts';
import { watchBody } from './watch-body.ts';

const request = new PlainRequest('https://example.com/things');

/** Watches a response for 100 ms; `clock.pending` is 1 until its end is told. */
function watch(response: Response) {
  const clock = new ManualClock();
  const time = new TimeLimit({ milliseconds: 100, error: () => new TimeoutError(request, 100) }, undefined, clock);
  return { clock, response: watchBody(response, time, request) };
}
const broken = (cause: unknown) =>
  new Response(
    new ReadableStream({
      pull(controller) {
        controller.error(cause);
      },
    }),
  );
const stalled = () => new Response(new ReadableStream({ pull: () => new Promise(() => {}) }));

describe('the end is told', () => {
  it.each([['text'], ['json'], ['arrayBuffer'], ['blob'], ['bytes']] as const)(
    'when %s() has read it',
    async (reader) => {
      const seen = watch(new Response('{"a":1}'));
      expect(seen.clock.pending).toBe(1);
      await seen.response[reader]();
      expect(seen.clock.pending).toBe(0);
    },
  );

  it('when the stream was read', async () => {
    const seen = watch(new Response('text'));
    const reader = seen.response.body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('text');
    expect(seen.clock.pending).toBe(1);
    expect((await reader?.read())?.done).toBe(true);
    expect(seen.clock.pending).toBe(0);
  });

  it('when the stream was cancelled, and the cancel reaches the source', async () => {
    let reason: unknown;
    const source = new ReadableStream({
      cancel(given) {
        reason = given;
      },
    });
    const seen = watch(new Response(source));
    await seen.response.body?.cancel('enough');
    expect([seen.clock.pending, reason]).toEqual([0, 'enough']);
  });

  it('when the stream was cancelled half read', async () => {
    let cancelled = false;
    const source = new ReadableStream({
      pull(controller) {
        controller.enqueue(new Uint8Array(1));
      },
      cancel() {
        cancelled = true;
      },
    });
    const seen = watch(new Response(source));
    const reader = seen.response.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    expect([seen.clock.pending, cancelled]).toEqual([0, true]);
  });

  it.each([
    ['there is no body', new Response(null, { status: 204 })],
    ['it is of length 0, which nobody reads', new Response('', { headers: { 'Content-Length': '0' } })],
  ])('at once, when %s', (_, response) => {
    expect(watch(response).clock.pending).toBe(0);
  });
});

describe('an error is renamed', () => {
  it('of a reader', async () => {
    const cause = new TypeError('terminated');
    const seen = watch(broken(cause));
    await expect(seen.response.text()).rejects.toMatchObject({
      name: 'ConnectionError',
      cause: { message: 'terminated' },
    });
    expect(seen.clock.pending).toBe(0);
  });

  it('of the stream', async () => {
    const cause = new TypeError('terminated');
    const seen = watch(broken(cause));
    await expect(seen.response.body?.getReader().read()).rejects.toMatchObject({
      name: 'ConnectionError',
      cause: { message: 'terminated' },
    });
    expect(seen.clock.pending).toBe(0);
  });

  it('but not that of JSON.parse, whose text arrived', async () => {
    const seen = watch(new Response('<html>'));
    await expect(seen.response.json()).rejects.toBeInstanceOf(SyntaxError);
    expect(seen.clock.pending).toBe(0);
  });
});

describe('a body that heeds nothing is left', () => {
  it('by a reader', async () => {
    const { clock, response } = watch(stalled());
    const failing = response.text().catch((error) => error);
    await clock.pass(100);
    expect(await failing).toBeInstanceOf(TimeoutError);
  });

  it('by the stream', async () => {
    const { clock, response } = watch(stalled());
    const failing = response.body
      ?.getReader()
      .read()
      .catch((error) => error);
    await clock.pass(100);
    expect(await failing).toBeInstanceOf(TimeoutError);
  });

  it('by a stream that is asked for when the time is over', async () => {
    const { clock, response } = watch(stalled());
    await clock.pass(100);
    await expect(response.body?.getReader().read()).rejects.toBeInstanceOf(TimeoutError);
  });

  it('by a reader that begins when the time is over', async () => {
    const { clock, response } = watch(stalled());
    await clock.pass(100);
    await expect(response.text()).rejects.toBeInstanceOf(TimeoutError);
  });
});

it('reads nothing before somebody asks', async () => {
  let pulls = 0;
  const source = new ReadableStream(
    {
      pull() {
        pulls++;
      },
    },
    { highWaterMark: 0 },
  );
  const { response } = watch(new Response(source));
  expect(response.body).toBe(response.body);
  await new Promise((resolve) => setImmediate(resolve));
  expect([pulls, response.bodyUsed]).toEqual([0, false]);
});

it('leaves the readers usable after the stream was looked at', async () => {
  const { response } = watch(new Response('text'));
  expect(response.body).not.toBeNull();
  await new Promise((resolve) => setImmediate(resolve));
  expect(await response.text()).toBe('text');
});

it.each([
  ['what the one within raised', 50, 100],
  ['the nearer time', 100, 50],
])('can be done twice to one response, which raises %s', async (_, inner, outer) => {
  const clock = new ManualClock();
  const timeOf = (milliseconds: number) =>
    new TimeLimit({ milliseconds, error: () => new TimeoutError(request, milliseconds) }, undefined, clock);
  const stall = watchBody(watchBody(stalled(), timeOf(inner), request), timeOf(outer), request);
  const failing = stall.text().catch((error) => error);
  await clock.pass(50);
  expect(await failing).toMatchObject({ name: 'TimeoutError', timeout: 50 });
  await clock.pass(50);

  const text = watchBody(watchBody(new Response('text'), timeOf(inner), request), timeOf(outer), request);
  expect(await text.text()).toBe('text');
  expect(clock.pending).toBe(0);
});

it('looks like the response, and can be handed on as the init of another', async () => {
  const { clock, response } = watch(Response.json({ a: 1 }, { status: 201, headers: { a: 'b' } }));
  expect(response).toBeInstanceOf(Response);
  expect([response.status, response.ok, response.headers.get('a')]).toEqual([201, true, 'b']);
  expect(await response.clone().json()).toEqual({ a: 1 });
  const copy = new Response(response.body, response);
  expect([copy.status, copy.headers.get('a'), await copy.json()]).toEqual([201, 'b', { a: 1 }]);
  expect(clock.pending).toBe(0);
});

it('watches a stand-in for a response as well', async () => {
  const standIn = { status: 200, ok: true, headers: new Headers(), text: async () => 'text' } as Response;
  const { clock, response } = watch(standIn);
  expect([await response.text(), clock.pending]).toEqual(['text', 0]);
});

it('can be done again to one object, which some tests answer with', async () => {
  const one = new Response();
  for (let answer = 0; answer < 3; answer++) {
    const { clock, response } = watch(one);
    expect([await response.text(), clock.pending]).toEqual(['', 0]);
  }
});

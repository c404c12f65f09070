import { getEventListeners } from 'node:events';
import { beforeEach, describe, expect, it } from 'vitest';
import { ConnectionError } from './connection-error.ts';
import { ManualClock, turn } from './manual-clock.test.ts';
import { PlainRequest, type PlainRequestInit } from './plain-request.ts';
import type { Send } from './policy.ts';
import { timeout } from './timeout.ts';
import { TimeoutError } from './timeout-error.ts';
import { transport } from './transport.ts';

let clock = new ManualClock();
beforeEach(() => {
  clock = new ManualClock();
});

const request = (init: PlainRequestInit = {}) => new PlainRequest('https://example.com/v1/things?q=1', init);
/** As the platform's: pends until its signal aborts. */
const pending = transport(
  (_, { signal }) =>
    new Promise((_, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason));
    }),
);
const deaf: Send = () => new Promise(() => {});
/** Headers, then a body that never ends; it fails when the signal aborts if it heeds it. */
const stalling =
  (heeds: boolean): Send =>
  async ({ signal }) =>
    new Response(
      new ReadableStream({
        start(controller) {
          controller.enqueue(new Uint8Array([123]));
          if (heeds) signal?.addEventListener('abort', () => controller.error(new TypeError('terminated')));
        },
      }),
    );

it.each([
  ['heeds its signal', pending],
  ['does not heed its signal', deaf],
])('ends a request after the time, where fetch %s', async (_, next) => {
  const failing = timeout(100, clock)(request(), next).catch((error) => error);
  await clock.pass(99);
  expect(clock.pending).toBe(1);
  await clock.pass(1);
  expect(await failing).toBeInstanceOf(TimeoutError);
  expect(await failing).toMatchObject({ timeout: 100, method: 'GET', path: '/v1/things' });
  expect(clock.pending).toBe(0);
});

describe.each([
  ['heeds', true],
  ['does not heed', false],
])('a stalled body that %s the signal', (_, heeds) => {
  it('ends after the time, read as text', async () => {
    const response = await timeout(100, clock)(request(), stalling(heeds));
    const failing = response.text().catch((error) => error);
    await clock.pass(100);
    expect(await failing).toBeInstanceOf(TimeoutError);
    expect(clock.pending).toBe(0);
  });

  it('ends after the time, read as a stream', async () => {
    const response = await timeout(100, clock)(request(), stalling(heeds));
    const reader = response.body?.getReader();
    await reader?.read();
    const failing = reader?.read().catch((error) => error);
    await clock.pass(100);
    expect(await failing).toBeInstanceOf(TimeoutError);
    expect(clock.pending).toBe(0);
  });

  it('ends with the reason of an abort', async () => {
    const controller = new AbortController();
    const response = await timeout(100, clock)(request({ signal: controller.signal }), stalling(heeds));
    const failing = response.text();
    controller.abort(null);
    await expect(failing).rejects.toBeNull();
    expect(clock.pending).toBe(0);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  });
});

it('takes the time of the call before its own', async () => {
  const failing = timeout(100, clock)(request({ timeout: 20 }), pending).catch((error) => error);
  await clock.pass(20);
  expect(await failing).toMatchObject({ timeout: 20 });
});

it.each([[Number.POSITIVE_INFINITY], [2 ** 31]])('waits %d ms, which a timer would take for 1', async (limit) => {
  const controller = new AbortController();
  const failing = timeout(limit)(request({ signal: controller.signal }), pending).catch((error) => error);
  await turn();
  controller.abort('enough');
  expect(await failing).toBe('enough');
});

describe('an abort', () => {
  it.each([['stop'], [null], [0], [new Error('own')]])('ends a request with its own reason: %s', async (reason) => {
    for (const next of [pending, deaf]) {
      const controller = new AbortController();
      const failing = timeout(100, clock)(request({ signal: controller.signal }), next);
      controller.abort(reason);
      await expect(failing).rejects.toBe(reason);
    }
  });

  it('without a reason is an AbortError', async () => {
    const controller = new AbortController();
    const failing = timeout(100, clock)(request({ signal: controller.signal }), pending);
    controller.abort(undefined);
    await expect(failing).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('that came before ends it too, and fetch sees it', async () => {
    let seen: boolean | undefined;
    const failing = timeout(100, clock)(request({ signal: AbortSignal.abort('early') }), async ({ signal }) => {
      seen = signal?.aborted;
      return deaf(request());
    });
    await expect(failing).rejects.toBe('early');
    expect(seen).toBe(true);
  });
});

describe('neither timer nor listener stays', () => {
  const { signal } = new AbortController();
  const left = () => [clock.pending, getEventListeners(signal, 'abort').length];
  const answer = (response: Response) => timeout(100, clock)(request({ signal }), async () => response);

  it('while the body is unread they do', async () => {
    const response = await answer(new Response('text'));
    expect(left()).toEqual([1, 1]);
    await response.text();
    expect(left()).toEqual([0, 0]);
  });

  it('after a body was cancelled', async () => {
    await (await answer(new Response('text'))).body?.cancel();
    expect(left()).toEqual([0, 0]);
  });

  it('after an answer without a body', async () => {
    await answer(new Response(null, { status: 204 }));
    expect(left()).toEqual([0, 0]);
  });

  it('after no answer', async () => {
    await timeout(100, clock)(request({ signal }), () => Promise.reject(new Error('no'))).catch(() => {});
    expect(left()).toEqual([0, 0]);
  });

  it('after the time ran out over a body that nobody read', async () => {
    await answer(new Response('text'));
    await clock.pass(100);
    expect(left()).toEqual([0, 0]);
  });
});

it('calls a body cut short a failed connection', async () => {
  const cause = new TypeError('terminated');
  const cut = new Response(
    new ReadableStream({
      start(controller) {
        controller.error(cause);
      },
    }),
  );
  const failing = (await timeout(100, clock)(request(), async () => cut)).text();
  await expect(failing).rejects.toBeInstanceOf(ConnectionError);
  await expect(failing).rejects.toMatchObject({ cause, path: '/v1/things' });
});

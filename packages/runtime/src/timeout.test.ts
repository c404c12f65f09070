import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ConnectionError } from './connection-error.ts';
import { PlainRequest, type PlainRequestInit } from './plain-request.ts';
import type { Send } from './policy.ts';
import { timeout } from './timeout.ts';
import { TimeoutError } from './timeout-error.ts';
import { transport } from './transport.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
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
  const failing = timeout(100)(request(), next).catch((error) => error);
  await vi.advanceTimersByTimeAsync(99);
  expect(vi.getTimerCount()).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(await failing).toBeInstanceOf(TimeoutError);
  expect(await failing).toMatchObject({ timeout: 100, method: 'GET', path: '/v1/things' });
  expect(vi.getTimerCount()).toBe(0);
});

describe.each([
  ['heeds', true],
  ['does not heed', false],
])('a stalled body that %s the signal', (_, heeds) => {
  it('ends after the time, read as text', async () => {
    const response = await timeout(100)(request(), stalling(heeds));
    const failing = response.text().catch((error) => error);
    await vi.advanceTimersByTimeAsync(100);
    expect(await failing).toBeInstanceOf(TimeoutError);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends after the time, read as a stream', async () => {
    const response = await timeout(100)(request(), stalling(heeds));
    const reader = response.body?.getReader();
    await reader?.read();
    const failing = reader?.read().catch((error) => error);
    await vi.advanceTimersByTimeAsync(100);
    expect(await failing).toBeInstanceOf(TimeoutError);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends with the reason of an abort', async () => {
    const controller = new AbortController();
    const response = await timeout(100)(request({ signal: controller.signal }), stalling(heeds));
    const failing = response.text();
    controller.abort(null);
    await expect(failing).rejects.toBeNull();
    expect(vi.getTimerCount()).toBe(0);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  });
});

it('takes the time of the call before its own', async () => {
  const failing = timeout(100)(request({ timeout: 20 }), pending).catch((error) => error);
  await vi.advanceTimersByTimeAsync(20);
  expect(await failing).toMatchObject({ timeout: 20 });
});

it.each([[Number.POSITIVE_INFINITY], [2 ** 31]])(
  'sets no timer for %d, which a timer would take for 1',
  async (limit) => {
    const controller = new AbortController();
    const failing = timeout(limit)(request({ signal: controller.signal }), pending).catch((error) => error);
    expect(vi.getTimerCount()).toBe(0);
    controller.abort('enough');
    expect(await failing).toBe('enough');
  },
);

it('sets the longest timer that there is', async () => {
  const { body } = await timeout(2 ** 31 - 1)(request(), async () => new Response('x'));
  expect(vi.getTimerCount()).toBe(1);
  await body?.cancel();
});

describe('an abort', () => {
  it.each([['stop'], [null], [0], [new Error('own')]])('ends a request with its own reason: %s', async (reason) => {
    for (const next of [pending, deaf]) {
      const controller = new AbortController();
      const failing = timeout(100)(request({ signal: controller.signal }), next);
      controller.abort(reason);
      await expect(failing).rejects.toBe(reason);
    }
  });

  it('without a reason is an AbortError', async () => {
    const controller = new AbortController();
    const failing = timeout(100)(request({ signal: controller.signal }), pending);
    controller.abort(undefined);
    await expect(failing).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('that came before ends it too, and fetch sees it', async () => {
    let seen: boolean | undefined;
    const failing = timeout(100)(request({ signal: AbortSignal.abort('early') }), async ({ signal }) => {
      seen = signal?.aborted;
      return deaf(request());
    });
    await expect(failing).rejects.toBe('early');
    expect(seen).toBe(true);
  });
});

describe('neither timer nor listener stays', () => {
  const { signal } = new AbortController();
  const left = () => [vi.getTimerCount(), getEventListeners(signal, 'abort').length];
  const answer = (response: Response) => timeout(100)(request({ signal }), async () => response);

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
    await timeout(100)(request({ signal }), () => Promise.reject(new Error('no'))).catch(() => {});
    expect(left()).toEqual([0, 0]);
  });

  it('after the time ran out over a body that nobody read', async () => {
    await answer(new Response('text'));
    await vi.advanceTimersByTimeAsync(100);
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
  const failing = (await timeout(100)(request(), async () => cut)).text();
  await expect(failing).rejects.toBeInstanceOf(ConnectionError);
  await expect(failing).rejects.toMatchObject({ cause, path: '/v1/things' });
});

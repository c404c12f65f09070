import { describe, expect, it, vi } from 'vitest';
import { RequestFactory } from '../../../test/request-factory.ts';
import { CredentialsExpired, type Limiter } from './limiter.ts';
import { createLimiter } from './memory-limiter.ts';
import { rateLimit } from './rate-limit.ts';

/** A limiter that records its calls. */
function createRecorder(acquire: Limiter['acquire'] = async () => {}) {
  return { acquire: vi.fn(acquire), pause: vi.fn() } satisfies Limiter;
}

describe('a request', () => {
  it('rateLimit sends a request when the limiter admits it, and emits the delay', async () => {
    const client = new RequestFactory();
    let admit: () => void = () => {};
    const limiter = createRecorder(
      () =>
        new Promise((resolve) => {
          admit = resolve;
        }),
    );
    const next = vi.fn(async () => new Response());
    const request = client.create({ method: 'PUT' });
    const sending = rateLimit(limiter)(request, next);
    await client.clock.advance(70);
    expect([limiter.acquire.mock.calls.length, next.mock.calls.length]).toEqual([1, 0]);
    admit();
    await sending;
    expect(next.mock.calls).toEqual([[request]]);
    expect(limiter.acquire).toHaveBeenCalledOnce();
    const { id: callId } = request.call;
    expect(client.events).toEqual([{ type: 'limit', callId, method: 'PUT', path: '/things', attempt: 1, delay: 70 }]);
  });

  it('rateLimit passes the method, the signal, the priority and the credentials of the request to the limiter', async () => {
    const client = new RequestFactory();
    const limiter = createRecorder();
    const credentials = { expiresAt: 5 };
    const requests = [client.create({ method: 'PUT' }), client.create({ priority: 'high', credentials })];
    for (const request of requests) await rateLimit(limiter)(request, async () => new Response());
    const [first, second] = limiter.acquire.mock.calls;
    expect(first).toMatchObject(['PUT', { priority: 'normal', credentials: undefined }]);
    expect(second).toMatchObject(['GET', { priority: 'high', credentials }]);
    expect(second?.[1]?.signal).toBe(requests[1]?.signal);
  });

  it('rateLimit emits nothing for a request that need not wait', async () => {
    const client = new RequestFactory();
    await rateLimit(createRecorder())(client.create(), async () => new Response());
    expect(client.events).toEqual([]);
  });

  it('rateLimit creates no AbortController if the limiter does not read the signal', async () => {
    const made = vi.spyOn(globalThis, 'AbortController');
    try {
      const limiter: Limiter = { acquire: async () => {}, pause() {} };
      await rateLimit(limiter)(new RequestFactory().create(), async () => new Response());
      expect(made).not.toHaveBeenCalled();
    } finally {
      made.mockRestore();
    }
  });

  it('rateLimit does not send a request that the limiter rejects', async () => {
    const client = new RequestFactory();
    const limiter = createRecorder(() => Promise.reject('stop'));
    await expect(rateLimit(limiter)(client.create(), () => expect.unreachable())).rejects.toBe('stop');
    expect(client.events).toEqual([]);
  });

  it.each([
    ['stop', 'of this package'],
    [null, 'of this package'],
    [null, 'that ignores the signal'],
  ])('rateLimit ends a wait with the reason of an abort, %s, for a limiter %s', async (reason, which) => {
    const client = new RequestFactory();
    const limiter =
      which === 'that ignores the signal'
        ? createRecorder(() => new Promise(() => {}))
        : createLimiter([{ requests: 1, seconds: 60 }], client.clock);
    if (which !== 'that ignores the signal') await limiter.acquire('GET');
    const controller = new AbortController();
    const request = client.create({ options: { signal: controller.signal } });
    const sending = rateLimit(limiter)(request, () => expect.unreachable());
    sending.catch(() => {});
    await client.clock.advance(1000);
    controller.abort(reason);
    await expect(sending).rejects.toBe(reason);
    expect(client.clock.pending).toBe(0);
  });

  it('rateLimit does not call the limiter for a request that was already aborted', async () => {
    const limiter = createRecorder();
    const request = new RequestFactory().create({ options: { signal: AbortSignal.abort(null) } });
    await expect(rateLimit(limiter)(request, () => expect.unreachable())).rejects.toBeNull();
    expect(limiter.acquire).not.toHaveBeenCalled();
  });
});

it('rateLimit throws CredentialsExpired if a limiter that ignores credentials admits expired ones', async () => {
  const client = new RequestFactory();
  const next = vi.fn(async () => new Response());
  const send = (expiresAt: number) => rateLimit(createRecorder())(client.create({ credentials: { expiresAt } }), next);
  client.clock.time = 70;
  await expect(send(70)).rejects.toBe(CredentialsExpired);
  expect(next).not.toHaveBeenCalled();
  expect(client.events).toEqual([]);
  await send(70.5);
  expect(next).toHaveBeenCalledOnce();
});

describe('a response', () => {
  it.each([
    ['in seconds', { 'Retry-After': '7' }, 7000],
    ['as a date', { 'Retry-After': 'Sun, 22 Nov 2026 00:00:30 GMT' }, 30_000],
    ['in milliseconds', { 'Retry-After-Ms': '70' }, 70],
    ['absent', {}, undefined],
    ['invalid', { 'Retry-After': 'soon' }, undefined],
    ['zero', { 'Retry-After': '0' }, undefined],
    ['past', { 'Retry-After': 'Sun, 22 Nov 2020 00:00:30 GMT' }, undefined],
    ['long', { 'Retry-After': '600' }, 60_000],
  ])('rateLimit pauses the method of a 429 for the time of Retry-After: %s', async (_, headers, milliseconds) => {
    const limiter = createRecorder();
    const client = new RequestFactory();
    client.clock.chance = 0;
    const request = client.create({ method: 'POST' });
    const response = await rateLimit(limiter)(request, async () => new Response('no', { status: 429, headers }));
    expect(await response.text()).toBe('no');
    expect(limiter.pause.mock.calls).toEqual([['POST', milliseconds]]);
  });

  it('rateLimit pauses for a long Retry-After as long as maxRetryAfter, and up to 10 % longer', async () => {
    const headers = { 'Retry-After': '600' };
    for (const [retry, milliseconds] of [
      [{ maxRetryAfter: 900_000 }, 630_000],
      [{ maxRetryAfter: 100_000 }, 105_000],
      [false, 63_000],
    ] as const) {
      const limiter = createRecorder();
      const request = new RequestFactory({ retry }).create();
      await rateLimit(limiter)(request, async () => new Response('no', { status: 429, headers }));
      expect(limiter.pause.mock.calls).toEqual([['GET', milliseconds]]);
    }
  });

  it.each([[200], [401], [503]])('rateLimit pauses nothing for a %d, even with Retry-After', async (status) => {
    const limiter = createRecorder();
    const respond = async () => new Response(null, { status, headers: { 'Retry-After': '7' } });
    await rateLimit(limiter)(new RequestFactory().create(), respond);
    expect(limiter.pause).not.toHaveBeenCalled();
  });

  it('rateLimit pauses nothing for a failure, and throws it unchanged', async () => {
    const limiter = createRecorder();
    const sending = rateLimit(limiter)(new RequestFactory().create(), () => Promise.reject(undefined));
    await expect(sending).rejects.toBeUndefined();
    expect(limiter.pause).not.toHaveBeenCalled();
  });
});

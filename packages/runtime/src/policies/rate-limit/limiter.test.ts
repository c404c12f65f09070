import { getEventListeners } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { ManualClock, turn } from '../../testing/manual-clock.ts';
import { CredentialsExpired, createQueuedLimiter, type RateLimit, type Turn } from './limiter.ts';
import { createLimiter } from './memory-limiter.ts';

function create(...limits: RateLimit[]) {
  const clock = new ManualClock();
  const limiter = createLimiter(limits, clock);
  const admitted: string[] = [];
  const acquire = (name: string, method = 'GET', turn?: Turn) =>
    Promise.resolve(limiter.acquire(method, turn)).then(() => {
      admitted.push(`${name} at ${clock.now()}`);
    });
  return { clock, limiter, admitted, acquire };
}

it('a limiter admits requests up to its limit at once, and the rest as soon as the window permits', async () => {
  const { clock, admitted, acquire } = create({ requests: 2, seconds: 10 });
  acquire('a');
  await clock.advance(4000);
  for (const name of ['b', 'c', 'd', 'e']) acquire(name);
  await clock.advance(60_000);
  expect(admitted).toEqual(['a at 0', 'b at 4000', 'c at 10000', 'd at 14000', 'e at 20000']);
  expect(clock.pending).toBe(0);
});

it.each([
  [{ requests: 0, seconds: 1 }],
  [{ requests: -1, seconds: 1 }],
  [{ requests: 1.5, seconds: 1 }],
  [{ requests: Number.NaN, seconds: 1 }],
  [{ requests: 1, seconds: 0 }],
  [{ requests: 1, seconds: Number.NaN }],
])('createLimiter throws for a limit that is not above 0: %j', (limit) => {
  expect(() => createLimiter([limit])).toThrow('createLimiter: `requests` must be a positive integer');
});

it('a limiter reads no methods from a polluted Object.prototype', async () => {
  const prototype = Object.prototype as { methods?: unknown };
  prototype.methods = ['PATCH'];
  try {
    const { clock, admitted, acquire } = create({ requests: 1, seconds: 10 });
    acquire('a');
    acquire('b');
    await clock.advance(60_000);
    expect(admitted).toEqual(['a at 0', 'b at 10000']);
  } finally {
    delete prototype.methods;
  }
});

it('a limiter returns undefined for a request that may be sent now, and a promise for one that waits', async () => {
  const { clock, limiter } = create({ requests: 1, seconds: 10, methods: ['GET'] });
  expect([limiter.acquire('GET'), limiter.acquire('POST')]).toEqual([undefined, undefined]);
  const waiting = limiter.acquire('GET');
  expect(waiting).toBeInstanceOf(Promise);
  await clock.run(Promise.resolve(waiting));
  expect(clock.now()).toBe(10_000);
});

it('a limiter admits no request a millisecond early', async () => {
  const { clock, admitted, acquire } = create({ requests: 1, seconds: 10 });
  acquire('a');
  for (const time of [9999, 9999.5]) {
    await clock.advance(time - clock.now());
    acquire(String(time));
  }
  await clock.advance(10_000);
  expect(admitted).toEqual(['a at 0', '9999 at 10000']);
});

it('a limiter enforces two windows together', async () => {
  const { clock, admitted, acquire } = create({ requests: 3, seconds: 100 }, { requests: 2, seconds: 10 });
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) acquire(name);
  await clock.advance(1_000_000);
  expect(admitted).toEqual(['a at 0', 'b at 0', 'c at 10000', 'd at 100000', 'e at 100000', 'f at 110000']);
});

describe('limits of methods', () => {
  const reads = { requests: 1, seconds: 10, methods: ['GET', 'HEAD'] };
  const writes = { requests: 1, seconds: 60, methods: ['POST'] };

  it('a limiter has separate queues for limits without a common method', async () => {
    const { clock, admitted, acquire } = create(reads, writes);
    acquire('a', 'POST');
    acquire('b', 'POST');
    acquire('c', 'GET');
    acquire('d', 'HEAD');
    await clock.advance(100_000);
    expect(admitted).toEqual(['a at 0', 'c at 0', 'd at 10000', 'b at 60000']);
  });

  it('a limiter admits a method that no limit counts at once', async () => {
    const { clock, limiter, admitted, acquire } = create(reads);
    for (const name of ['a', 'b']) acquire(name, 'DELETE');
    limiter.pause('DELETE', 1000);
    limiter.pause('DELETE');
    acquire('c', 'DELETE');
    await clock.advance(0);
    expect(admitted).toEqual(['a at 0', 'b at 0', 'c at 0']);
  });

  it('a limiter has one queue for limits with a common method', async () => {
    const { clock, admitted, acquire } = create(writes, { requests: 2, seconds: 10 }, reads);
    for (const [name, method] of Object.entries({ a: 'POST', b: 'GET', c: 'GET', d: 'PUT', e: 'PUT', f: 'POST' }))
      acquire(name, method);
    await clock.advance(100_000);
    expect(admitted).toEqual(['a at 0', 'b at 0', 'c at 10000', 'd at 10000', 'e at 20000', 'f at 60000']);
  });
});

describe('an abort', () => {
  it.each(['front', 'back'])(
    'aborts of all waiting requests from the %s read the clock once each at most',
    async (end) => {
      const { clock, limiter } = create({ requests: 1, seconds: 60 });
      await limiter.acquire('GET');
      const controllers = Array.from({ length: 10_000 }, () => new AbortController());
      const aborted = controllers.map(({ signal }) =>
        Promise.resolve(limiter.acquire('GET', { signal })).catch(() => {}),
      );
      const now = vi.spyOn(clock, 'now');
      if (end === 'back') controllers.reverse();
      for (const controller of controllers) controller.abort();
      await Promise.all(aborted);
      expect(now.mock.calls.length).toBeLessThanOrEqual(controllers.length);
      expect(clock.pending).toBe(0);
    },
  );

  it.each([['stop'], [null], [0], [new Error('own')]])(
    'a limiter throws the reason of an abort: %s',
    async (reason) => {
      const { clock, acquire } = create({ requests: 1, seconds: 10 });
      const controller = new AbortController();
      await acquire('a', 'GET', { signal: controller.signal });
      const waiting = acquire('b', 'GET', { signal: controller.signal });
      controller.abort(reason);
      await expect(waiting).rejects.toBe(reason);
      await expect(acquire('c', 'GET', { signal: controller.signal })).rejects.toBe(reason);
      expect([clock.pending, getEventListeners(controller.signal, 'abort')]).toEqual([0, []]);
    },
  );

  it.each([[0], [1], [2]])(
    'a limiter keeps the order and the times of the others when request %d is aborted',
    async (aborted) => {
      const { clock, admitted, acquire } = create({ requests: 1, seconds: 10 });
      const controllers = [0, 1, 2].map(() => new AbortController());
      acquire('first');
      const waiting = controllers.map(({ signal }, index) =>
        acquire(String(index), 'GET', { signal }).catch(() => 'gone'),
      );
      await clock.advance(5000);
      controllers[aborted]?.abort();
      expect(await waiting[aborted]).toBe('gone');
      await clock.advance(100_000);
      const [one, other] = [0, 1, 2].filter((index) => index !== aborted);
      expect(admitted).toEqual(['first at 0', `${one} at 10000`, `${other} at 20000`]);
    },
  );

  it('a limiter admits the requests behind an aborted one as soon as the limits permit', async () => {
    const { clock, admitted, acquire } = create(
      { requests: 9, seconds: 10 },
      { requests: 1, seconds: 60, methods: ['POST'] },
    );
    const controller = new AbortController();
    acquire('a', 'POST');
    const waiting = acquire('b', 'POST', { signal: controller.signal }).catch(() => 'gone');
    acquire('c', 'GET');
    await clock.advance(1000);
    controller.abort();
    await waiting;
    await clock.advance(0);
    expect([admitted, clock.pending]).toEqual([['a at 0', 'c at 1000'], 0]);
  });

  it('a limiter does not count a request that must wait and was already aborted', async () => {
    const { clock, admitted, acquire } = create({ requests: 1, seconds: 10 });
    acquire('a');
    const signal = AbortSignal.abort('early');
    expect(await acquire('b', 'GET', { signal }).catch((reason) => reason)).toBe('early');
    acquire('c');
    await clock.advance(10_000);
    expect(admitted).toEqual(['a at 0', 'c at 10000']);
  });

  it('a limiter does not read the signal of a request that it admits at once, because reading creates the signal', () => {
    const { limiter } = create({ requests: 1, seconds: 10 });
    const read = vi.fn(() => undefined);
    const turn = Object.defineProperty({}, 'signal', { get: read });
    expect([limiter.acquire('GET', turn), read.mock.calls.length]).toEqual([undefined, 0]);
    limiter.acquire('GET', turn);
    expect(read).toHaveBeenCalledOnce();
  });

  it('a limiter leaves no listener after the admission of a request', async () => {
    const { clock, acquire } = create({ requests: 1, seconds: 10 });
    const { signal } = new AbortController();
    acquire('a', 'GET', { signal });
    acquire('b', 'GET', { signal });
    await turn();
    expect(getEventListeners(signal, 'abort')).toHaveLength(1);
    await clock.advance(10_000);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });
});

describe('a pause', () => {
  const limit = { requests: 5, seconds: 60 };

  it('a pause delays requests that already wait, and later ones', async () => {
    const { clock, limiter, admitted, acquire } = create({ requests: 1, seconds: 1 });
    acquire('a');
    acquire('b');
    await clock.advance(500);
    limiter.pause('GET', 800);
    acquire('c');
    await clock.advance(100_000);
    limiter.pause('GET', 500);
    acquire('d');
    await clock.advance(1000);
    expect(admitted).toEqual(['a at 0', 'b at 1300', 'c at 2300', 'd at 101000']);
  });

  it('a pause without a time is as long as the shortest window', async () => {
    const { clock, limiter, admitted, acquire } = create({ requests: 100, seconds: 3600 }, limit);
    limiter.pause('GET');
    acquire('a');
    await clock.advance(60_000);
    expect(admitted).toEqual(['a at 60000']);
  });

  it.each([[60_001], [277_403_000]])(
    'a pause of %d ms lasts as long, beyond the longest window',
    async (milliseconds) => {
      const { clock, limiter, admitted, acquire } = create(limit, { requests: 2, seconds: 1 });
      limiter.pause('GET', milliseconds);
      acquire('a');
      await clock.advance(277_403_000);
      expect(admitted).toEqual([`a at ${milliseconds}`]);
    },
  );

  it('a pause is not shortened by a later one', async () => {
    const { clock, limiter, admitted, acquire } = create(limit);
    limiter.pause('GET', 10_000);
    limiter.pause('GET', 1000);
    acquire('a');
    await clock.advance(10_000);
    expect(admitted).toEqual(['a at 10000']);
  });

  it('a pause of one method does not delay methods of other limits', async () => {
    const { clock, limiter, admitted, acquire } = create(
      { ...limit, methods: ['GET', 'HEAD'] },
      { ...limit, methods: ['POST'] },
    );
    limiter.pause('GET', 1000);
    for (const method of ['GET', 'HEAD', 'POST']) acquire(method, method);
    await clock.advance(1000);
    expect(admitted).toEqual(['POST at 0', 'GET at 1000', 'HEAD at 1000']);
  });
});

it('a limiter waits for a window that is longer than the platform’s timers', async () => {
  const { clock, admitted, acquire } = create({ requests: 1, seconds: 30 * 86_400 });
  const delays: number[] = [];
  const after = clock.after.bind(clock);
  clock.after = (milliseconds, callback) => {
    delays.push(milliseconds);
    return after(milliseconds, callback);
  };
  acquire('a');
  acquire('b');
  await clock.advance(30 * 86_400_000);
  expect(admitted).toEqual(['a at 0', 'b at 2592000000']);
  expect(Math.max(...delays)).toBeLessThan(2 ** 31);
});

it('a limiter sets only one timer for all requests that wait', async () => {
  const { clock, acquire } = create({ requests: 1, seconds: 10 }, { requests: 1, seconds: 1 });
  const after = clock.after.bind(clock);
  let set = 0;
  clock.after = (milliseconds, callback) => {
    set++;
    return after(milliseconds, callback);
  };
  for (let i = 0; i < 100; i++) acquire(String(i));
  expect([clock.pending, set]).toEqual([1, 1]);
});

describe('a turn', () => {
  it('a limiter admits a request of high priority before the others', async () => {
    const { clock, admitted, acquire } = create({ requests: 1, seconds: 60 });
    acquire('first');
    acquire('normal');
    acquire('stated', 'GET', { priority: 'normal' });
    acquire('high', 'GET', { priority: 'high' });
    acquire('also high', 'GET', { priority: 'high' });
    await clock.advance(300_000);
    expect(admitted).toEqual([
      'first at 0',
      'high at 60000',
      'also high at 120000',
      'normal at 180000',
      'stated at 240000',
    ]);
  });

  it('a limiter throws CredentialsExpired for a request whose credentials expired while it waited, and does not count it', async () => {
    const { clock, admitted, acquire } = create({ requests: 1, seconds: 60 });
    acquire('first');
    const expiring = acquire('expiring', 'GET', { credentials: { expiresAt: 60_000 } }).catch((reason) => reason);
    acquire('lasting', 'GET', { credentials: { expiresAt: 60_001 } });
    acquire('without');
    await clock.advance(300_000);
    expect(await expiring).toBe(CredentialsExpired);
    expect(admitted).toEqual(['first at 0', 'lasting at 60000', 'without at 120000']);
  });

  it('a limiter throws CredentialsExpired for a request with expired credentials, even if it need not wait', async () => {
    const { clock, admitted, acquire } = create({ requests: 1, seconds: 60 });
    const expired = acquire('expired', 'GET', { credentials: { expiresAt: 0 } });
    await expect(expired).rejects.toBe(CredentialsExpired);
    acquire('next');
    await clock.idle();
    expect(admitted).toEqual(['next at 0']);
  });

  it('a limiter checks the credentials at the turn of the request', async () => {
    const { clock, acquire } = create({ requests: 1, seconds: 60 });
    const credentials = { expiresAt: Number.POSITIVE_INFINITY };
    acquire('first');
    const { signal } = new AbortController();
    const refused = acquire('refused', 'GET', { credentials, signal }).catch((reason) => reason);
    credentials.expiresAt = Number.NEGATIVE_INFINITY;
    await clock.advance(60_000);
    expect(await refused).toBe(CredentialsExpired);
    expect([clock.pending, getEventListeners(signal, 'abort')]).toEqual([0, []]);
  });
});

describe('a limiter of another counter', () => {
  it('a limiter refuses the first request with what the counter throws, and asks for the next one', async () => {
    const clock = new ManualClock();
    const outcomes: unknown[] = [];
    let error: Error | undefined;
    let askAgain = () => {};
    const limiter = createQueuedLimiter([{ requests: 1, seconds: 1 }], clock, () => ({
      reserve(_, ask) {
        askAgain = ask;
        if (!error) return Infinity;
        const thrown = error;
        error = undefined;
        throw thrown;
      },
      pause() {},
    }));
    for (const name of ['a', 'b']) {
      Promise.resolve(limiter.acquire('GET')).then(undefined, (reason) => outcomes.push([name, reason.message]));
    }
    await clock.idle();
    error = new Error('no');
    askAgain();
    await clock.idle();
    expect(outcomes).toEqual([['a', 'no']]);
  });
});

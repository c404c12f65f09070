import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createLimiter, expired, type RateLimit } from './limiter.ts';
import { ManualClock, turn } from './manual-clock.test.ts';

function limiterOf(...limits: RateLimit[]) {
  const clock = new ManualClock();
  const limiter = createLimiter(limits, clock);
  const passed: string[] = [];
  const ask = (name: string, method = 'GET', signal?: AbortSignal) =>
    limiter.acquire(method, signal).then(() => {
      passed.push(`${name} at ${clock.now()}`);
    });
  return { clock, limiter, passed, ask };
}

it('lets through as many at once as the limit says, and the rest as soon as the window allows', async () => {
  const { clock, passed, ask } = limiterOf({ requests: 2, seconds: 10 });
  ask('a');
  await clock.pass(4000);
  for (const name of ['b', 'c', 'd', 'e']) ask(name);
  await clock.pass(60_000);
  expect(passed).toEqual(['a at 0', 'b at 4000', 'c at 10000', 'd at 14000', 'e at 20000']);
  expect(clock.pending).toBe(0);
});

it.each([
  [{ requests: 0, seconds: 1 }],
  [{ requests: -1, seconds: 1 }],
  [{ requests: 1.5, seconds: 1 }],
  [{ requests: Number.NaN, seconds: 1 }],
  [{ requests: 1, seconds: 0 }],
  [{ requests: 1, seconds: Number.NaN }],
])('refuses a limit that makes no sense: %j', (limit) => {
  expect(() => createLimiter([limit])).toThrow('createLimiter: `requests` must be a whole number above 0');
});

it('lets nobody through a millisecond early', async () => {
  const { clock, passed, ask } = limiterOf({ requests: 1, seconds: 10 });
  ask('a');
  for (const time of [9999, 9999.5]) {
    await clock.pass(time - clock.now());
    ask(String(time));
  }
  await clock.pass(10_000);
  expect(passed).toEqual(['a at 0', '9999 at 10000']);
});

it('holds two windows at once', async () => {
  const { clock, passed, ask } = limiterOf({ requests: 3, seconds: 100 }, { requests: 2, seconds: 10 });
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) ask(name);
  await clock.pass(1_000_000);
  expect(passed).toEqual(['a at 0', 'b at 0', 'c at 10000', 'd at 100000', 'e at 100000', 'f at 110000']);
});

describe('limits of methods', () => {
  const reads = { requests: 1, seconds: 10, methods: ['GET', 'HEAD'] };
  const writes = { requests: 1, seconds: 60, methods: ['POST'] };

  it('do not wait for each other', async () => {
    const { clock, passed, ask } = limiterOf(reads, writes);
    ask('a', 'POST');
    ask('b', 'POST');
    ask('c', 'GET');
    ask('d', 'HEAD');
    await clock.pass(100_000);
    expect(passed).toEqual(['a at 0', 'c at 0', 'd at 10000', 'b at 60000']);
  });

  it('let a method through that none counts', async () => {
    const { clock, limiter, passed, ask } = limiterOf(reads);
    for (const name of ['a', 'b']) ask(name, 'DELETE');
    limiter.block('DELETE', 1000);
    limiter.block('DELETE');
    ask('c', 'DELETE');
    await clock.pass(0);
    expect(passed).toEqual(['a at 0', 'b at 0', 'c at 0']);
  });

  it('that count a method in common count all that they share', async () => {
    const { clock, passed, ask } = limiterOf(writes, { requests: 2, seconds: 10 }, reads);
    for (const [name, method] of Object.entries({ a: 'POST', b: 'GET', c: 'GET', d: 'PUT', e: 'PUT', f: 'POST' }))
      ask(name, method);
    await clock.pass(100_000);
    expect(passed).toEqual(['a at 0', 'b at 0', 'c at 10000', 'd at 10000', 'e at 20000', 'f at 60000']);
  });
});

describe('an abort', () => {
  it.each([['stop'], [null], [0], [new Error('own')]])('rejects with its own reason: %s', async (reason) => {
    const { clock, ask } = limiterOf({ requests: 1, seconds: 10 });
    const controller = new AbortController();
    await ask('a', 'GET', controller.signal);
    const waiting = ask('b', 'GET', controller.signal);
    controller.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    await expect(ask('c', 'GET', controller.signal)).rejects.toBe(reason);
    expect([clock.pending, getEventListeners(controller.signal, 'abort')]).toEqual([0, []]);
  });

  it.each([[0], [1], [2]])('of waiting call %d leaves the order and the times of the others', async (aborted) => {
    const { clock, passed, ask } = limiterOf({ requests: 1, seconds: 10 });
    const controllers = [0, 1, 2].map(() => new AbortController());
    ask('first');
    const waiting = controllers.map(({ signal }, index) => ask(String(index), 'GET', signal).catch(() => 'gone'));
    await clock.pass(5000);
    controllers[aborted]?.abort();
    expect(await waiting[aborted]).toBe('gone');
    await clock.pass(100_000);
    const [one, other] = [0, 1, 2].filter((index) => index !== aborted);
    expect(passed).toEqual(['first at 0', `${one} at 10000`, `${other} at 20000`]);
  });

  it('of the call that others wait behind lets them through at once where they may', async () => {
    const { clock, passed, ask } = limiterOf(
      { requests: 9, seconds: 10 },
      { requests: 1, seconds: 60, methods: ['POST'] },
    );
    const controller = new AbortController();
    ask('a', 'POST');
    const waiting = ask('b', 'POST', controller.signal).catch(() => 'gone');
    ask('c', 'GET');
    await clock.pass(1000);
    controller.abort();
    await waiting;
    await clock.pass(0);
    expect([passed, clock.pending]).toEqual([['a at 0', 'c at 1000'], 0]);
  });

  it('that came before costs none of the limit', async () => {
    const { clock, passed, ask } = limiterOf({ requests: 1, seconds: 10 });
    await ask('a', 'GET', AbortSignal.abort('early')).catch(() => {});
    ask('b');
    await clock.pass(0);
    expect(passed).toEqual(['b at 0']);
  });

  it('after a call was let through finds no listener', async () => {
    const { clock, ask } = limiterOf({ requests: 1, seconds: 10 });
    const { signal } = new AbortController();
    ask('a', 'GET', signal);
    ask('b', 'GET', signal);
    await turn();
    expect(getEventListeners(signal, 'abort')).toHaveLength(1);
    await clock.pass(10_000);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });
});

describe('a block', () => {
  const limit = { requests: 5, seconds: 60 };

  it('lets nobody through for as long as it says, whether they wait already or come later', async () => {
    const { clock, limiter, passed, ask } = limiterOf({ requests: 1, seconds: 1 });
    ask('a');
    ask('b');
    await clock.pass(500);
    limiter.block('GET', 800);
    ask('c');
    await clock.pass(100_000);
    limiter.block('GET', 500);
    ask('d');
    await clock.pass(1000);
    expect(passed).toEqual(['a at 0', 'b at 1300', 'c at 2300', 'd at 101000']);
  });

  it('is as long as the shortest window where the vendor does not say', async () => {
    const { clock, limiter, passed, ask } = limiterOf({ requests: 100, seconds: 3600 }, limit);
    limiter.block('GET');
    ask('a');
    await clock.pass(60_000);
    expect(passed).toEqual(['a at 60000']);
  });

  it.each([[60_001], [277_403_000], [1e15], [Number.POSITIVE_INFINITY]])(
    'is no longer than the longest window: %d',
    async (milliseconds) => {
      const { clock, limiter, passed, ask } = limiterOf(limit, { requests: 2, seconds: 1 });
      limiter.block('GET', milliseconds);
      ask('a');
      await clock.pass(60_000);
      expect(passed).toEqual(['a at 60000']);
    },
  );

  it('is not shortened by a later one', async () => {
    const { clock, limiter, passed, ask } = limiterOf(limit);
    limiter.block('GET', 10_000);
    limiter.block('GET', 1000);
    ask('a');
    await clock.pass(10_000);
    expect(passed).toEqual(['a at 10000']);
  });

  it('of one method leaves those that other limits count', async () => {
    const { clock, limiter, passed, ask } = limiterOf(
      { ...limit, methods: ['GET', 'HEAD'] },
      { ...limit, methods: ['POST'] },
    );
    limiter.block('GET', 1000);
    for (const method of ['GET', 'HEAD', 'POST']) ask(method, method);
    await clock.pass(1000);
    expect(passed).toEqual(['POST at 0', 'GET at 1000', 'HEAD at 1000']);
  });
});

it('waits for a window that is longer than any timer', async () => {
  const { clock, passed, ask } = limiterOf({ requests: 1, seconds: 30 * 86_400 });
  const asked: number[] = [];
  const after = clock.after.bind(clock);
  clock.after = (milliseconds, callback) => {
    asked.push(milliseconds);
    return after(milliseconds, callback);
  };
  ask('a');
  ask('b');
  await clock.pass(30 * 86_400_000);
  expect(passed).toEqual(['a at 0', 'b at 2592000000']);
  expect(Math.max(...asked)).toBeLessThan(2 ** 31);
});

it('sets one timer, once, however many wait', async () => {
  const { clock, ask } = limiterOf({ requests: 1, seconds: 10 }, { requests: 1, seconds: 1 });
  const after = clock.after.bind(clock);
  let set = 0;
  clock.after = (milliseconds, callback) => {
    set++;
    return after(milliseconds, callback);
  };
  for (let i = 0; i < 100; i++) ask(String(i));
  expect([clock.pending, set]).toEqual([1, 1]);
});

it('lets in first what others wait for, and sends away what has expired without spending a turn', async () => {
  const clock = new ManualClock();
  const limiter = createLimiter([{ requests: 1, seconds: 60 }], clock);
  await limiter.acquire('GET');
  const order: string[] = [];
  const stale = limiter.acquire('GET', undefined, { expired: () => true });
  stale.catch((reason: unknown) => order.push(reason === expired ? 'expired' : 'failed'));
  limiter.acquire('GET').then(() => order.push('second'));
  limiter.acquire('GET', undefined, { first: true }).then(() => order.push('first'));
  await clock.pass(60_000);
  await clock.pass(60_000);
  expect(order).toEqual(['expired', 'first', 'second']);
});

import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryFleet } from '../../test/memory-token-store.ts';

const half = 1_800_000;
let fleet: MemoryFleet;
beforeEach(() => {
  fleet = new MemoryFleet();
});

describe('one token', () => {
  it('shareTokens requests one token for 100 processes that start together', async () => {
    const processes = Array.from({ length: 100 }, () => fleet.process());
    const tokens = await fleet.clock.run(Promise.all(processes.map((obtain) => obtain())));
    expect(fleet.tokenRequests).toBe(1);
    expect(tokens.filter(({ isShared }) => !isShared)).toEqual([{ value: 't1', lifetime: 3_600_000 }]);
    expect(tokens.filter(({ isShared }) => isShared)).toEqual(
      Array(99).fill({ value: 't1', lifetime: half, isShared: true }),
    );
    expect([fleet.locks.size, fleet.events, fleet.clock.pending]).toEqual([0, [], 0]);
  });

  it('shareTokens asks the store twice before a token request, and once for a stored token', async () => {
    await fleet.clock.run(fleet.process()());
    expect(fleet.commands).toEqual(['get', 'lock', 'get', 'set', 'unlock']);
    fleet.commands.length = 0;
    await fleet.clock.run(fleet.process()());
    expect(fleet.commands).toEqual(['get']);
  });

  it('shareTokens uses a token that was stored between the look and the lock', async () => {
    const first = fleet.process();
    fleet.before = async (command) => {
      if (command !== 'lock') return;
      fleet.before = () => {};
      await fleet.clock.run(fleet.process()());
    };
    fleet.requestTime = 0;
    expect(await first()).toMatchObject({ value: 't1', isShared: true });
    expect([fleet.tokenRequests, fleet.locks.size]).toEqual([1, 0]);
  });

  it.each([
    ['an hour', 3_600_000, half],
    ['20 seconds', 20_000, 10_000],
    ['a year', 31_536_000_000, 86_400_000],
    ['an unknown time', Number.POSITIVE_INFINITY, 86_400_000],
  ])(
    'shareTokens stores a token that lives %s for half of its lifetime, at most a day',
    async (_, lifetime, stored) => {
      fleet.lifetime = lifetime;
      await fleet.clock.run(fleet.process()());
      const begin = fleet.clock.time;
      fleet.clock.time = begin + stored - 1;
      expect(await fleet.process()()).toEqual({ value: 't1', lifetime: stored, isShared: true });
      fleet.clock.time = begin + stored;
      expect(await fleet.clock.run(fleet.process()())).toEqual({ value: 't2', lifetime });
    },
  );

  it('shareTokens stores no token that lives less than two milliseconds', async () => {
    fleet.lifetime = 1.9;
    await fleet.clock.run(fleet.process()());
    expect(fleet.texts.size).toBe(0);
  });

  it('shareTokens requests a token at once over a store without locks', async () => {
    const { get, set } = fleet.store;
    let asked = 0;
    let open = () => {};
    const allAsked = new Promise<void>((resolve) => (open = resolve));
    // Each process hashes its key for a time of its own. None may find the token of another.
    const getTogether = async (key: string) => {
      if (++asked === 3) open();
      await allAsked;
      return get(key);
    };
    const processes = Array.from({ length: 3 }, () => fleet.process({}, { get: getTogether, set }));
    const obtained = Promise.all(processes.map((obtain) => obtain()));
    await allAsked;
    await fleet.clock.run(obtained);
    expect(fleet.tokenRequests).toBe(3);
    await fleet.process({}, { get, set })();
    expect(fleet.tokenRequests).toBe(3);
  });
});

describe('a refused token', () => {
  it('shareTokens replaces a refused token once for 100 processes', async () => {
    await fleet.clock.run(fleet.process()());
    const processes = Array.from({ length: 100 }, () => fleet.process());
    const tokens = await fleet.clock.run(Promise.all(processes.map((obtain) => obtain({ refusedToken: 't1' }))));
    expect(new Set(tokens.map(({ value }) => value))).toEqual(new Set(['t2']));
    expect(fleet.tokenRequests).toBe(2);
  });

  it('shareTokens keeps the newer token of another process', async () => {
    await fleet.clock.run(fleet.process()());
    await fleet.clock.run(fleet.process()({ refusedToken: 't1' }));
    fleet.commands.length = 0;
    expect(await fleet.process()({ refusedToken: 't1' })).toMatchObject({ value: 't2', isShared: true });
    expect([fleet.tokenRequests, fleet.commands]).toEqual([2, ['get']]);
  });
});

describe('a lock', () => {
  it('shareTokens waits for a process that ended with the lock at most until its lease is over', async () => {
    const dead = fleet.process();
    void dead({ request: () => new Promise(() => {}) });
    await fleet.clock.until(() => fleet.locks.size === 1);
    await fleet.clock.run(fleet.process()());
    expect(fleet.tokenRequests).toBe(1);
    expect(fleet.clock.time).toBeGreaterThanOrEqual(10_000);
    expect(fleet.clock.time).toBeLessThan(10_000 + 1500 + fleet.requestTime);
  });

  it.each([
    [{}, {}, 10_000],
    [{}, { timeout: 6000 }, 2000],
    [{}, { timeout: 600_000 }, 10_000],
    [{ lease: 5 }, {}, 5],
  ])('shareTokens %j of a client with %j locks for %d ms', async (options, callOptions, lease) => {
    const call = { clock: fleet.clock, options: callOptions };
    void fleet.process(options)({ call, request: () => new Promise(() => {}) });
    await fleet.clock.until(() => fleet.locks.size === 1);
    expect([...fleet.locks.values()][0]?.end).toBe(lease);
  });

  it.each([
    [0.5, [0, 50, 150, 350, 750, 1550, 2550, 3550]],
    [0, [0, 25, 75, 175, 375, 775, 1275, 1775]],
    [0.9, [0, 70, 210, 490, 1050, 2170, 3570, 4970]],
  ])('shareTokens looks again after growing delays, with the chance %d', async (chance, expected) => {
    const looks: number[] = [];
    fleet.clock.chance = chance;
    fleet.before = (command) => command === 'get' && looks.push(fleet.clock.time);
    await fleet.clock.run(fleet.process({}, { ...fleet.store, lock: async () => undefined })());
    expect(looks.slice(0, expected.length).map(Math.round)).toEqual(expected);
  });

  it('shareTokens requests its own token if it has waited for the lock for longer than the timeout', async () => {
    const store = { ...fleet.store, lock: async () => undefined };
    const call = { clock: fleet.clock, options: { timeout: 4000 } };
    expect(await fleet.clock.run(fleet.process({}, store)({ call }))).toMatchObject({ value: 't1' });
    expect(fleet.clock.time).toBeGreaterThanOrEqual(4000);
    expect(fleet.clock.time).toBeLessThan(4000 + 1500 + fleet.requestTime);
  });

  it('shareTokens requests one more token after each lease while the token endpoint hangs, and all after the timeout', async () => {
    let requests = 0;
    const request = () => {
      requests++;
      return new Promise<never>(() => {});
    };
    for (let count = 0; count < 10; count++) void fleet.process()({ request });
    const counts: number[] = [];
    for (let second = 1; second <= 32; second++) {
      await fleet.clock.advance(1000);
      counts.push(requests);
    }
    // Each looks again at most 1.5 seconds later.
    expect([counts[0], counts[8], counts[11], counts[18], counts[23], counts[31]]).toEqual([1, 1, 2, 2, 3, 10]);
  });

  it('shareTokens ends the lock if the token request fails, and throws its error', async () => {
    const error = new Error('no token');
    await expect(fleet.process()({ request: () => Promise.reject(error) })).rejects.toBe(error);
    expect([fleet.locks.size, fleet.texts.size]).toEqual([0, 0]);
  });
});

describe('a store that fails', () => {
  const failure = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });

  it.each([['get'], ['lock'], ['set']])('shareTokens requests its own token if `%s` fails', async (failing) => {
    fleet.before = (command) => (command === failing ? Promise.reject(failure) : undefined);
    expect(await fleet.clock.run(fleet.process()())).toMatchObject({ value: 't1' });
    expect(fleet.events[0]).toEqual({ type: 'down', reason: 'ECONNREFUSED' });
    expect(fleet.locks.size).toBe(0);
  });

  it.each([['get'], ['lock'], ['set']])(
    'shareTokens waits 250 ms for a store whose `%s` does not respond',
    async (stalled) => {
      fleet.before = (command) => (command === stalled ? new Promise(() => {}) : undefined);
      fleet.requestTime = 0;
      expect(await fleet.clock.run(fleet.process()())).toMatchObject({ value: 't1' });
      expect([fleet.clock.time, fleet.clock.pending]).toEqual([250, 0]);
      expect(fleet.events[0]).toEqual({ type: 'down', reason: 'TIMEOUT' });
    },
  );

  it('shareTokens ends a lock that the store made too late', async () => {
    fleet.before = (command) => (command === 'lock' ? new Promise((go) => fleet.clock.after(300, () => go(0))) : 0);
    await fleet.clock.run(fleet.process()());
    await fleet.clock.advance(300);
    expect([fleet.commands.at(-1), fleet.locks.size]).toEqual(['unlock', 0]);
  });

  it('shareTokens emits one event when the store fails, and one when it responds again', async () => {
    const obtain = fleet.process();
    fleet.before = () => Promise.reject(failure);
    await fleet.clock.run(obtain());
    await fleet.clock.run(obtain());
    expect(fleet.events).toEqual([{ type: 'down', reason: 'ECONNREFUSED' }]);
    fleet.before = () => {};
    await fleet.clock.run(obtain());
    expect([fleet.events.slice(1), fleet.tokenRequests]).toEqual([[{ type: 'up', duration: 1500 }], 3]);
    await obtain();
    expect(fleet.events).toHaveLength(2);
  });

  it('shareTokens emits no event that a store works which it can only read', async () => {
    const obtain = fleet.process();
    fleet.before = (command) => (command === 'lock' ? Promise.reject(failure) : undefined);
    for (let count = 0; count < 3; count++) await fleet.clock.run(obtain());
    expect(fleet.events).toEqual([{ type: 'down', reason: 'ECONNREFUSED' }]);
  });

  it.each([
    [new Error("READONLY You can't write against a read only replica. s3cret"), 'READONLY'],
    [new Error("ERR The user executing the script can't run this command. s3cret"), 'NOPERM'],
    [new (class ClientClosedError extends Error {})('s3cret'), 'ClientClosedError'],
    [new TypeError('s3cret'), 'TypeError'],
    [Object.assign(new Error('x'), { code: 's3cret value' }), 'Error'],
    ['s3cret', 'Error'],
    [undefined, 'Error'],
  ])('shareTokens emits the code of %o and no other text', async (error, reason) => {
    fleet.before = () => Promise.reject(error);
    await fleet.clock.run(fleet.process()());
    expect(fleet.events[0]).toEqual({ type: 'down', reason });
  });

  it('shareTokens ignores an observer that throws, or rejects', async () => {
    fleet.before = () => Promise.reject(failure);
    const thrower = () => {
      throw failure;
    };
    await fleet.clock.run(fleet.process({ observe: thrower })());
    await fleet.clock.run(fleet.process({ observe: async () => thrower() })());
    expect(fleet.tokenRequests).toBe(2);
  });
});

it.each([
  [''],
  ['t0'],
  ['plumbline1 1000 two words'],
  ['plumbline1 1000 line\nbreak'],
  ['plumbline1 1000 t0\n'],
  ['plumbline1 1000 ключ'],
  ['plumbline1 1000 '],
  ['plumbline1 0 t0'],
  ['plumbline1 86400001 t0'],
  ['plumbline1 -5 t0'],
  ['plumbline1 1e9 t0'],
  ['plumbline2 1000 t0'],
  [5],
  [{ value: 't0' }],
])('shareTokens replaces %j in the store, and emits an event', async (text) => {
  const store = { ...fleet.store };
  const obtain = fleet.process({}, store);
  await fleet.clock.run(obtain());
  for (const key of fleet.texts.keys()) fleet.texts.set(key, { text: text as string, end: Number.POSITIVE_INFINITY });
  expect(await fleet.clock.run(obtain())).toEqual({ value: 't2', lifetime: 3_600_000 });
  expect(fleet.events).toEqual([{ type: 'invalid' }]);
  expect(await obtain()).toEqual({ value: 't2', lifetime: half, isShared: true });
});

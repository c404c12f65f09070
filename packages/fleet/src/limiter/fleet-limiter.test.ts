import { CredentialsExpired, isPlumblineError, type RateLimit, type Turn } from '@plumbline/runtime';
import { ManualClock } from '@plumbline/runtime/testing';
import { describe, expect, it } from 'vitest';
import type { FleetEvent } from '../outage.ts';
import { createFleetLimiter } from './fleet-limiter.ts';
import type { FleetLimiterOptions } from './limiter-options.ts';
import { LimiterUnavailableError } from './when-down.ts';

type Reply = number | string | Error | Promise<unknown>;

/** A limiter over a Redis that replies as scripted, then grants. `asked` has the logs and the pause of each evaluation. */
function create(limits: readonly RateLimit[], replies: Reply[], options?: Partial<FleetLimiterOptions>) {
  const clock = new ManualClock();
  clock.chance = 0;
  const evaluations: { keys: readonly string[]; args: readonly string[] }[] = [];
  const evaluate = async (_: string, keys: readonly string[], args: readonly string[]) => {
    evaluations.push({ keys, args });
    const reply = replies.shift() ?? 0;
    if (reply instanceof Error) throw reply;
    return reply;
  };
  const limiter = createFleetLimiter({ redis: { evaluate }, name: 'acme', limits, instances: 2, clock, ...options });
  const log: string[] = [];
  const acquire = (name: string, method = 'GET', turn?: Turn) =>
    Promise.resolve(limiter.acquire(method, turn)).then(
      () => void log.push(`${name} at ${clock.now()}`),
      (error) => void log.push(`${name}: ${error === CredentialsExpired ? 'expired' : (error?.message ?? error)}`),
    );
  const asked = () =>
    evaluations.map(({ keys, args }) => [...keys.slice(2).map((key) => key.slice(-5)), args[1]].join());
  return { clock, limiter, log, acquire, asked, evaluations };
}

const limit = { requests: 10, seconds: 1 };
const never = new Promise<unknown>(() => {});

it('a fleet limiter evaluates with keys that share a hash tag, and with the limits that count the method', async () => {
  const limits = [
    { requests: 100, seconds: 60, methods: ['GET'] },
    { requests: 20, seconds: 0.5 },
    { requests: 60, seconds: 60, methods: ['POST'] },
  ];
  const { clock, acquire, evaluations } = create(limits, []);
  acquire('a', 'POST');
  await clock.idle();
  expect(evaluations).toEqual([
    {
      keys: ['plumbline:{acme}:limits', 'plumbline:{acme}:pause:0', 'plumbline:{acme}:log:1', 'plumbline:{acme}:log:2'],
      args: ['[[100,60,["GET"]],[20,0.5,null],[60,60,["POST"]]]', '0', '61000', '20', '500000', '60', '60000000'],
    },
  ]);
});

it('a fleet limiter asks for the first request only, and admits the others in order', async () => {
  const { clock, acquire, log, asked } = create([limit], [0, 2_000_500, 0, 0]);
  for (const name of ['a', 'b', 'c']) acquire(name);
  await clock.idle();
  expect([log, asked().length]).toEqual([['a at 0'], 2]);
  await clock.advance(3000);
  expect(log).toEqual(['a at 0', 'b at 2000.5', 'c at 2000.5']);
  expect([asked().length, clock.pending]).toEqual([4, 0]);
});

it('a fleet limiter adds at most 2 % and 5 ms of chance to a wait, so that processes do not return together', async () => {
  const { clock, acquire, log } = create([limit], [100_000, 0, 60_000_000, 0]);
  clock.chance = 1;
  acquire('a');
  await clock.advance(102);
  acquire('b');
  await clock.advance(100_000);
  expect(log).toEqual(['a at 102', 'b at 60107']);
});

describe('a turn in a fleet limiter', () => {
  it('a fleet limiter asks for a request of high priority first, without a new evaluation', async () => {
    const { clock, acquire, log, asked } = create([limit], [1_000_000, 0, 5_000_000, 0]);
    acquire('normal');
    await clock.advance(500);
    acquire('high', 'GET', { priority: 'high' });
    await clock.advance(10_000);
    expect([log, asked().length]).toEqual([['high at 1000', 'normal at 6000'], 4]);
  });

  it('a fleet limiter gives the grant of an aborted request to the next one', async () => {
    let grant = (_: unknown) => {};
    const { clock, acquire, log, asked } = create([limit], [new Promise((resolve) => (grant = resolve))]);
    const controller = new AbortController();
    acquire('a', 'GET', { signal: controller.signal });
    acquire('b');
    await clock.idle();
    controller.abort('gone');
    grant(0);
    await clock.idle();
    expect([log, asked().length, clock.pending]).toEqual([['a: gone', 'b at 0'], 1, 0]);
  });

  it('a fleet limiter keeps no grant for later', async () => {
    let grant = (_: unknown) => {};
    const { clock, acquire, log, asked } = create([limit], [new Promise((resolve) => (grant = resolve)), 5_000_000]);
    const controller = new AbortController();
    acquire('a', 'GET', { signal: controller.signal });
    await clock.idle();
    controller.abort('gone');
    grant(0);
    await clock.idle();
    acquire('b');
    await clock.advance(5000);
    expect([log, asked().length]).toEqual([['a: gone', 'b at 5000'], 3]);
  });

  it('a fleet limiter does not ask for a request that was aborted before', async () => {
    const { acquire, log, asked } = create([limit], []);
    await acquire('a', 'GET', { signal: AbortSignal.abort('early') });
    expect([log, asked()]).toEqual([['a: early'], []]);
  });

  it('a fleet limiter asks at once for another method, when the first in the queue leaves', async () => {
    const { clock, acquire, log } = create([{ ...limit, methods: ['POST'] }, limit], [9_000_000, 0]);
    const controller = new AbortController();
    acquire('post', 'POST', { signal: controller.signal });
    acquire('get');
    await clock.advance(100);
    controller.abort('gone');
    await clock.idle();
    expect(log).toEqual(['post: gone', 'get at 100']);
  });

  it('a fleet limiter refuses a request whose credentials expired while it waited', async () => {
    const { clock, acquire, log, asked } = create([limit], [1_000_000, 0]);
    acquire('a', 'GET', { credentials: { expiresAt: 900 } });
    acquire('b');
    await clock.advance(2000);
    expect([log, asked().length]).toEqual([['a: expired', 'b at 1000'], 2]);
  });

  it('a fleet limiter admits a method that no limit counts, without Redis', async () => {
    const { acquire, log, asked } = create([{ ...limit, methods: ['POST'] }], []);
    await acquire('get');
    expect([log, asked()]).toEqual([['get at 0'], []]);
  });
});

describe('a pause of a fleet limiter', () => {
  it('a pause is written to Redis without a request, and holds in this process at once', async () => {
    const { clock, limiter, acquire, log, asked } = create([limit], []);
    limiter.pause('GET', 1499.2);
    acquire('a');
    await clock.advance(2000);
    expect([asked(), log]).toEqual([['1500', 'log:0,0'], ['a at 1500']]);
  });

  it('a pause without a time is as long as the shortest window of its methods', async () => {
    const { clock, limiter, asked } = create([limit, { requests: 1, seconds: 0.0005 }, { ...limit, seconds: 60 }], []);
    limiter.pause('GET');
    await clock.idle();
    expect(asked()).toEqual(['1']);
  });

  it.each([
    [0, []],
    [Number.NaN, []],
    [-1, []],
    [Infinity, ['1000000000000']],
  ])('a pause of %d ms is none, or one that Redis can keep', async (milliseconds, expected) => {
    const { clock, limiter, asked } = create([limit], []);
    limiter.pause('GET', milliseconds);
    await clock.idle();
    expect(asked()).toEqual(expected);
  });

  it('a pause is not shortened by a later one, and does not use a grant that arrives in it', async () => {
    let grant = (_: unknown) => {};
    const { clock, limiter, acquire, log } = create([limit], [new Promise((resolve) => (grant = resolve))]);
    acquire('a');
    await clock.idle();
    limiter.pause('GET', 5000);
    limiter.pause('GET', 100);
    grant(0);
    await clock.advance(6000);
    expect(log).toEqual(['a at 5000']);
  });
});

describe('a fleet limiter while Redis is down', () => {
  const refused = () =>
    Object.assign(new Error('connect ECONNREFUSED redis://:hunter2@10.0.0.1'), { code: 'ECONNREFUSED' });
  const observed = () => {
    const events: FleetEvent[] = [];
    return { events, observe: (event: FleetEvent) => void events.push(event) };
  };

  it('an evaluation that hangs fails after 250 ms, and the process counts by itself with its share', async () => {
    const { events, observe } = observed();
    const limits = [{ requests: 5, seconds: 1 }];
    const { clock, acquire, log } = create(limits, [never, never, never, never], { observe });
    for (const name of ['a', 'b', 'c']) acquire(name);
    await clock.advance(250);
    expect([log, events]).toEqual([['a at 250', 'b at 250'], [{ type: 'down', reason: 'TIMEOUT' }]]);
    await clock.advance(2000);
    expect(log[2]).toBe('c at 1250');
  });

  it('a reply that arrived while the process was busy is in time', async () => {
    const { events, observe } = observed();
    const { clock, acquire, log } = create([limit], [], {
      observe,
      redis: { evaluate: () => new Promise((resolve) => clock.after(250, () => resolve(0))) },
    });
    acquire('a');
    await clock.advance(300);
    expect([log, events]).toEqual([['a at 250'], []]);
  });

  it('a late reply to an evaluation that was given up has no effect', async () => {
    let grant = (_: unknown) => {};
    const { clock, acquire, log } = create([limit], [new Promise((resolve) => (grant = resolve)), 0, 9_000_000], {
      instances: 10,
    });
    acquire('a');
    await clock.advance(250);
    grant(0);
    acquire('b');
    await clock.advance(500);
    expect(log).toEqual(['a at 250']);
  });

  it('a limiter asks again after a time that doubles up to 10 seconds, first with a probe that counts nothing', async () => {
    const { events, observe } = observed();
    const { clock, acquire, asked } = create([limit], Array.from({ length: 7 }, refused), {
      observe,
      whenDown: 'open',
      instances: undefined,
    });
    clock.chance = 0.5;
    const times: number[] = [];
    for (let count = 0; clock.now() < 40_000; await clock.advance(100)) {
      await acquire('a');
      if (asked().length > count) times.push(clock.now());
      count = asked().length;
    }
    expect(times.slice(0, 7)).toEqual([0, 500, 1500, 3500, 7500, 15_500, 25_500]);
    expect(asked().slice(0, 9)).toEqual(['log:0,0', '0', '0', '0', '0', '0', '0', '0', 'log:0,0']);
    expect(events).toEqual([
      { type: 'down', reason: 'ECONNREFUSED' },
      { type: 'up', duration: 35_500 },
    ]);
  });

  it('a request that waits for its share is admitted as soon as Redis is back', async () => {
    const { clock, acquire, log } = create([{ requests: 2, seconds: 3600 }], [refused(), 0, 0]);
    acquire('a');
    acquire('b');
    await clock.advance(1000);
    expect([log, clock.pending]).toEqual([['a at 0', 'b at 375'], 0]);
  });

  it('a share includes the requests that Redis counted for the process', async () => {
    const { clock, acquire, log } = create([{ requests: 2, seconds: 1 }], [0, ...Array.from({ length: 9 }, refused)]);
    acquire('a');
    acquire('b');
    await clock.advance(5000);
    expect(log).toEqual(['a at 0', 'b at 1000']);
  });

  it('a share of less than one request has a longer window', async () => {
    const replies = Array.from({ length: 99 }, refused);
    const { clock, acquire, log } = create([{ requests: 3, seconds: 60 }], replies, { instances: 4 });
    acquire('a');
    acquire('b');
    await clock.advance(100_000);
    expect(log).toEqual(['a at 0', 'b at 80000']);
  });

  it.each([
    ["READONLY You can't write against a read only replica.", 'READONLY'],
    ['LOADING Redis is loading the dataset in memory', 'LOADING'],
    ['CLUSTERDOWN The cluster is down', 'CLUSTERDOWN'],
    ['MASTERDOWN Link with MASTER is down', 'MASTERDOWN'],
    ['ERR something', 'Error'],
    ['ERR Error running script (call to f_1): @user_script:1: -READONLY You cannot write', 'READONLY'],
    ['OOM command not allowed', 'OOM'],
    ['The client is closed', 'CLOSED'],
    ['Connection is closed.', 'CLOSED'],
  ])('a closed limiter throws a typed error after %j, also for requests that wait', async (message, code) => {
    const { clock, limiter, acquire, log } = create([limit], [0, 1_000_000, new Error(message)], {
      whenDown: 'closed',
      instances: undefined,
    });
    acquire('a');
    acquire('b');
    acquire('c');
    await clock.advance(1000);
    expect(log).toEqual([
      'a at 0',
      expect.stringContaining(`b: The limiter acme cannot ask Redis (${code})`),
      expect.anything(),
    ]);
    const error = await Promise.resolve(limiter.acquire('GET')).catch((reason) => reason);
    expect(error).toBeInstanceOf(LimiterUnavailableError);
    expect([error.name, error.code, isPlumblineError(error)]).toEqual(['LimiterUnavailableError', code, true]);
    await clock.advance(1000);
    acquire('d');
    await clock.idle();
    expect(log.at(-1)).toBe('d at 2000');
  });

  it('an observer that throws changes nothing', async () => {
    const observe = () => {
      throw new Error('mine');
    };
    const { acquire, log } = create([limit], [refused()], { observe });
    await acquire('a');
    expect(log).toEqual(['a at 0']);
  });

  it('a pause is not sent to a Redis that is down, and holds in the process', async () => {
    const { clock, limiter, acquire, log, asked } = create([limit], [refused()]);
    await acquire('a');
    limiter.pause('GET', 300);
    acquire('b');
    await clock.advance(300);
    expect([asked().length, log]).toEqual([1, ['a at 0', 'b at 300']]);
  });
});

it.each([
  [-1, /the name acme is in use with other limits/],
  ['OK', /`redis.evaluate` must resolve with the reply of the script/],
  ['', /must resolve with the reply/],
  [
    new Error('WRONGTYPE Operation against a key holding the wrong kind of value'),
    /Redis refused the script of acme \(WRONGTYPE\). A key has/,
  ],
  [new Error('ERR Error running script (call to f_1): @user_script:1: WRONGTYPE Operation'), /acme \(WRONGTYPE\)/],
  [new Error("ERR The user executing the script can't run this command"), /acme \(NOPERM\)/],
  [new Error('MOVED 3999 127.0.0.1:6381'), /acme \(MOVED\). Use a client for clusters/],
  [new Error('NOPERM this user has no permissions'), /acme \(NOPERM\). Check the user of Redis/],
  [new Error('The client is closed'), /the Redis client is not connected. Call its `connect\(\)` first/],
])('a request throws a clear error if the first reply is %s, with each value of `whenDown`', async (reply, message) => {
  const { acquire, log, clock } = create([limit], [reply]);
  await acquire('a');
  expect(log).toEqual([expect.stringMatching(/^a: createFleetLimiter: /)]);
  expect(log[0]).toMatch(message);
  expect(clock.pending).toBe(0);
});

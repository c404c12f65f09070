/** What a limiter and shared tokens refuse alike. */
import { inspect } from 'node:util';
import { PlumblineError } from '@plumbline/runtime';
import { describe, expect, it } from 'vitest';
import { createFleetLimiter } from './limiter/fleet-limiter.ts';
import { ioredis, nodeRedis } from './redis.ts';
import { createFleetTokens } from './tokens/fleet-tokens.ts';
import { shareTokens } from './tokens/share-tokens.ts';

const limits = [{ requests: 1, seconds: 1 }];
const valid = { redis: { evaluate: async () => 0 }, name: 'acme' };
const factories: Readonly<Record<string, (changes: object) => unknown>> = {
  createFleetLimiter: (changes) =>
    createFleetLimiter({ ...valid, limits, whenDown: 'open' as const, ...changes } as never),
  createFleetTokens: (changes) => createFleetTokens({ ...valid, ...changes } as never),
};
const nameProblem = '`name` must be a text of 1 to 200 characters without braces and control characters';
const redisProblem =
  '`redis` must be `nodeRedis(client)`, `ioredis(client)`, or an object with the function `evaluate`';

describe.each(Object.entries(factories))('%s', (factory, create) => {
  it.each<[object, string]>([
    [{ name: undefined }, nameProblem],
    [{ name: '' }, nameProblem],
    [{ name: ' ' }, nameProblem],
    [{ name: 'magnetiq/{acme}' }, nameProblem],
    [{ name: 'a}b' }, nameProblem],
    [{ name: 'a\nb' }, nameProblem],
    [{ name: 'a\ud800' }, nameProblem],
    [{ name: 'x'.repeat(201) }, nameProblem],
    [{ name: ['a'] }, nameProblem],
    [{ redis: undefined }, `${redisProblem}.`],
    [{ redis: null }, `${redisProblem}.`],
    [{ redis: 'redis://user:s3cret@host' }, `${redisProblem}.`],
    [{ redis: { eval: () => 0, options: 's3cret' } }, `${redisProblem}, not the client itself.`],
    [{ timeout: '250' }, '`timeout` must be a positive number of milliseconds, at most a day.'],
    [{ timeout: Number.NaN }, '`timeout` must be'],
    [{ timeout: -1 }, '`timeout` must be'],
    [{ timeout: 1e12 }, '`timeout` must be'],
    [{ observe: true }, '`observe` must be a function.'],
    [{ obsrve: 's3cret' }, 'unknown option `obsrve`. Did you mean `observe`? Options: redis, name, '],
    [{ Name: 's3cret' }, 'unknown option `Name`. Did you mean `name`? Options: redis, name, '],
    [{ 'a\nb': 1 }, 'unknown option `a?b`. Options: redis, name, '],
  ])(`${factory} refuses %j, and says what to do`, (changes, message) => {
    const make = () => create(changes);
    expect(make).toThrow(PlumblineError);
    expect(make).toThrow(`${factory}: ${message}`);
    expect(make).toThrow(expect.toSatisfy((error: unknown) => !inspect(error, { depth: 9 }).includes('s3cret')));
  });

  it.each([{ name: 'магнетик/ацме 🚀' }, { timeout: undefined, observe: undefined }, { timeout: 600_000 }])(
    `${factory} accepts %j`,
    (changes) => {
      expect(() => create(changes)).not.toThrow();
    },
  );
});

it.each([
  ['createFleetLimiter', createFleetLimiter],
  ['createFleetTokens', createFleetTokens],
])('%s refuses a call without options', (factory, create) => {
  expect(() => create(undefined as never)).toThrow(`${factory}: the options are missing.`);
});

it.each([
  [undefined, {}, 'shareTokens: `store` must have the functions `get` and `set`.'],
  [{ get() {} }, {}, 'shareTokens: `store` must have the functions `get` and `set`.'],
  [
    { get() {}, set() {} },
    { leas: 5 },
    'unknown option `leas`. Did you mean `lease`? Options: lease, timeout, observe.',
  ],
  [{ get() {}, set() {} }, { lease: 0 }, '`lease` must be a positive number of milliseconds, at most a day.'],
])('shareTokens refuses the store %o with %j', (store, options, message) => {
  expect(() => shareTokens(store as never, options as object)).toThrow(message);
});

describe('an adapter of a client', () => {
  const client = { eval: async () => 0 };
  const ioredisClient = { ...client, defineCommand() {} };
  it.each<[string, () => unknown, string]>([
    ['nothing', () => nodeRedis(undefined as never), 'nodeRedis: the client must be one of the package `redis`.'],
    ['an ioredis client', () => nodeRedis(ioredisClient as never), 'nodeRedis: the client must be one of'],
    ['a promise', () => nodeRedis(Promise.resolve(client) as never), 'Await the promise first.'],
    [
      'a URL',
      () => ioredis('redis://user:s3cret@host' as never),
      'ioredis: the client must be one of the package `ioredis`',
    ],
    ['a node-redis client', () => ioredis(client as never), 'ioredis: the client must be one of'],
  ])('an adapter refuses %s', (_, adapt, message) => {
    expect(adapt).toThrow(message);
    expect(adapt).not.toThrow('s3cret');
  });

  it('an adapter passes the script, the keys and the arguments as the package takes them', async () => {
    const calls: unknown[] = [];
    const record = async (...parameters: unknown[]) => calls.push(parameters);
    await nodeRedis({ eval: record }).evaluate('s', ['k'], ['a', 'b']);
    await ioredis({ ...ioredisClient, eval: record }).evaluate('s', ['k'], ['a', 'b']);
    expect(calls).toEqual([
      ['s', { keys: ['k'], arguments: ['a', 'b'] }],
      ['s', 1, 'k', 'a', 'b'],
    ]);
  });
});

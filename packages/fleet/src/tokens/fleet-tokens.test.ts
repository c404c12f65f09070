import { inspect } from 'node:util';
import { type AccessToken, PlumblineError, type SharedTokenRequest, systemClock } from '@plumbline/runtime';
import { describe, expect, it, vi } from 'vitest';
import type { Redis } from '../redis.ts';
import { createFleetTokens, type FleetTokensOptions } from './fleet-tokens.ts';
import type { TokensEvent } from './store-guard.ts';

interface Command {
  readonly script: string;
  readonly keys: readonly string[];
  readonly args: readonly string[];
}

/** A Redis that records its commands and responds as if it were empty, or with these replies by a word of the script. */
function recordingRedis(replies: Readonly<Record<string, unknown>> = {}) {
  const commands: Command[] = [];
  const redis: Redis = {
    async evaluate(script, keys, args) {
      commands.push({ script, keys, args });
      const word = Object.keys(replies).find((name) => script.includes(`'${name}'`));
      if (word) return replies[word];
      return script.includes("'TYPE'") ? null : 1;
    },
  };
  return { redis, commands };
}

const identity = {
  tokenUrl: 'https://auth.example.com/token',
  parameters: { client_id: 'c1ient', client_secret: 's3cret', scope: 'read' },
};
const request: SharedTokenRequest = {
  // The time limit of a command must not end before a busy machine responds.
  call: { clock: { ...systemClock, after: () => () => {} }, options: {} },
  options: identity,
  request: async (): Promise<AccessToken> => ({ value: 't0ken', lifetime: 3_600_000 }),
};
const name = 'acme/one';
const encryptionKey = new Uint8Array(32).fill(7);

describe('createFleetTokens', () => {
  it('createFleetTokens looks, locks, stores the token for half of its lifetime, and ends its own lock', async () => {
    const { redis, commands } = recordingRedis();
    expect(await createFleetTokens({ redis, name }).obtain(request)).toMatchObject({ value: 't0ken' });
    const hash = /^plumbline:\{acme\/one\}:token:([0-9a-f]{64})$/.exec(commands[0]?.keys[0] ?? '')?.[1];
    const [token, lock] = [`plumbline:{acme/one}:token:${hash}`, `plumbline:{acme/one}:token-lock:${hash}`];
    expect(commands.map(({ keys }) => keys)).toEqual([[token], [lock], [token], [token], [lock]]);
    const owner = commands[1]?.args[0];
    expect(owner).toMatch(/^[0-9a-f]{32}$/);
    expect(commands.map(({ args }) => args)).toEqual([
      [],
      [owner, '10000'],
      [],
      ['plumbline1 1800000 t0ken', '1800000'],
      [owner],
    ]);
  });

  it('createFleetTokens locks with another owner each time', async () => {
    const { redis, commands } = recordingRedis();
    const tokens = createFleetTokens({ redis, name });
    for (let count = 0; count < 5; count++) await tokens.obtain(request);
    const owners = commands.filter(({ keys }) => keys[0]?.includes('lock')).map(({ args }) => args[0]);
    expect(new Set(owners).size).toBe(5);
  });

  it('createFleetTokens reads what it has encrypted, and stores no token in plain text', async () => {
    const { redis, commands } = recordingRedis();
    await createFleetTokens({ redis, name, encryptionKey }).obtain(request);
    expect(JSON.stringify(commands)).not.toMatch(/t0ken|s3cret|c1ient/);
    const stored = recordingRedis({ TYPE: commands[3]?.args[0] });
    const found = await createFleetTokens({ redis: stored.redis, name, encryptionKey }).obtain(request);
    expect(found).toEqual({ value: 't0ken', lifetime: 1_800_000, isShared: true });
    expect(stored.commands).toHaveLength(1);
  });

  it.each<[string, unknown]>([
    ['of another type, which the script reads as empty', ''],
    ['in plain text', 'plumbline1 1800000 injected'],
    ['that is a number', 5],
    ['that is a list', ['plumbline1 1800000 injected']],
  ])('createFleetTokens with an encryption key replaces a value %s', async (_, value) => {
    const events: TokensEvent[] = [];
    const { redis, commands } = recordingRedis({ TYPE: value });
    const tokens = createFleetTokens({ redis, name, encryptionKey, observe: (event) => events.push(event) });
    expect(await tokens.obtain(request)).toMatchObject({ value: 't0ken' });
    expect(events).toEqual([{ type: 'invalid' }]);
    expect(commands[3]?.args[0]).toMatch(/^aes1:/);
  });

  it('createFleetTokens shows no key, no client and no redis', () => {
    const tokens = createFleetTokens({ redis: recordingRedis().redis, name, encryptionKey });
    expect(inspect(tokens, { depth: 9, showHidden: true })).not.toMatch(/acme|evaluate|7, 7/);
  });
});

it('createFleetTokens reads no option from a polluted Object.prototype', async () => {
  const { redis, commands } = recordingRedis();
  Object.defineProperty(Object.prototype, 'encryptionKey', { value: encryptionKey, configurable: true });
  try {
    await createFleetTokens({ redis, name }).obtain(request);
  } finally {
    Reflect.deleteProperty(Object.prototype, 'encryptionKey');
  }
  expect(commands[3]?.args[0]).toBe('plumbline1 1800000 t0ken');
});

it.each([{ encryptionKey }, {}])(
  'createFleetTokens refuses a platform without WebCrypto, with the options %j',
  (options) => {
    vi.stubGlobal('crypto', {});
    try {
      const make = () => createFleetTokens({ redis: recordingRedis().redis, name, ...options });
      expect(make).toThrow(PlumblineError);
      expect(make).toThrow('createFleetTokens: this platform has no WebCrypto (`crypto.subtle`).');
    } finally {
      vi.unstubAllGlobals();
    }
  },
);

describe('a client that node-redis calls closed', () => {
  const closed = () => Promise.reject(new Error('The client is closed'));

  it('createFleetTokens says that the client was never connected', async () => {
    const events: TokensEvent[] = [];
    const tokens = createFleetTokens({ redis: { evaluate: closed }, name, observe: (event) => events.push(event) });
    await expect(tokens.obtain(request)).rejects.toThrow(
      'createFleetTokens: the Redis client is not connected. Call its `connect()` first.',
    );
    expect(events).toEqual([]);
  });

  it('createFleetTokens requests its own token if the client was connected before', async () => {
    const { redis } = recordingRedis();
    const evaluate = vi.fn(redis.evaluate);
    const tokens = createFleetTokens({ redis: { evaluate }, name });
    await tokens.obtain(request);
    evaluate.mockImplementation(closed);
    expect(await tokens.obtain(request)).toMatchObject({ value: 't0ken' });
  });
});

describe('createFleetTokens with invalid options', () => {
  const { redis } = recordingRedis();
  it.each<[unknown, string]>([
    [
      { redis, name, encryptionKey: undefined },
      '`encryptionKey` must be a Uint8Array of 32 bytes, or their base64. Is the environment variable set?',
    ],
    [{ redis, name, encryptionKey: 's3cret' }, '`encryptionKey` must be'],
    [
      { redis, name, encryptionKey: new Uint8Array(16) },
      '`encryptionKey` must be a Uint8Array of 32 bytes, or their base64, not 16.',
    ],
    [
      { redis, name, lease: Number.POSITIVE_INFINITY },
      '`lease` must be a positive number of milliseconds, at most a day.',
    ],
    [{ redis, name, encryptionkey: 's3cret' }, 'unknown option `encryptionkey`. Did you mean `encryptionKey`?'],
  ])('createFleetTokens refuses %o', (options, message) => {
    const make = () => createFleetTokens(options as FleetTokensOptions);
    expect(make).toThrow(PlumblineError);
    expect(make).toThrow(`createFleetTokens: ${message}`);
    expect(make).toThrow(expect.toSatisfy((error: unknown) => !inspect(error, { depth: 9 }).includes('s3cret')));
  });
});

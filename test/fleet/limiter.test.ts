/** The fleet limiter over a real server: each client, the script, and what other programs leave in its keys. */
import { createFleetLimiter, createFleetTokens, nodeRedis, type Redis, type TokensEvent } from '@plumbline/fleet';
import { type RateLimit, systemClock } from '@plumbline/runtime';
import { createClient } from 'redis';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { readGrants, worstWindow } from './grant-log.ts';
import { type ClientName, patience } from './redis-clients.ts';
import { type Commands, describeOverRedis, type RedisServer, startRedis } from './redis-server.ts';

describeOverRedis('a fleet limiter over a server', () => {
  let server: RedisServer;
  let commands: Commands;
  beforeEach(async () => {
    server = await startRedis();
    commands = await server.commands();
  });
  const create = (redis: Redis, limits: readonly RateLimit[], name = 'acme') =>
    createFleetLimiter({ redis, name, limits, whenDown: 'closed', timeout: patience });

  it.each<ClientName>(['node-redis', 'node-redis pool', 'ioredis', 'iovalkey'])(
    'a fleet limiter over %s holds two limits at once in any window',
    async (client) => {
      const limits = [
        { requests: 4, seconds: 0.05 },
        { requests: 10, seconds: 0.2 },
      ];
      const limiters = [await server.connect(client), await server.connect(client)].map((redis) =>
        create(redis, limits),
      );
      await Promise.all(Array.from({ length: 30 }, (_, index) => limiters[index % 2]?.acquire('GET')));
      const grants = readGrants('acme', server);
      expect(grants.map(({ length }) => length)).toEqual([30, 30]);
      for (const [index, limit] of limits.entries()) {
        expect(worstWindow(grants[index] ?? [], limit)).toBeLessThanOrEqual(limit.requests);
      }
    },
  );

  it('a fleet limiter stops all processes after a 429, and a shorter pause does not shorten it', async () => {
    const limits = [{ requests: 1000, seconds: 1 }];
    const [one, other] = [create(await server.connect(), limits), create(await server.connect('ioredis'), limits)];
    await one.acquire('GET');
    one.pause('GET', 400);
    await expect.poll(() => commands.exists('plumbline:{acme}:pause:0'), { timeout: 300_000 }).toBe(1);
    other.pause('GET', 10);
    await other.acquire('GET');
    const [[first = 0, second = 0] = []] = readGrants('acme', server);
    expect(second - first).toBeGreaterThanOrEqual(400_000);
  });

  it('the keys of a fleet limiter have one hash tag, expire, and hold no more than the limits', async () => {
    const limits = [
      { requests: 3, seconds: 100 },
      { requests: 5, seconds: 0.001 },
    ];
    const limiter = create(await server.connect(), limits);
    for (let request = 0; request < 3; request++) await limiter.acquire('GET');
    limiter.pause('GET', 5000);
    await expect.poll(() => commands.exists('plumbline:{acme}:pause:0'), { timeout: 300_000 }).toBe(1);
    const keys = await commands.keys('*');
    const found: unknown[] = [];
    for (const key of keys.sort()) {
      expect(await commands.pTTL(key), key).toBeGreaterThan(0);
      expect(await commands.pTTL(key), key).toBeLessThanOrEqual(101_000);
      found.push(key, await ((await commands.type(key)) === 'list' ? commands.lLen(key) : commands.get(key)));
    }
    expect(found).toEqual([
      ...['plumbline:{acme}:limits', '[[3,100,null],[5,0.001,null]]'],
      ...['plumbline:{acme}:log:0', 3],
      ...['plumbline:{acme}:log:1', expect.any(Number)],
      ...['plumbline:{acme}:pause:0', ''],
    ]);
  });

  it('a fleet limiter refuses other limits under a name in use, and writes nothing', async () => {
    const redis = await server.connect();
    await create(redis, [{ requests: 3, seconds: 100 }]).acquire('GET');
    const before = await commands.keys('*');
    const other = create(redis, [{ requests: 30, seconds: 100 }]);
    await expect(other.acquire('GET')).rejects.toThrow('the name acme is in use with other limits');
    expect([await commands.keys('*'), await commands.lLen('plumbline:{acme}:log:0')]).toEqual([before, 1]);
    await create(redis, [{ requests: 30, seconds: 100 }], 'acme2').acquire('GET');
  });

  it.each<[what: string, leave: () => Promise<unknown>]>([
    ['a hash', () => commands.hSet('plumbline:{acme}:log:1', 'a', 'b')],
    ['a list of words', () => commands.rPush('plumbline:{acme}:log:1', ['a'])],
    ['a list of limits', () => commands.rPush('plumbline:{acme}:limits', ['a'])],
  ])('a fleet limiter that finds %s in its keys throws a clear error, and writes nothing', async (_, leave) => {
    await leave();
    const before = (await commands.keys('*')).length;
    const limiter = create(await server.connect(), [
      { requests: 5, seconds: 9 },
      { requests: 1, seconds: 9 },
    ]);
    await expect(limiter.acquire('GET')).rejects.toMatchObject({
      message: expect.stringContaining('createFleetLimiter: Redis refused the script of acme'),
      cause: expect.objectContaining({ message: expect.stringContaining('WRONGTYPE') }),
    });
    expect((await commands.keys('*')).length).toBe(before);
  });

  it('a fleet limiter waits for one window if the clock of Redis went back, as in a failover', async () => {
    const time = await commands.sendCommand<string[]>(['TIME']);
    const later = (Number(time[0]) + 3600) * 1_000_000;
    await commands.rPush('plumbline:{acme}:log:0', [String(later), String(later)]);
    const limiter = create(await server.connect(), [{ requests: 2, seconds: 0.3 }]);
    await limiter.acquire('GET');
    const [times = []] = readGrants('acme', server);
    const waited = (times.at(-1) ?? 0) - (Number(time[0]) * 1_000_000 + Number(time[1]));
    expect(waited).toBeGreaterThanOrEqual(300_000);
    expect(waited).toBeLessThan(3_000_000_000);
  });

  it('a client that was never connected is a clear error of the first request', async () => {
    const limits = [{ requests: 1, seconds: 1 }];
    const limiter = create(nodeRedis(createClient({ url: server.url })), limits);
    await expect(limiter.acquire('GET')).rejects.toThrow(
      'the Redis client is not connected. Call its `connect()` first.',
    );
  });

  it('the permissions that the guide names are enough', async () => {
    const granted = '+eval +get +set +del +type +time +pttl +pexpire +llen +lindex +lpush +ltrim'.split(' ');
    await commands.sendCommand(['ACL', 'SETUSER', 'fleet', 'on', '>secret', '~plumbline:*', ...granted]);
    const client = createClient({ url: server.url, username: 'fleet', password: 'secret' });
    client.on('error', () => {});
    await client.connect();
    onTestFinished(() => client.destroy());
    const limiter = create(nodeRedis(client), [{ requests: 1, seconds: 0.01 }]);
    await limiter.acquire('GET');
    await limiter.acquire('GET');
    limiter.pause('GET', 20);
    await limiter.acquire('GET');
    expect(readGrants('acme', server)[0]).toHaveLength(3);
    const events: TokensEvent[] = [];
    const observe = (event: TokensEvent) => void events.push(event);
    const tokens = createFleetTokens({ redis: nodeRedis(client), name: 'acme', timeout: patience, observe });
    const token = { value: 't0ken', lifetime: 3_600_000 };
    const need = { call: { clock: systemClock, options: {} }, options: { tokenUrl: 'x', parameters: {} } };
    expect(await tokens.obtain({ ...need, request: async () => token })).toEqual(token);
    expect(await tokens.obtain({ ...need, request: () => Promise.reject() })).toMatchObject({ isShared: true });
    expect(events).toEqual([]);
  });

  it('a user without permission is a clear error of the first request', async () => {
    await commands.sendCommand(['ACL', 'SETUSER', 'reader', 'on', '>secret', '+@read', '+eval', '~*']);
    const client = createClient({ url: server.url, username: 'reader', password: 'secret' });
    await client.connect();
    onTestFinished(() => client.destroy());
    const limiter = create(nodeRedis(client), [{ requests: 1, seconds: 1 }]);
    await expect(limiter.acquire('GET')).rejects.toThrow('Redis refused the script of acme');
  });
});

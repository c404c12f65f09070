/** Clients that share a token go on while Redis is stopped, killed, read-only, or has values of others. */
import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { ioredis, nodeRedis } from '@plumbline/fleet';
import { Redis as Ioredis } from 'ioredis';
import { createClient } from 'redis';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { singleClients } from './redis-clients.ts';
import { describeOverRedis, freePort } from './redis-server.ts';
import { eventually, Fleet, readAll } from './token-fleet.ts';
import type { Member } from './token-member.ts';

const encryptionKey = randomBytes(32);
let fleet: Fleet;

/** Reads while Redis does not respond: its time limit ends as soon as a command waits. */
async function readWithoutRedis(member: Member): Promise<number> {
  let status = 0;
  const reading = member.read().then((value) => {
    status = value;
  });
  await eventually(() => {
    if (member.clock.pending > 0) member.clock.endLimits();
    return status > 0;
  });
  await reading;
  return status;
}

describeOverRedis('Redis that fails', () => {
  beforeEach(async () => {
    fleet = await Fleet.start();
  });

  describe.each(singleClients)('the client %s', (client) => {
    it('a client requests its own token while the server is stopped, and shares again when it continues', async () => {
      const { server, vendor } = fleet;
      const [first, second] = [
        await fleet.join({ redis: await server.connect(client) }),
        await fleet.join({ redis: await server.connect(client) }),
      ];
      server.freeze();
      expect([await readWithoutRedis(first), await readWithoutRedis(second)]).toEqual([200, 200]);
      expect([vendor.tokenRequests, first.events]).toEqual([2, [{ type: 'down', reason: 'TIMEOUT' }]]);
      server.thaw();
      vendor.refused.add('t0ken-1').add('t0ken-2');
      expect(await readAll([first, second])).toEqual([200, 200]);
      expect(vendor.tokenRequests).toBe(3);
      expect(first.events.slice(1)).toEqual([{ type: 'up', duration: expect.any(Number) }]);
    });

    it('a client requests its own token after the server is killed, and shares again when it is back', async () => {
      const { server, vendor } = fleet;
      const redis = await server.connect(client);
      const member = await fleet.join({ redis });
      await server.kill();
      expect(await readWithoutRedis(member)).toBe(200);
      expect(member.events).toEqual([{ type: 'down', reason: expect.stringMatching(/^\w+$/) }]);
      await server.start();
      const isBack = () =>
        redis.evaluate('return 1', [], []).then(
          () => true,
          () => false,
        );
      await eventually(isBack);
      vendor.refused.add('t0ken-1');
      expect(await member.read()).toBe(200);
      expect([await (await fleet.join({ redis })).read(), vendor.tokenRequests]).toEqual([200, 2]);
      expect(member.events.slice(1)).toEqual([{ type: 'up', duration: expect.any(Number) }]);
    });
  });

  it('a client whose connection was never made requests its own token', async () => {
    const client = new Ioredis(await freePort(), '127.0.0.1', { lazyConnect: true, retryStrategy: () => null });
    onTestFinished(() => client.disconnect());
    client.on('error', () => {});
    const member = await fleet.join({ redis: ioredis(client) });
    expect(await readWithoutRedis(member)).toBe(200);
    expect(member.events).toEqual([{ type: 'down', reason: expect.stringMatching(/^\w+$/) }]);
  });

  it('a client of node-redis that was never connected is a clear error of the first call', async () => {
    const member = await fleet.join({ redis: nodeRedis(createClient({ url: fleet.server.url })) });
    await expect(member.read()).rejects.toThrow('createFleetTokens: the Redis client is not connected.');
    expect([fleet.vendor.tokenRequests, member.events]).toEqual([0, []]);
  });

  it('a client requests its own token if the server is a read-only replica', async () => {
    const { vendor } = fleet;
    const member = await fleet.join();
    await fleet.run('REPLICAOF', '127.0.0.1', '1');
    expect(await member.read()).toBe(200);
    expect([vendor.tokenRequests, member.events]).toEqual([1, [{ type: 'down', reason: 'READONLY' }]]);
  });
});

describeOverRedis('a value in Redis that is not of the fleet', () => {
  beforeEach(async () => {
    fleet = await Fleet.start();
  });

  it.each<[string, (key: string, stored: string) => readonly string[], Readonly<Record<string, unknown>>]>([
    ['another text', (key) => ['SET', key, 'injected'], {}],
    ['a token with a line break', (key) => ['SET', key, 'plumbline1 1800000 injected\r\nX: y'], {}],
    ['binary', (key) => ['SET', key, '\u0000\uffff'], {}],
    ['a list', (key) => ['RPUSH', key, 'injected'], {}],
    ['a hash', (key) => ['HSET', key, 'injected', '1'], {}],
    ['a token in plain text', (key) => ['SET', key, 'plumbline1 1800000 injected'], { encryptionKey }],
    [
      'a changed token',
      (key, stored) => ['SET', key, `${stored.slice(0, 30)}AAAA${stored.slice(34)}`],
      { encryptionKey },
    ],
    ['a token of another key', (key, stored) => ['SET', key, stored], { encryptionKey: randomBytes(32) }],
  ])('%s is never sent, and is replaced', async (_, command, options) => {
    const { vendor } = fleet;
    await (await fleet.join({ encryptionKey })).read();
    const key = await fleet.tokenKey();
    const stored = String(await fleet.run('GET', key));
    await fleet.run('DEL', key);
    await fleet.run(...command(key, stored));
    const [member, next] = [await fleet.join(options), await fleet.join(options)];
    expect(await member.read()).toBe(200);
    expect([[...vendor.reads.keys()], member.events]).toEqual([['t0ken-1', 't0ken-2'], [{ type: 'invalid' }]]);
    expect(await next.read()).toBe(200);
    expect([vendor.tokenRequests, next.events]).toEqual([2, []]);
    expect(Number(await fleet.run('PTTL', key))).toBeGreaterThan(0);
  });

  it('an encrypted token that is moved to the key of another client is never sent', async () => {
    const { vendor } = fleet;
    await (await fleet.join({ encryptionKey })).read();
    const key = await fleet.tokenKey();
    const moved = key.replace('{magnify/acme}', '{magnify/other}');
    await fleet.run('SET', moved, String(await fleet.run('GET', key)));
    const other = await fleet.join({ encryptionKey, name: 'magnify/other' });
    expect(await other.read()).toBe(200);
    expect([vendor.tokenRequests, other.events]).toEqual([2, [{ type: 'invalid' }]]);
  });
});

describeOverRedis('secrets', () => {
  it('no key, event or error has the client id, the secret or a token, and an encrypted value has none', async () => {
    fleet = await Fleet.start();
    const { vendor, server } = fleet;
    const member = await fleet.join({ encryptionKey });
    const seen: unknown[] = [member];
    vendor.holds = true;
    const reading = member.read();
    await eventually(() => vendor.tokenRequests === 1);
    seen.push(await fleet.keys());
    vendor.release();
    await reading;
    const key = await fleet.tokenKey();
    const stored = String(await fleet.run('GET', key));
    seen.push(await fleet.keys(), stored, Buffer.from(stored.slice(5), 'base64').toString('latin1'));
    await fleet.run('SET', key, 's3cret');
    seen.push(await (await fleet.join({ encryptionKey })).read());
    vendor.refused.add('t0ken-1').add('t0ken-2').add('t0ken-3').add('t0ken-4');
    seen.push(await member.magnify.motions.list().catch((error: unknown) => error));
    await server.kill();
    // For 10 seconds the client replaces no token, because its own new one was refused.
    member.clock.offset += 10_000;
    seen.push(await readWithoutRedis(member), member.events);
    expect(member.events.length).toBeGreaterThan(0);
    expect(inspect(seen, { depth: 12, showHidden: true })).not.toMatch(/s3cret|c1ient|t0ken/);
  });
});

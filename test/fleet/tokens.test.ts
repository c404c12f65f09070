/** Clients share one access token over a real Redis server. */
import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { patience, singleClients } from './redis-clients.ts';
import { describeOverRedis } from './redis-server.ts';
import { eventually, Fleet, readAll } from './token-fleet.ts';
import { createMember } from './token-member.ts';

const minute = 60_000;
let fleet: Fleet;

describeOverRedis('tokens over Redis', () => {
  beforeEach(async () => {
    fleet = await Fleet.start();
  });

  describe.each(singleClients)('the client %s', (client) => {
    it.each([
      ['in plain text', {}],
      ['encrypted', { encryptionKey: randomBytes(32) }],
    ])('100 clients over it request one token, which is stored %s', async (_, options) => {
      const { server, vendor } = fleet;
      const clients = await Promise.all(Array.from({ length: 5 }, () => server.connect(client)));
      const members = clients.flatMap((client) =>
        Array.from({ length: 20 }, () =>
          createMember(vendor.url, { redis: client, name: Fleet.defaultName, ...options }),
        ),
      );
      expect(new Set(await readAll(members))).toEqual(new Set([200]));
      expect([vendor.tokenRequests, [...vendor.reads]]).toEqual([1, [['t0ken-1', 100]]]);
      expect(members.flatMap(({ events }) => events)).toEqual([]);
      const [only, ...others] = await fleet.keys();
      expect([only, others]).toEqual([expect.stringMatching(/^plumbline:\{magnify\/acme\}:token:[0-9a-f]{64}$/), []]);
      const stored = String(await fleet.run('GET', only ?? ''));
      expect(stored).toMatch('encryptionKey' in options ? /^aes1:/ : /^plumbline1 1800000 t0ken-1$/);
      const left = Number(await fleet.run('PTTL', only ?? ''));
      expect(left).toBeGreaterThan(0);
      expect(left).toBeLessThanOrEqual(30 * minute);
    });
  });

  it('clients whose clocks are an hour apart use one token, and renew it once', async () => {
    const { vendor } = fleet;
    const members = await fleet.joinAll(3);
    for (const [index, { clock }] of members.entries()) clock.offset = (index - 1) * 60 * minute;
    await readAll(members);
    for (const { clock } of members) clock.offset += 29 * minute;
    await readAll(members);
    expect([...vendor.reads]).toEqual([['t0ken-1', 6]]);
    // Half of the lifetime is over in Redis.
    await fleet.run('DEL', await fleet.tokenKey());
    for (const { clock } of members) clock.offset += 30 * minute;
    await eventually(async () => {
      await readAll(members);
      return (vendor.reads.get('t0ken-2') ?? 0) >= 3;
    });
    expect(vendor.tokenRequests).toBe(2);
  });

  it('a client renews the token in the background, and the others take the new one', async () => {
    const { vendor } = fleet;
    await (await fleet.join()).read();
    const members = await fleet.joinAll(3);
    await readAll(members);
    await fleet.run('DEL', await fleet.tokenKey());
    for (const { clock } of members) clock.offset += 28 * minute;
    await readAll(members);
    expect(vendor.reads.get('t0ken-1')).toBe(7);
    await eventually(async () => {
      await readAll(members);
      return (vendor.reads.get('t0ken-2') ?? 0) >= 3;
    });
    expect(vendor.tokenRequests).toBe(2);
  });

  it('clients replace a refused token once, and keep the token that replaced it', async () => {
    const { vendor } = fleet;
    const members = await fleet.joinAll(20);
    await readAll(members);
    vendor.refused.add('t0ken-1');
    expect(new Set(await readAll(members))).toEqual(new Set([200]));
    expect([vendor.tokenRequests, vendor.reads.get('t0ken-2')]).toEqual([2, 20]);
    expect([await (await fleet.join()).read(), vendor.tokenRequests]).toEqual([200, 2]);
  });

  it('a client of another name has a token of its own', async () => {
    await readAll([await fleet.join(), await fleet.join({ name: 'magnify/other' })]);
    expect([fleet.vendor.tokenRequests, (await fleet.keys()).length]).toEqual([2, 2]);
  });

  it('FLUSHALL costs one token request of the next client, and none of the others', async () => {
    const members = await fleet.joinAll(3);
    await readAll(members);
    await fleet.run('FLUSHALL');
    await readAll([...members, ...(await fleet.joinAll(3))]);
    expect(fleet.vendor.tokenRequests).toBe(2);
  });

  describe('a lock', () => {
    it('clients wait for a client that holds the lock, and take its token', async () => {
      const { vendor } = fleet;
      vendor.holds = true;
      const reading = readAll(await fleet.joinAll(10));
      await eventually(() => vendor.tokenRequests === 1);
      const [lock = ''] = await fleet.keys('*token-lock*');
      expect(Number(await fleet.run('PTTL', lock))).toBeGreaterThan(0);
      vendor.release();
      await reading;
      expect([vendor.tokenRequests, await fleet.keys('*token-lock*')]).toEqual([1, []]);
    });

    it('a client does not end the lock of another one', async () => {
      const { vendor } = fleet;
      vendor.holds = true;
      const reading = (await fleet.join()).read();
      await eventually(() => vendor.tokenRequests === 1);
      const [lock = ''] = await fleet.keys('*token-lock*');
      await fleet.run('SET', lock, 'other', 'PX', String(patience));
      vendor.release();
      await reading;
      expect(await fleet.run('GET', lock)).toBe('other');
    });

    it.each([
      ['a text without an end', 'SET', 'x'],
      ['a list', 'RPUSH', 'x'],
    ])('a client replaces a lock that is %s', async (_, command, value) => {
      const { vendor } = fleet;
      await (await fleet.join()).read();
      const key = await fleet.tokenKey();
      await fleet.run('DEL', key);
      await fleet.run(command, key.replace(':token:', ':token-lock:'), value);
      expect(await (await fleet.join()).read()).toBe(200);
      expect([vendor.tokenRequests, await fleet.keys()]).toEqual([2, [key]]);
    });
  });
});

/** What a fleet limiter does while its server is frozen, dead or read-only, and when it returns. */
import { createFleetLimiter, type FleetEvent, type WhenDown } from '@plumbline/fleet';
import { expect, it } from 'vitest';
import { readGrants } from './grant-log.ts';
import { type ClientName, patience, singleClients } from './redis-clients.ts';
import { describeOverRedis, startRedis } from './redis-server.ts';

const limits = [{ requests: 10_000, seconds: 1 }];

/** A limiter over a server, and its changes. */
async function start(whenDown: WhenDown, client: ClientName = 'node-redis', timeout?: number) {
  const server = await startRedis();
  const redis = await server.connect(client);
  const changes: FleetEvent[] = [];
  const limiter = createFleetLimiter({
    redis,
    name: 'acme',
    limits,
    whenDown,
    instances: 2,
    timeout,
    observe: (event) => void changes.push(event),
  });
  /** Sends requests until the limiter changes so. */
  const sendUntil = async (type: FleetEvent['type']) => {
    while (changes.at(-1)?.type !== type) {
      await limiter.acquire('GET');
      await new Promise(setImmediate);
    }
  };
  return { server, limiter, changes, sendUntil };
}

describeOverRedis('a fleet limiter over a server that fails', () => {
  it.each<ClientName>(singleClients)(
    'a fleet limiter over %s passes a server that is frozen, then uses it again',
    async (client) => {
      const { server, changes, sendUntil } = await start('share', client);
      server.freeze();
      await sendUntil('down');
      server.thaw();
      await sendUntil('up');
      expect(changes[0]).toEqual({ type: 'down', reason: 'TIMEOUT' });
      expect(changes.at(-1)).toEqual({ type: 'up', duration: expect.any(Number) });
    },
  );

  it.each<ClientName>(singleClients)(
    'a fleet limiter over %s passes a server that died, then uses the next one',
    async (client) => {
      const { server, changes, sendUntil } = await start('open', client);
      await server.kill();
      await sendUntil('down');
      await server.start();
      await sendUntil('up');
      expect(changes.at(-1)?.type).toBe('up');
    },
  );

  it('a closed limiter throws while the server is read-only, and names the reason', async () => {
    const { server, limiter, changes } = await start('closed');
    const commands = await server.commands();
    await commands.sendCommand(['REPLICAOF', '127.0.0.1', '1']);
    await expect(limiter.acquire('GET')).rejects.toMatchObject({
      name: 'LimiterUnavailableError',
      code: expect.stringMatching(/READONLY|MASTERDOWN|TIMEOUT/),
    });
    await commands.sendCommand(['REPLICAOF', 'NO', 'ONE']);
    const send = () =>
      Promise.resolve(limiter.acquire('GET')).then(
        () => 'sent',
        () => 'refused',
      );
    while ((await send()) === 'refused') await new Promise(setImmediate);
    expect(changes.at(-1)?.type).toBe('up');
  });

  it('an evaluation that was given up counts one request at most, and a probe none', async () => {
    const { server, changes, sendUntil } = await start('open');
    server.freeze();
    await sendUntil('down');
    const before = readGrants('acme', server)[0]?.length ?? 0;
    server.thaw();
    await sendUntil('up');
    // For each outage, the one that was given up, and the one after the probe.
    expect(readGrants('acme', server)[0]?.length).toBeLessThanOrEqual(before + changes.length);
  });

  it('a fleet limiter continues without an error after FLUSHALL and SCRIPT FLUSH', async () => {
    const { server, limiter, changes } = await start('closed', 'node-redis', patience);
    const commands = await server.commands();
    await limiter.acquire('GET');
    await commands.flushAll();
    await commands.scriptFlush();
    await limiter.acquire('GET');
    expect([readGrants('acme', server)[0]?.length, changes]).toEqual([2, []]);
  });
});

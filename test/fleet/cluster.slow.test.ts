/** Limits and tokens over a cluster of three nodes. */
import { createFleetTokens, type Redis } from '@plumbline/fleet';
import { systemClock } from '@plumbline/runtime';
import { expect, it } from 'vitest';
import { forkWorkers } from './fork-workers.ts';
import { readGrants, worstWindow } from './grant-log.ts';
import { type ClientName, patience } from './redis-clients.ts';
import { type Commands, describeOverRedis, freePort, type RedisServer, startRedis } from './redis-server.ts';

const limits = [
  { requests: 20, seconds: 0.2 },
  { requests: 50, seconds: 1 },
];
/** The first and the last slot of each node. */
const slots = [
  ['0', '5460'],
  ['5461', '10922'],
  ['10923', '16383'],
] as const;

/** Starts three nodes, each with a third of the slots, and makes a cluster of them. */
async function startCluster(): Promise<RedisServer[]> {
  const nodes: RedisServer[] = [];
  const clients: Commands[] = [];
  for (const [index, range] of slots.entries()) {
    const busPort = String(await freePort());
    const node = await startRedis('--cluster-enabled', 'yes', '--cluster-port', busPort);
    const client = await node.commands();
    await client.sendCommand(['CLUSTER', 'ADDSLOTSRANGE', ...range]);
    await client.sendCommand(['CLUSTER', 'SET-CONFIG-EPOCH', String(index + 1)]);
    await clients[0]?.sendCommand(['CLUSTER', 'MEET', '127.0.0.1', String(node.port), busPort]);
    nodes.push(node);
    clients.push(client);
  }
  for (const client of clients) {
    const isReady = async () => {
      const info = await client.sendCommand<string>(['CLUSTER', 'INFO']);
      return info.includes('cluster_state:ok') && info.includes('cluster_known_nodes:3');
    };
    await expect.poll(isReady, { timeout: 300_000 }).toBe(true);
  }
  return nodes;
}

describeOverRedis('a cluster', () => {
  it.each<ClientName>(['node-redis cluster', 'ioredis cluster'])(
    'processes of a fleet limiter that connect by %s to different nodes hold the limits of two names, each on the node of its slot',
    async (client) => {
      const nodes = await startCluster();
      const names = ['acme', 'globex'];
      const workers = await forkWorkers(
        Array.from({ length: 6 }, (_, index) => ({
          client,
          port: nodes[index % 3]?.port ?? 0,
          name: names[index % 2] ?? '',
          limits,
          instances: 3,
          whenDown: 'closed',
          clockError: 0,
          isPatient: true,
        })),
      );
      await workers.until(() => workers.sent.every((count) => count > 0) && workers.sent.reduce((a, b) => a + b) > 200);
      await workers.stop();
      expect(workers.failures).toEqual([]);
      for (const name of names) {
        const holders = nodes.filter((node) => readGrants(name, node).length > 0);
        expect(holders).toHaveLength(1);
        const grants = readGrants(name, ...nodes);
        for (const [index, limit] of limits.entries()) {
          expect(worstWindow(grants[index] ?? [], limit)).toBeLessThanOrEqual(limit.requests);
        }
      }
    },
  );

  it('clients of a cluster share one token of each name', async () => {
    const nodes = await startCluster();
    const clients: ClientName[] = ['node-redis cluster', 'ioredis cluster'];
    const token = { value: 't0ken', lifetime: 3_600_000 };
    const found: unknown[] = [];
    // Names of different slots.
    for (const name of ['acme', 'globex', 'initech']) {
      for (const [index, client] of clients.entries()) {
        const redis = (await nodes[index]?.connect(client)) as Redis;
        const tokens = createFleetTokens({ redis, name, encryptionKey: new Uint8Array(32), timeout: patience });
        found.push(
          await tokens.obtain({
            call: { clock: systemClock, options: {} },
            options: { tokenUrl: 'https://auth.example.com/token', parameters: {} },
            request: async () => token,
          }),
        );
      }
    }
    const shared = { ...token, lifetime: token.lifetime / 2, isShared: true };
    expect(found).toEqual([token, shared, token, shared, token, shared]);
  });
});

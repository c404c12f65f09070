/**
 * Eight processes over one server, judged by what the server logged. The figures that depend on the machine, throughput and shares, are
 * those of the bench.
 */
import { expect, it } from 'vitest';
import { forkWorkers, type Workers } from './fork-workers.ts';
import { readGrants, worstWindow } from './grant-log.ts';
import type { WorkerInit } from './limiter-worker.ts';
import { describeOverRedis, type RedisServer, startRedis } from './redis-server.ts';

const limits = [
  { requests: 20, seconds: 0.2 },
  { requests: 50, seconds: 1 },
];
const processes = 8;

/** Starts a server and eight processes that send as much as they may. */
async function startFleet(change: (index: number) => Partial<WorkerInit> = () => ({})) {
  const server = await startRedis();
  const workers = await forkWorkers(
    Array.from({ length: processes }, (_, index) => ({
      client: 'node-redis',
      port: server.port,
      name: 'acme',
      limits,
      instances: processes,
      whenDown: 'share',
      clockError: 0,
      isPatient: true,
      ...change(index),
    })),
  );
  const total = () => workers.sent.reduce((sum, count) => sum + count, 0);
  const sendMore = (count: number) => {
    const goal = total() + count;
    return workers.until(() => total() >= goal);
  };
  return { server, workers, total, sendMore };
}

/** Expects that no window of the server's log is above its limit, times a factor. */
function expectLimits(server: RedisServer, factor = 1): number[][] {
  const grants = readGrants('acme', server);
  expect(grants).toHaveLength(limits.length);
  for (const [index, limit] of limits.entries()) {
    expect(worstWindow(grants[index] ?? [], limit)).toBeLessThanOrEqual(factor * limit.requests);
  }
  return grants;
}

const areAll = ({ changes }: Workers, type: 'down' | 'up') => changes.every((each) => each.at(-1)?.type === type);

describeOverRedis('a fleet of eight processes', () => {
  it('eight processes hold two limits in any window for 30 seconds, and none of them starves', async () => {
    const { server, workers, total, sendMore } = await startFleet();
    await sendMore(30 * 50);
    await workers.stop();
    const [grants = []] = expectLimits(server);
    // What was granted as the processes ended is lost.
    expect(grants.length - total()).toBeLessThanOrEqual(processes);
    expect(grants.length).toBeGreaterThanOrEqual(total());
    expect(Math.min(...workers.sent)).toBeGreaterThan(0);
    expect(workers.failures).toEqual([]);
  });

  it('eight processes whose clocks differ by hours hold the limits, and none of them starves', async () => {
    const { server, workers, sendMore } = await startFleet((index) => ({ clockError: (index - 4) * 3_600_000 }));
    await sendMore(250);
    await workers.stop();
    expectLimits(server);
    expect(Math.min(...workers.sent)).toBeGreaterThan(0);
    expect(workers.failures).toEqual([]);
  });

  it('processes that die take nothing from the others', async () => {
    const { server, workers, sendMore } = await startFleet();
    await sendMore(50);
    for (const index of [0, 3, 6, 7]) await workers.kill(index);
    const before = [...workers.sent];
    await sendMore(250);
    await workers.stop();
    expectLimits(server);
    for (const index of [1, 2, 4, 5]) expect(workers.sent[index]).toBeGreaterThan(before[index] ?? 0);
  });

  it('eight processes count by themselves while the server is frozen, and hold the limits by its log', async () => {
    const { server, workers, sendMore } = await startFleet(() => ({ isPatient: false }));
    await sendMore(50);
    server.freeze();
    await workers.until(() => areAll(workers, 'down'));
    await sendMore(50);
    server.thaw();
    await workers.until(() => areAll(workers, 'up'));
    await sendMore(100);
    await workers.stop();
    expectLimits(server);
    expect(workers.failures).toEqual([]);
  });

  it.each<[what: string, factor: number, forgets: boolean]>([
    ['with its log, and hold the limits', 1, false],
    ['without its log, and send a second window at most', 2, true],
  ])('eight processes continue after the server was killed and started %s', async (_, factor, forgets) => {
    const { server, workers, sendMore } = await startFleet(() => ({ isPatient: false }));
    await sendMore(50);
    await server.kill();
    await workers.until(() => areAll(workers, 'down'));
    if (forgets) server.forget();
    await server.start();
    await workers.until(() => areAll(workers, 'up'));
    await sendMore(100);
    await workers.stop();
    expectLimits(server, factor);
    expect(workers.failures).toEqual([]);
  });

  it('eight processes hold the limits through SCRIPT FLUSH', async () => {
    const { server, workers, sendMore } = await startFleet();
    const commands = await server.commands();
    for (let round = 0; round < 5; round++) {
      await sendMore(40);
      await commands.scriptFlush();
    }
    await workers.stop();
    expectLimits(server);
    expect(workers.failures).toEqual([]);
  });

  it('eight processes send a second window at most after FLUSHALL', async () => {
    const { server, workers, sendMore } = await startFleet();
    const commands = await server.commands();
    await sendMore(100);
    await commands.flushAll();
    await sendMore(150);
    await workers.stop();
    expectLimits(server, 2);
    expect(workers.failures).toEqual([]);
  });
});

/** The cost of a grant and the keys of a limiter do not grow with the number of requests. */
import { createFleetLimiter, ioredis, type Redis } from '@plumbline/fleet';
import { Redis as IoredisClient } from 'ioredis';
import { expect, it, onTestFinished } from 'vitest';
import { patience } from './redis-clients.ts';
import { describeOverRedis, startRedis } from './redis-server.ts';

const grants = 1_000_000;
const rounds = 10;

describeOverRedis('a fleet limiter after a million requests', () => {
  it('a fleet limiter takes no longer for the last of a million grants, and its keys hold only its limits', async () => {
    // No log of the server: it would have a million entries.
    const server = await startRedis('--appendonly', 'no');
    const client = new IoredisClient(server.port, '127.0.0.1');
    onTestFinished(() => client.disconnect());
    // The evaluation of a limiter, repeated: a limiter has one pending at a time, and this test needs many.
    let evaluation: Parameters<Redis['evaluate']> = ['', [], []];
    const evaluate: Redis['evaluate'] = (...parameters) => {
      evaluation = parameters;
      return ioredis(client).evaluate(...parameters);
    };
    const limits = [
      { requests: 1000, seconds: 0.001 },
      { requests: 100_000, seconds: 1 },
      { requests: 2_000_000, seconds: 3600 },
    ];
    const limiter = createFleetLimiter({
      redis: { evaluate },
      name: 'acme',
      limits,
      whenDown: 'closed',
      timeout: patience,
    });
    await limiter.acquire('GET');
    const [script, keys, args] = evaluation;
    /** The CPU time of the server in microseconds, which other work on the machine does not change. */
    const cpuTime = async () => {
      const times = (await client.info('cpu')).matchAll(/used_cpu_(?:user|sys):([\d.]+)/g);
      return [...times].reduce((sum, [, seconds]) => sum + Number(seconds) * 1e6, 0);
    };
    let granted = 0;
    const costs: number[] = [];
    for (let round = 1; round <= rounds; round++) {
      const before = await cpuTime();
      while (granted < (grants / rounds) * round) {
        const pipeline = client.pipeline();
        for (let count = 0; count < 1000; count++) pipeline.eval(script, keys.length, ...keys, ...args);
        granted += (await pipeline.exec())?.filter(([, reply]) => reply === 0).length ?? 0;
      }
      costs.push(Math.round(((await cpuTime()) - before) / (grants / rounds)));
    }
    console.log(`Microseconds of CPU for a grant, by 100,000 grants: ${costs.join(' ')}.`);
    // The best of some, because caches differ.
    expect(Math.min(...costs.slice(-3))).toBeLessThan(2 * Math.min(...costs.slice(0, 3)));
    const sizes: number[] = [];
    for (const index of limits.keys()) sizes.push(await client.llen(`plumbline:{acme}:log:${index}`));
    expect(sizes.map((size, index) => size <= (limits[index]?.requests ?? 0))).toEqual([true, true, true]);
    expect(await client.dbsize()).toBeLessThanOrEqual(4);
    console.log(
      `Bytes of a limit of 2,000,000: ${await client.memory('USAGE', 'plumbline:{acme}:log:2', 'SAMPLES', 0)}.`,
    );
  });
});

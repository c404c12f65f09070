/** A client of a vendor with a fleet limiter: its deadline, its signal, and a 429. */
import { createFleetLimiter, type Redis } from '@plumbline/fleet';
import { createMagnetiq, rateLimits } from '@plumbline/magnetiq';
import { ManualClock, rateLimited, recordingFetch } from '@plumbline/runtime/testing';
import { expect, it } from 'vitest';

const page = () => Response.json({ data: [], total: 0, page: 1, limit: 10 });

/** A client of one process of a fleet, and the milliseconds of each pause that it wrote. */
function create(evaluate: () => Promise<unknown>, script = [page]) {
  const clock = new ManualClock();
  const pauses: string[] = [];
  const redis: Redis = {
    evaluate(_, keys, args) {
      if (keys.length === 2) pauses.push(args[1] ?? '');
      return evaluate();
    },
  };
  const limiter = createFleetLimiter({ redis, name: 'acme', limits: rateLimits.pro, whenDown: 'closed', clock });
  const fetch = recordingFetch(script);
  return { clock, pauses, fetch, magnetiq: createMagnetiq({ apiKey: 'key', rateLimit: limiter, clock, fetch }) };
}
const hang = () => new Promise<never>(() => {});

it('a deadline ends a call whose limiter waits for Redis', async () => {
  const { clock, fetch, magnetiq } = create(hang);
  const call = magnetiq.consumers.list({}, { deadline: 100 });
  await expect(clock.run(call)).rejects.toMatchObject({ name: 'TimeoutError' });
  expect([clock.now(), fetch.requests.length]).toEqual([100, 0]);
});

it('a signal ends a call that waits for the limit of the fleet', async () => {
  const { clock, fetch, magnetiq } = create(async () => 60_000_000);
  const controller = new AbortController();
  const call = magnetiq.consumers.list({}, { signal: controller.signal });
  const outcome = expect(call).rejects.toBe('gone');
  await clock.advance(1000);
  controller.abort('gone');
  await outcome;
  expect([clock.pending, fetch.requests.length]).toEqual([0, 0]);
});

it('a call through a closed limiter fails at once with the error of the limiter, and is not retried', async () => {
  const { clock, fetch, magnetiq } = create(async () => {
    throw new Error('READONLY You can not write against a read only replica.');
  });
  const call = magnetiq.consumers.list();
  await expect(clock.run(call)).rejects.toMatchObject({ name: 'LimiterUnavailableError', code: 'READONLY' });
  expect([clock.now(), fetch.requests.length]).toEqual([0, 0]);
});

it('a 429 pauses the fleet for as long as it asks, and the call is retried after that', async () => {
  const { clock, pauses, fetch, magnetiq } = create(async () => 0, [() => rateLimited(20), page]);
  clock.chance = 0;
  await clock.run(magnetiq.consumers.list());
  expect([pauses, clock.now(), fetch.requests.length]).toEqual([['20000'], 20_000, 2]);
});

/** The limiter under random limits and arrivals. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ManualClock, turn } from '../../testing/manual-clock.ts';
import type { Clock } from '../../time/clock.ts';
import type { RateLimit } from './limiter.ts';
import { createLimiter } from './memory-limiter.ts';

const seed = 20261122;
const methods = ['GET', 'HEAD', 'POST', 'PUT'];
const limits = fc.array(
  fc.record(
    {
      requests: fc.integer({ min: 1, max: 5 }),
      seconds: fc.integer({ min: 1, max: 60 }),
      methods: fc.subarray(methods, { minLength: 1 }),
    },
    { requiredKeys: ['requests', 'seconds'] },
  ),
  { maxLength: 3 },
);
const arrivals = fc.array(
  fc.record({
    gap: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 20_000 })),
    method: fc.constantFrom(...methods),
    patience: fc.option(fc.integer({ min: 0, max: 30_000 }), { nil: undefined }),
  }),
  { maxLength: 40 },
);

interface Arrival {
  readonly gap: number;
  readonly method: string;
  readonly patience?: number | undefined;
}
interface Admission {
  readonly arrival: number;
  readonly method: string;
  /** Time of its admission; undefined if it was aborted. */
  time: number | undefined;
}

async function run(limits: readonly RateLimit[], arrivals: readonly Arrival[]): Promise<Admission[]> {
  const clock = new ManualClock();
  const limiter = createLimiter(limits, clock);
  const calls: Promise<Admission>[] = [];
  for (const { gap, method, patience } of arrivals) {
    if (gap > 0) await clock.advance(gap);
    const controller = new AbortController();
    const arrival = clock.now();
    calls.push(
      Promise.resolve(limiter.acquire(method, { signal: controller.signal })).then(
        () => ({ arrival, method, time: clock.now() }),
        () => ({ arrival, method, time: undefined }),
      ),
    );
    if (patience !== undefined) clock.after(patience, () => controller.abort());
  }
  await clock.advance(40 * 60_000 + 30_000);
  // No request starves: all were admitted or aborted.
  expect(clock.pending).toBe(0);
  let settled = false;
  const all = Promise.all(calls).then((admitted) => {
    settled = true;
    return admitted;
  });
  await turn();
  expect(settled).toBe(true);
  return all;
}

const counts = ({ methods }: RateLimit, method: string) => !methods || methods.includes(method);

/** The methods in the queue of this one: counted by the same limit, or by limits that share a method. */
function queueOf(limits: readonly RateLimit[], method: string): Set<string> {
  const queue = new Set([method]);
  for (let size = 0; size < queue.size; ) {
    size = queue.size;
    for (const limit of limits) {
      if (methods.some((other) => queue.has(other) && counts(limit, other)))
        for (const other of methods) if (counts(limit, other)) queue.add(other);
    }
  }
  return queue;
}

function expectLimits(limits: readonly RateLimit[], admitted: readonly Admission[]): void {
  for (const limit of limits) {
    const times = admitted.flatMap(({ time, method }) => (time !== undefined && counts(limit, method) ? [time] : []));
    times.sort((one, other) => one - other);
    for (const [index, time] of times.entries()) {
      const later = times[index + limit.requests];
      if (later !== undefined) expect(later - time).toBeGreaterThanOrEqual(limit.seconds * 1000);
    }
  }
}

function expectOrder(limits: readonly RateLimit[], admitted: readonly Admission[]): void {
  for (const method of methods) {
    const queue = queueOf(limits, method);
    const times = admitted.flatMap((call) => (queue.has(call.method) && call.time !== undefined ? [call.time] : []));
    expect(times).toEqual([...times].sort((one, other) => one - other));
  }
}

it('a limiter admits no more requests than its limit in any window, in order, and finally all of them', async () => {
  await fc.assert(
    fc.asyncProperty(limits, arrivals, async (given, arriving) => {
      const admitted = await run(given, arriving);
      expectLimits(given, admitted);
      expectOrder(given, admitted);
    }),
    { seed, numRuns: 300 },
  );
});

it('a limiter admits each request at the earliest time that the limits and earlier requests permit', async () => {
  const patient = arrivals.map((given) => given.map(({ gap, method }) => ({ gap, method })));
  await fc.assert(
    fc.asyncProperty(limits, patient, async (given, arriving) => {
      const admitted = await run(given, arriving);
      for (const [index, { arrival, method, time }] of admitted.entries()) {
        const before = admitted.slice(0, index);
        const queue = queueOf(given, method);
        const ahead = before.filter((call) => queue.has(call.method)).map((call) => call.time as number);
        const windows = given
          .filter((limit) => counts(limit, method))
          .map((limit) => {
            const counted = before.filter((call) => counts(limit, call.method)).map((call) => call.time as number);
            return (counted[counted.length - limit.requests] ?? -Infinity) + limit.seconds * 1000;
          });
        expect(time).toBe(Math.max(arrival, ...ahead, ...windows));
      }
    }),
    { seed, numRuns: 300 },
  );
});

it('a limiter enforces 10,000 an hour over 100,000 requests, and reads the clock about once per request', async () => {
  const clock = new ManualClock();
  // Reads are counted, because time depends on the machine.
  let reads = 0;
  const counting: Clock = {
    now: () => {
      reads++;
      return clock.now();
    },
    date: () => clock.date(),
    after: (milliseconds, callback) => clock.after(milliseconds, callback),
    random: () => clock.random(),
  };
  const limiter = createLimiter(
    [
      { requests: 10_000, seconds: 3600 },
      { requests: 1000, seconds: 60 },
    ],
    counting,
  );
  const calls = 100_000;
  let admitted = 0;
  for (let i = 0; i < calls; i++) Promise.resolve(limiter.acquire('GET')).then(() => admitted++);
  const counts: number[] = [];
  for (let hour = 0; hour < 10; hour++) {
    for (let minute = 0; minute < 60; minute++) {
      await turn();
      if (minute < 10) counts.push(admitted);
      await clock.advance(60_000);
    }
  }
  expect(counts).toEqual(Array.from({ length: 100 }, (_, index) => (index + 1) * 1000));
  // One read for each call, and one for each time that the queue stops.
  expect(reads).toBeLessThan(calls * 1.02);
});

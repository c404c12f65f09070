/** A process that sends requests as its limiter admits them. It tells its parent when each was admitted. */
import { type Limit, limiters } from './limiters.ts';

/** What a process does: for some milliseconds, with some requests waiting at any time. */
export interface FleetTask {
  readonly limiter: string;
  readonly port: number;
  readonly limit: Limit;
  readonly milliseconds: number;
  readonly waiting: number;
}

/** The times of its requests in milliseconds by the clock that all processes of a machine share, and how long each took. */
export interface Admissions {
  readonly times: readonly number[];
  readonly durations: readonly number[];
}

const { limiter, port, limit, milliseconds, waiting }: FleetTask = JSON.parse(process.argv[2] ?? '');
const acquire = await (limiters[limiter] as (typeof limiters)[string])(port, limit);
process.once('message', async () => {
  const times: number[] = [];
  const durations: number[] = [];
  const end = performance.now() + milliseconds;
  const send = async () => {
    for (let now = performance.now(); now < end; ) {
      const start = now;
      await acquire();
      now = performance.now();
      times.push(performance.timeOrigin + now);
      durations.push(now - start);
    }
  };
  const sent = Promise.all(Array.from({ length: waiting }, send));
  // What waits at the end is not counted.
  await Promise.race([sent, new Promise((resolve) => setTimeout(resolve, milliseconds))]);
  process.send?.({ times, durations } satisfies Admissions, () => process.exit());
});
process.send?.('ready');

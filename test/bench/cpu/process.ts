/** The process that calls with each client in turn, so that changes in the machine's speed affect all clients equally. */
import { type ClientModule, loadClient } from '../peers/load-client.ts';
import type { MeasuredClient } from '../peers/peer.ts';
import { Caller } from './batch.ts';
import { type ByLoad, loads } from './loads.ts';
import type { LoadSamples } from './ratios.ts';
import { shuffle } from './shuffle.ts';

/** The message of the parent process. */
export interface CpuTask {
  readonly baseUrl: string;
  readonly clients: readonly ClientModule[];
  /** The loads to measure, by their calls in flight. */
  readonly inFlight: readonly number[];
  /** Most rounds for each load. */
  readonly rounds: number;
  /** Seconds for all loads together. A load ends when its share is over, but after three rounds at the earliest. */
  readonly seconds: number;
}

const warmUps = 2;
const fewestRounds = 3;

process.once('message', async (task: CpuTask) => process.send?.(await measure(task), () => process.exit()));

async function measure({ baseUrl, clients, inFlight, rounds, seconds }: CpuTask): Promise<ByLoad<LoadSamples>> {
  // Loads Node's own undici before a peer loads the npm package: the undici that loads first sets the dispatcher of `fetch`.
  Headers;
  const chosen = await Promise.all(clients.map(loadClient));
  const wanted = loads.filter((load) => inFlight.includes(load.inFlight));
  const shares = wanted.reduce((sum, { share }) => sum + share, 0);
  let end = performance.now();
  const samples: { -readonly [Key in keyof ByLoad]: LoadSamples } = {};
  for (const load of wanted) {
    end += (load.share * seconds * 1000) / shares;
    const without: readonly string[] = load.without;
    const selected = chosen.filter(({ name }) => !without.includes(name));
    samples[load.key] = await measureLoad(selected, baseUrl, load.inFlight, rounds, end);
  }
  return samples;
}

async function measureLoad(
  selected: readonly MeasuredClient[],
  baseUrl: string,
  inFlight: number,
  rounds: number,
  end: number,
): Promise<LoadSamples> {
  const callers = selected.map(({ name, connect }) => new Caller(name, connect({ baseUrl }), inFlight));
  const empty = new Caller('', { list: async () => {} }, 0);
  const all = [...callers, empty];
  for (let round = 0; round < warmUps; round++) for (const caller of shuffle(callers)) await caller.warmUp();
  for (let round = 0; round < rounds; round++) {
    if (round >= fewestRounds && performance.now() > end) break;
    for (const caller of shuffle(all)) await caller.measure();
  }
  return { empty: empty.batches, clients: callers.map(({ name, calls, batches }) => ({ name, calls, batches })) };
}

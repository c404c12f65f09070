import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { bareFetch } from '../peers/bare-fetch.ts';
import { runners } from '../peers/peers.ts';
import type { Turn } from './caller.ts';
import { median } from './median.ts';

/** The CPU of a call, as a multiple of bare `fetch` in the same round: the median of the rounds. */
export interface Ratio extends Turn {
  readonly name: string;
}

export interface Ratios {
  readonly ratios: readonly Ratio[];
  readonly rounds: number;
  /** Microseconds of CPU that a bare `fetch` took, to judge the machine by. */
  readonly bare: Turn;
}

interface Caller {
  readonly name: string;
  readonly process: ChildProcess;
  readonly turns: Turn[];
}

const warmups = 4;
const rounds = 25;
/** No round begins later than this, in milliseconds from the start. */
const limit = 110_000;

/** Measures the CPU that a call costs each client: a process each, which take turns, against a server in another. */
export async function measureRatios(): Promise<Ratios> {
  const server = fork(new URL('list-server.ts', import.meta.url));
  const callers: Caller[] = [];
  try {
    const baseUrl = `http://127.0.0.1:${await message<number>(server)}`;
    for (const { name, module } of runners) {
      const process = fork(new URL('caller.ts', import.meta.url), [module, name, baseUrl], {
        execArgv: ['--expose-gc'],
      });
      callers.push({ name, process, turns: [] });
      await message(process);
    }
    const start = performance.now();
    for (let round = 0; round < warmups + rounds; round++) {
      if (round > warmups && performance.now() - start > limit) break;
      for (const caller of shuffle(callers)) {
        caller.process.send('turn');
        const turn = await message<Turn>(caller.process);
        if (round >= warmups) caller.turns.push(turn);
      }
    }
    return compare(callers);
  } finally {
    for (const { process } of callers) process.kill();
    server.kill();
  }
}

/** So that nobody always follows the same neighbour. */
function shuffle<T>(items: readonly T[]): readonly T[] {
  return items
    .map((item) => ({ item, place: Math.random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);
}

async function message<T>(child: ChildProcess): Promise<T> {
  const received = new AbortController();
  const ended = once(child, 'exit', { signal: received.signal }).then(([code]) => {
    throw new Error(`A process of the CPU measurement ended with ${code}.`);
  });
  try {
    const [value] = await Promise.race([once(child, 'message'), ended]);
    return value;
  } finally {
    ended.catch(() => {});
    received.abort();
  }
}

function compare(callers: readonly Caller[]): Ratios {
  const base = callers.find(({ name }) => name === bareFetch.name)?.turns ?? [];
  const ratio = (turns: readonly Turn[], load: keyof Turn) =>
    median(turns.map((turn, round) => turn[load] / (base[round]?.[load] ?? Number.NaN)));
  return {
    ratios: callers.map(({ name, turns }) => ({
      name,
      sequential: ratio(turns, 'sequential'),
      concurrent: ratio(turns, 'concurrent'),
    })),
    rounds: base.length,
    bare: {
      sequential: median(base.map(({ sequential }) => sequential)),
      concurrent: median(base.map(({ concurrent }) => concurrent)),
    },
  };
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';

/** What `npm run bench` measured of a client. */
interface Bench {
  readonly date: string;
  readonly machine: string;
  readonly cases: readonly { name: string; passed: number; optIn: number; applicable: number }[];
  readonly cpu: { readonly rounds: number; readonly ratios: readonly { name: string; sequential: number }[] };
  readonly weights: readonly { name: string; gzip: number; importTime: number }[];
}
export interface Reach {
  readonly reached: number;
  readonly declared: number;
  readonly missing: readonly string[];
}
/** What the contract tests reached of a spec. */
interface Contract {
  readonly operations: Reach;
  readonly statuses: Reach;
  readonly mediaTypes: Reach;
  readonly parameters: Reach;
  readonly requestProperties: Reach;
  readonly responseProperties: Reach;
  readonly fixtures: { readonly payloads: number; readonly rows: number };
  readonly reasons: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
/** How many mutants of a spec the tests noticed. */
interface Mutants {
  readonly mutants: number;
  readonly killed: number;
  readonly survivors: readonly unknown[];
  /** By the strongest ground on which they were noticed: the vendor's words, calls, or what the spec says of itself. */
  readonly noticedBy: Readonly<Record<'words' | 'calls' | 'schemas', number>>;
}

function measured<T>(place: string, command: string): T {
  try {
    return JSON.parse(readFileSync(join(root, place), 'utf8'));
  } catch (cause) {
    throw new Error(`${place} cannot be read. \`${command}\` writes it.`, { cause });
  }
}

export const bench = measured<Bench>('test/bench/RESULTS.json', 'npm run bench');
export const contract = measured<Readonly<Record<string, Contract>>>(
  'test/contract/RESULTS.json',
  'node test/contract/coverage/write-coverage.ts --update',
);
export const mutants = measured<Readonly<Record<string, Mutants>>>('test/mutants/RESULTS.json', 'npm run mutate');

/** A row of a chart. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  /** The value as it is printed. */
  readonly text: string;
  readonly ours: boolean;
}

/** Cases of a bad network that each client passes at its defaults, the most first. */
export const caseBars: readonly Bar[] = bench.cases
  .map(({ name, passed, applicable }) => bar(name, passed, `${passed} of ${applicable}`))
  .toSorted((one, other) => other.value - one.value);

/** CPU of a call as a multiple of bare `fetch`, the least first. */
export const cpuBars: readonly Bar[] = bench.cpu.ratios
  .map(({ name, sequential }) => bar(name, sequential, `${sequential.toFixed(2)} ×`))
  .toSorted((one, other) => one.value - other.value);

/** Client and one call, bundled and compressed, the smallest first. */
export const sizeBars: readonly Bar[] = bench.weights
  .map(({ name, gzip }) => bar(name, gzip, `${(gzip / 1000).toFixed(1)} kB`))
  .toSorted((one, other) => one.value - other.value);

/** Statuses of all operations that the contract tests reach, by vendor, in hundredths. */
export const statusBars: readonly Bar[] = Object.entries(contract).map(
  ([
    name,
    {
      statuses: { reached, declared },
    },
  ]) => ({
    ...bar(name, (100 * reached) / declared, `${reached} of ${declared}`),
    ours: true,
  }),
);

/** Mutants of a spec that the tests notice, by vendor, in hundredths. */
export const mutantBars: readonly Bar[] = Object.entries(mutants).map(([name, { killed, mutants: made }]) => ({
  ...bar(name, (100 * killed) / made, `${killed} of ${made}`),
  ours: true,
}));

function bar(label: string, value: number, text: string): Bar {
  return { label, value, text, ours: label.startsWith('Plumbline') };
}

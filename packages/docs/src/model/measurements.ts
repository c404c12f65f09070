import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';

/** What `npm run bench` measures, by client. */
interface Bench {
  readonly date: string;
  readonly machine: string;
  /** The date of the cases, which may be run without the measurements. */
  readonly casesDate: string;
  readonly cases: readonly { name: string; passed: number; optIn: number; applicable: number }[];
  readonly cpu: { readonly rounds: number; readonly ratios: readonly { name: string; sequential: number }[] };
  readonly weights: readonly { name: string; gzip: number; importTime: number }[];
}
export interface Reach {
  readonly reached: number;
  readonly declared: number;
  readonly missing: readonly string[];
}
/** What the contract tests reach of a spec. */
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
/** How many mutants of a spec the tests kill. */
interface Mutants {
  readonly mutants: number;
  readonly killed: number;
  readonly survivors: readonly unknown[];
  /** The killed mutants by the strongest evidence against them: vendor fixtures, calls, or the spec's own schemas. */
  readonly killedBy: Readonly<Record<'fixtures' | 'calls' | 'schemas', number>>;
}

function readResults<T>(path: string, command: string): T {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8'));
  } catch (cause) {
    throw new Error(`Cannot read ${path}. Run \`${command}\` to write it.`, { cause });
  }
}

export const bench = readResults<Bench>('test/bench/RESULTS.json', 'npm run bench');
export const contract = readResults<Readonly<Record<string, Contract>>>('test/contract/RESULTS.json', 'npm run spec');
export const mutants = readResults<Readonly<Record<string, Mutants>>>('test/mutants/RESULTS.json', 'npm run spec');

/** A row of a chart. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  /** The value with its unit. */
  readonly text: string;
  /** Whether the row is about Plumbline. */
  readonly highlighted: boolean;
}

/** Bad-network cases that each client passes with default options, the highest number first. */
export const caseBars: readonly Bar[] = bench.cases
  .map(({ name, passed, applicable }) => makeBar(name, passed, `${passed} of ${applicable}`))
  .toSorted((one, other) => other.value - one.value);

/** CPU time of a call as a multiple of `fetch`, the lowest first. */
export const cpuBars: readonly Bar[] = bench.cpu.ratios
  .map(({ name, sequential }) => makeBar(name, sequential, `${sequential.toFixed(2)} ×`))
  .toSorted((one, other) => one.value - other.value);

/** Bundle size of a client and one call after minification and gzip, the smallest first. */
export const sizeBars: readonly Bar[] = bench.weights
  .map(({ name, gzip }) => makeBar(name, gzip, `${(gzip / 1000).toFixed(1)} kB`))
  .toSorted((one, other) => one.value - other.value);

function makeBar(label: string, value: number, text: string): Bar {
  return { label, value, text, highlighted: label.startsWith('Plumbline') };
}

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/spec.ts';
import { replaceWritten } from '../../../scripts/written-part.ts';
import type { Ratio } from '../cpu/ratios.ts';
import { plumbline, plumblineEveryPolicy } from '../peers/plumbline.ts';
import { plumblineUndici, plumblineUndiciEveryPolicy } from '../peers/plumbline-undici.ts';
import { table } from './table.ts';
import type { Weight } from './weight.ts';

/** The figures of one run, as RESULTS.json has them. */
export interface Figures {
  readonly cases: readonly {
    readonly name: string;
    readonly passed: number;
    readonly optIn: number;
    readonly applicable: number;
  }[];
  readonly cpu: { readonly ratios: readonly Ratio[] };
  readonly weights: readonly Weight[];
}

const first = [plumbline, plumblineEveryPolicy, plumblineUndici, plumblineUndiciEveryPolicy].map(({ name }) => name);
const columns = ['', 'cases passed', 'CPU, one after another', 'CPU, 64 in flight', 'client and one call', 'import'];

/** Writes the table of the README: ours first, then the peers, the cheapest first. */
export function writeSummary({ cases, cpu, weights }: Figures): void {
  const peers = cpu.ratios
    .filter(({ name }) => !first.includes(name))
    .toSorted((one, other) => one.sequential - other.sequential)
    .map(({ name }) => name);
  const rows = [...first, ...peers].map((name) => {
    const passed = cases.find((column) => column.name === name);
    const ratio = cpu.ratios.find((one) => one.name === name);
    // Of our four vendors the one that the peers call too.
    const weight = weights.find((one) => one.name === (name === plumbline.name ? 'Plumbline, magicbell' : name));
    return [
      name,
      passed ? `${passed.passed}${passed.optIn ? ` + ${passed.optIn}` : ''} / ${passed.applicable}` : '',
      ratio?.sequential.toFixed(2) ?? '',
      ratio?.concurrent.toFixed(2) ?? '',
      weight ? `${weight.gzip.toLocaleString('en')} B` : '',
      weight ? `${weight.importTime} ms` : '',
    ];
  });
  const path = join(root, 'README.md');
  writeFileSync(path, replaceWritten(readFileSync(path, 'utf8'), 'npm run bench', table(columns, rows)));
}

import type { Coverage, Mutants } from './coverage.ts';
import { kinds } from './kind.ts';

/** The coverage of all vendors as a table for a terminal. */
export function tableOf(coverages: Readonly<Record<string, Coverage>>): string {
  const each = (cell: (coverage: Coverage) => string) => Object.values(coverages).map(cell);
  const rows = [
    ['contract coverage', ...Object.keys(coverages)],
    ...kinds.map((kind) => [labelOf(kind), ...each(({ [kind]: { reached, declared } }) => `${reached}/${declared}`)]),
    ['fixtures', ...each(({ fixtures: { payloads, rows } }) => `${payloads} + ${rows} rows`)],
    ['mutants killed', ...each(ofMutants(({ killed }) => killed))],
    ['  by fixtures', ...each(ofMutants(({ killedBy: { fixtures } }) => fixtures))],
    ['  by fixtures or calls', ...each(ofMutants(({ killedBy: { fixtures, calls } }) => fixtures + calls))],
    ['exchanges recorded', ...each(({ exchanges: { accepted, refused } }) => `${accepted} + ${refused} refused`)],
    ['drift findings', ...each(({ drift }) => String(drift.length))],
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const line = (row: readonly string[]) =>
    row.map((cell, column) => (column ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[0] ?? 0))).join('  ');
  return rows.map(line).join('\n');
}

function ofMutants(count: (mutants: Mutants) => number): (coverage: Coverage) => string {
  return ({ mutants }) => (mutants ? `${count(mutants)}/${mutants.mutants}` : 'not measured');
}

function labelOf(kind: string): string {
  return kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

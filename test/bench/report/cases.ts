import { cases } from '../cases/cases.ts';
import type { CaseResults } from '../cases/run-cases.ts';
import type { CaseResult } from '../cases/run-peer.ts';
import type { CaseCount } from '../figures.ts';
import { peers } from '../peers/peers.ts';
import { listVersions } from './machine.ts';
import { table } from './table.ts';

const marks: Readonly<Record<CaseResult['verdict'], string>> = {
  pass: '✓',
  'opt-in': 'opt-in',
  fail: '✗',
  'n/a': 'n/a',
};

/** Writes the table of cases, the options of opt-in passes, and details of every other result. */
export function reportCases(results: CaseResults, date: string): string {
  const cells = (row: number) => [...results.values()].map((column) => column[row]);
  const rows = cases.map(({ title }, row) => [title, ...cells(row).map((cell) => (cell ? marks[cell.verdict] : ''))]);
  const totals = ['**passed** + opt-in / cases that apply', ...[...results.values()].map(count)];
  const optIns = peers.filter(({ optIn }) => optIn).map(({ name, optIn }) => `- ${name}: ${optIn}`);
  const notes = peers.filter(({ note }) => note).map(({ name, note }) => `- ${name}: ${note}`);
  return `Run on ${date} with ${listVersions(peers.flatMap((peer) => peer.package ?? []))}.

${table(['case', ...results.keys()], [...rows, totals])}

✓: the client passes with its defaults. opt-in: it fails with its defaults, and passes with these documented options:

${optIns.join('\n')}

✗: the client fails. n/a: the case cannot occur, or the client lacks the feature. The details give the reason.

${notes.join('\n')}

### Details

Every result other than ✓, and all results that are figures. Times are from this run.

${[...results].map(([name, column]) => seen(name, column)).join('\n')}`;
}

/** Counts the verdicts of each client. */
export function countCases(results: CaseResults): readonly CaseCount[] {
  return [...results].map(([name, column]) => ({ name, ...countVerdicts(column) }));
}

/** Counts the verdicts of a client. */
function countVerdicts(column: readonly CaseResult[]): Omit<CaseCount, 'name'> {
  const having = (wanted: CaseResult['verdict']) => column.filter(({ verdict }) => verdict === wanted).length;
  return { passed: having('pass'), optIn: having('opt-in'), applicable: column.length - having('n/a') };
}

function count(column: readonly CaseResult[]): string {
  const { passed, optIn, applicable } = countVerdicts(column);
  return `**${passed}**${optIn ? ` + ${optIn}` : ''} / ${applicable}`;
}

function seen(name: string, column: readonly CaseResult[]): string {
  const lines = column.flatMap((cell, row) =>
    cell.verdict === 'pass' && !cases[row]?.isMeasured
      ? []
      : [`  - ${marks[cell.verdict]} ${cases[row]?.title}: ${cell.seen}`],
  );
  return [`- **${name}**${column.every(({ verdict }) => verdict === 'pass') ? ': passes all' : ''}`, ...lines].join(
    '\n',
  );
}

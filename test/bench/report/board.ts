import type { Board } from '../cases/board.ts';
import { cases } from '../cases/cases.ts';
import type { Cell } from '../cases/run-peer.ts';
import type { CaseCount } from '../figures.ts';
import { peers } from '../peers/peers.ts';
import { table } from './table.ts';

const marks: Readonly<Record<Cell['verdict'], string>> = { pass: '✓', 'opt-in': 'opt-in', fail: '✗', 'n/a': 'n/a' };

/** The board, what the peers opt in to, and what was seen of each cell that is not a plain pass. */
export function reportBoard(board: Board): string {
  const cells = (row: number) => [...board.values()].map((column) => column[row]);
  const rows = cases.map(({ title }, row) => [title, ...cells(row).map((cell) => (cell ? marks[cell.verdict] : ''))]);
  const totals = ['**passed** + opt-in / cases that apply', ...[...board.values()].map(count)];
  const optIns = peers.filter(({ optIn }) => optIn).map(({ name, optIn }) => `- ${name}: ${optIn}`);
  const notes = peers.filter(({ note }) => note).map(({ name, note }) => `- ${name}: ${note}`);
  return `${table(['case', ...board.keys()], [...rows, totals])}

✓ passes at the defaults of the client. opt-in: fails at the defaults, and passes with all of these that its documentation offers:

${optIns.join('\n')}

✗ fails. n/a: the case cannot arise, or the client has no means for it; which, is said below.

${notes.join('\n')}

### What was seen

Of every cell that is not a ✓; times are of this run.

${[...board].map(([name, column]) => seen(name, column)).join('\n')}`;
}

/** Counts the verdicts on a client. */
export function countCells(column: readonly Cell[]): Omit<CaseCount, 'name'> {
  const having = (wanted: Cell['verdict']) => column.filter(({ verdict }) => verdict === wanted).length;
  return { passed: having('pass'), optIn: having('opt-in'), applicable: column.length - having('n/a') };
}

function count(column: readonly Cell[]): string {
  const { passed, optIn, applicable } = countCells(column);
  return `**${passed}**${optIn ? ` + ${optIn}` : ''} / ${applicable}`;
}

function seen(name: string, column: readonly Cell[]): string {
  const lines = column.flatMap((cell, row) =>
    cell.verdict === 'pass' ? [] : [`  - ${marks[cell.verdict]} ${cases[row]?.title}: ${cell.seen}`],
  );
  return [`- **${name}**${lines.length === 0 ? ': nothing' : ''}`, ...lines].join('\n');
}

import { markdownTable } from '../markdown-table.ts';
import type { Result } from '../result.ts';
import type { Counterpart } from './counterpart.ts';

/** The counterparts as a Markdown table: a row each, a column a runtime, and below it the limits, numbered. */
export function counterpartTable(results: readonly Result[], counterparts: readonly Counterpart[]): string {
  const columns = results.filter(({ id }) => counterparts.some(({ on }) => on.includes(id)));
  const limits = [...new Set(columns.flatMap(({ cells }) => cells.flatMap(reasonOfLimit)))];
  const shown = counterparts.filter(({ on }) => columns.some(({ id }) => on.includes(id)));
  const rows = shown.map((counterpart) => [
    counterpart.name,
    ...columns.map((result) => signOf(counterpart, result, limits)),
  ]);
  const notes = limits.map((reason, index) => `- [${index + 1}] ${reason}`).join('\n');
  return [markdownTable(columns, rows), notes].filter(Boolean).join('\n\n');
}

function signOf({ id, on }: Counterpart, result: Result, limits: readonly string[]): string {
  if (!on.includes(result.id)) return '';
  const cell = result.cells.find(({ counterpart }) => counterpart === id);
  if (!cell) return 'not run';
  if (cell.verdict === 'limit') return `[${limits.indexOf(cell.reason ?? '') + 1}]`;
  return cell.verdict === 'passed' ? '✓' : '✗';
}

function reasonOfLimit({ verdict, reason = '' }: Result['cells'][number]): readonly string[] {
  return verdict === 'limit' ? [reason] : [];
}

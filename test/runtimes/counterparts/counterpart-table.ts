import { markdownTable } from '../markdown-table.ts';
import type { RuntimeResult } from '../runtime-result.ts';
import type { Counterpart, CounterpartResult } from './counterpart.ts';

/** Writes a Markdown table with a row for each counterpart and a column for each runtime, and a numbered list of limits. */
export function counterpartTable(results: readonly RuntimeResult[], counterparts: readonly Counterpart[]): string {
  const columns = results.filter(({ id }) => counterparts.some(({ on }) => on.includes(id)));
  const limits = [...new Set(columns.flatMap((column) => column.counterparts.flatMap(reasonOfLimit)))];
  const shown = counterparts.filter(({ on }) => columns.some(({ id }) => on.includes(id)));
  const rows = shown.map((counterpart) => [
    counterpart.name,
    ...columns.map((result) => signOf(counterpart, result, limits)),
  ]);
  const notes = limits.map((reason, index) => `- [${index + 1}] ${reason}`).join('\n');
  return [markdownTable(columns, rows), notes].filter(Boolean).join('\n\n');
}

function signOf({ id, on }: Counterpart, result: RuntimeResult, limits: readonly string[]): string {
  if (!on.includes(result.id)) return '';
  const found = result.counterparts.find(({ counterpart }) => counterpart === id);
  if (!found) return 'not run';
  if (found.verdict === 'limit') return `[${limits.indexOf(found.reason ?? '') + 1}]`;
  return found.verdict === 'passed' ? '✓' : '✗';
}

function reasonOfLimit({ verdict, reason = '' }: CounterpartResult): readonly string[] {
  return verdict === 'limit' ? [reason] : [];
}

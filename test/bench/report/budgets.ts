import type { JudgedBudget } from '../budgets.ts';
import { table } from './table.ts';

/** Every budget, what was measured, and whether it is met. */
export function reportBudgets(judged: readonly JudgedBudget[]): string {
  const rows = judged.map(({ what, limit, measured, unit, met }) => [
    what,
    format(limit, unit),
    format(measured, unit),
    measured === null ? '**not measured**' : met ? 'met' : '**missed**',
  ]);
  return table(['budget', 'at most', 'measured', ''], rows);
}

/** How many budgets are met, and which are not. */
export function summarizeBudgets(judged: readonly JudgedBudget[]): string {
  const missed = judged.filter(({ met }) => !met);
  const count = `Of the ${judged.length} budgets, ${judged.length - missed.length} are met`;
  if (missed.length === 0) return `${count}.`;
  const lines = missed.map(({ what, limit, measured, unit }) =>
    measured === null
      ? `- ${what}: not measured, at most ${format(limit, unit)}`
      : `- ${what}: ${format(measured, unit)}, at most ${format(limit, unit)}`,
  );
  return `${count}. These are not:\n\n${lines.join('\n')}`;
}

function format(value: number | null, unit: JudgedBudget['unit']): string {
  if (value === null) return '';
  if (unit === '×') return value.toFixed(3);
  return `${value.toLocaleString('en')} ${unit}`;
}

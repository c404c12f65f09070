import type { CheckedBudget } from '../budgets.ts';
import { table } from './table.ts';

/** Writes every budget with its figure, and whether it is met. */
export function reportBudgets(checked: readonly CheckedBudget[]): string {
  const rows = checked.map(({ what, limit, measured, unit, met }) => [
    what,
    format(limit, unit),
    format(measured, unit),
    measured === null ? '**not measured**' : met ? 'met' : '**missed**',
  ]);
  return table(['budget', 'at most', 'measured', ''], rows);
}

function format(value: number | null, unit: CheckedBudget['unit']): string {
  if (value === null) return '';
  if (unit === '×') return value.toFixed(3);
  return `${value.toLocaleString('en')} ${unit}`;
}

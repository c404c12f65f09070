import { readFileSync, writeFileSync } from 'node:fs';
import { replaceWritten } from '@plumbline/repository/written-part';
import type { CaseResults } from '../cases/run-cases.ts';
import type { Figures } from '../figures.ts';
import { countCases, reportCases } from './cases.ts';
import { reportSummary } from './summary.ts';

/** The command that writes the cases, as in the marks of RESULTS.md. */
export const casesCommand = 'npm run bench -- --only cases';

/** Writes the results of cases to RESULTS.md and RESULTS.json. All other figures stay, and keep their date. */
export function writeCases(results: CaseResults): void {
  const text = new URL('../RESULTS.md', import.meta.url);
  const data = new URL('../RESULTS.json', import.meta.url);
  const casesDate = new Date().toISOString().slice(0, 10);
  const old: Figures = JSON.parse(readFileSync(data, 'utf8'));
  const figures: Figures = { ...old, casesDate, cases: countCases(results) };
  writeFileSync(text, replaceWritten(readFileSync(text, 'utf8'), casesCommand, reportCasesPart(figures, results)));
  writeFileSync(data, `${JSON.stringify(figures, null, 2)}\n`);
}

/** Writes the part of RESULTS.md that depends on the cases. */
export function reportCasesPart(figures: Figures, results: CaseResults): string {
  return `## Summary

${reportSummary(figures)}

## On a bad network

${reportCases(results, figures.casesDate)}`;
}

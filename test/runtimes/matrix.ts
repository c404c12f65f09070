import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/spec.ts';
import { replaceWritten } from '../../scripts/written-part.ts';
import type { Result } from './result.ts';
import { cases } from './suite/cases.ts';

type Verdict = 'passed' | 'failed' | 'not run';
const signs = { passed: '✓', failed: '✗', 'not run': 'not run' };

/** The matrix as a Markdown table: a column a runtime, a row a case, and one for the whole suite over `require()`. */
export function tableFor(results: readonly Result[]): string {
  const rows = Object.keys(cases).map((name) => [name, ...results.map((result) => signs[verdictOf(result, name)])]);
  const required = results.map((result) => {
    const verdict = requiredBy(result);
    return verdict ? signs[verdict] : '';
  });
  const head = ['', ...results.map(({ name }) => name)];
  return [
    head,
    head.map((_, index) => (index === 0 ? '---' : ':-:')),
    ...rows,
    ['all of these, by `require()`', ...required],
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

/** Writes the matrix into the README, and what is behind it into RESULTS.json. */
export function writeResults(results: readonly Result[]): void {
  const path = join(root, 'README.md');
  const readme = replaceWritten(readFileSync(path, 'utf8'), 'npm run test:runtimes', tableFor(results));
  const json = results.map((result) => ({
    name: result.name,
    version: result.version,
    cases: Object.fromEntries(Object.keys(cases).map((name) => [name, verdictOf(result, name)])),
    // `null` where it has no `require()`.
    require: requiredBy(result),
  }));
  writeFileSync(path, readme);
  writeFileSync(join(import.meta.dirname, 'RESULTS.json'), `${JSON.stringify(json, null, 2)}\n`);
}

/** What a case came to on a runtime, over each way to load the packages. */
function verdictOf({ runs }: Result, name: string): Verdict {
  const failures = runs.map(({ outcomes }) => outcomes.find((outcome) => outcome.case === name)?.failure);
  if (failures.length === 0) return 'not run';
  return failures.every((failure) => failure === null) ? 'passed' : 'failed';
}

/** What all cases came to where the packages were loaded by `require()`; `null` on a runtime that has none. */
function requiredBy({ version, runs }: Result): Verdict | null {
  if (version === undefined) return 'not run';
  const run = runs.find(({ load }) => load === 'require');
  if (!run) return null;
  return run.outcomes.every(({ failure }) => failure === null) ? 'passed' : 'failed';
}

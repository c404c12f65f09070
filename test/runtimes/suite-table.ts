import { markdownTable } from './markdown-table.ts';
import type { RuntimeResult, SuiteRun } from './runtime-result.ts';
import { cases } from './suite/cases.ts';
import type { CaseOutcome } from './vendor-server.ts';

export type Verdict = 'passed' | 'failed' | 'not run';

/** Rows for runs of the whole suite, by their name. */
const wholes: Readonly<Record<string, (run: SuiteRun) => boolean>> = {
  'all of these, by `require()`': ({ load, transport }) => load === 'require' && transport === 'default',
  'all of these, over `fetch`': ({ transport }) => transport === 'fetch',
  'all of these, over `createUndiciFetch()` of undici 7.30': ({ transport }) => transport === 'undici-7-30',
  'all of these, over `createUndiciFetch()` of undici 8': ({ transport }) => transport === 'undici-8',
};

/** Writes a Markdown table with a column for each runtime, and a row for each case and each run of the whole suite. */
export function suiteTable(results: readonly RuntimeResult[]): string {
  const rows = results.map(suiteVerdicts);
  const [{ suite = {}, whole = {} } = {}] = rows;
  return markdownTable(results, [
    ...Object.keys(suite).map((name) => [name, ...rows.map((row) => signs[row.suite[name] ?? 'not run'])]),
    ...Object.keys(whole).map((name) => [name, ...rows.map((row) => sign(row.whole[name]))]),
  ]);
}

/** The verdict on each case and each run of the whole suite. `null`: the runtime has no such run. */
export function suiteVerdicts({ version, runs }: RuntimeResult): {
  readonly suite: Readonly<Record<string, Verdict>>;
  readonly whole: Readonly<Record<string, Verdict | null>>;
} {
  const usual = runs.filter(({ transport }) => transport === 'default');
  const suite = Object.keys(cases).map((name) => [name, verdictOf(usual, (outcome) => outcome.case === name)]);
  const whole = Object.entries(wholes).map(([name, includes]) => {
    const included = runs.filter(includes);
    if (included.length > 0) return [name, verdictOf(included, () => true)];
    return [name, version === undefined ? 'not run' : null];
  });
  return { suite: Object.fromEntries(suite), whole: Object.fromEntries(whole) };
}

function verdictOf(runs: readonly SuiteRun[], isIncluded: (outcome: CaseOutcome) => boolean): Verdict {
  const outcomes = runs.flatMap(({ outcomes }) => outcomes.filter(isIncluded));
  if (outcomes.length === 0) return 'not run';
  return outcomes.every(({ failure }) => failure === null) ? 'passed' : 'failed';
}

const signs = { passed: '✓', failed: '✗', 'not run': 'not run' };

function sign(verdict: Verdict | null | undefined): string {
  return verdict ? signs[verdict] : '';
}

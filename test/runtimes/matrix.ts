import { markdownTable } from './markdown-table.ts';
import type { Result, Run } from './result.ts';
import { cases } from './suite/cases.ts';

export type Verdict = 'passed' | 'failed' | 'not run';

/** Runs of the whole suite that are a row each, by their name. */
const wholes: Readonly<Record<string, (run: Run) => boolean>> = {
  'all of these, by `require()`': ({ load, transport }) => load === 'require' && transport === 'default',
  'all of these, over `fetch`': ({ transport }) => transport === 'fetch',
  'all of these, over `createUndiciFetch()` of undici 7.30': ({ transport }) => transport === 'undici-7-30',
  'all of these, over `createUndiciFetch()` of undici 8': ({ transport }) => transport === 'undici-8',
};

/** The suite as a Markdown table: a column a runtime, a row a case over the default transport, and one a run of the whole suite. */
export function suiteTable(results: readonly Result[]): string {
  const rows = results.map(suiteVerdicts);
  const [{ suite = {}, whole = {} } = {}] = rows;
  return markdownTable(results, [
    ...Object.keys(suite).map((name) => [name, ...rows.map((row) => signs[row.suite[name] ?? 'not run'])]),
    ...Object.keys(whole).map((name) => [name, ...rows.map((row) => sign(row.whole[name]))]),
  ]);
}

/** What each case came to on a runtime, and each run of the whole suite: `null` where the runtime has none. */
export function suiteVerdicts({ version, runs }: Result): {
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

function verdictOf(runs: readonly Run[], isMeant: (outcome: Run['outcomes'][number]) => boolean): Verdict {
  const outcomes = runs.flatMap(({ outcomes }) => outcomes.filter(isMeant));
  if (outcomes.length === 0) return 'not run';
  return outcomes.every(({ failure }) => failure === null) ? 'passed' : 'failed';
}

const signs = { passed: '✓', failed: '✗', 'not run': 'not run' };

function sign(verdict: Verdict | null | undefined): string {
  return verdict ? signs[verdict] : '';
}

import { operationsOf } from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import type { Mutant } from './mutant.ts';
import { runJobs } from './pool.ts';
import type { Verdict } from './run-mutant.ts';

/** Mutants of a vendor to run. */
export interface Selection {
  readonly vendor: string;
  readonly mutants: readonly Mutant[];
}

/**
 * Runs mutants, after the checks that decide on them were run against the unchanged specs. Prints its progress on standard error.
 *
 * @returns The verdicts of each selection, in the order of the selections.
 * @throws {Error} When a check fails for an unchanged spec. The message names each.
 */
export async function runMutants(selections: readonly Selection[]): Promise<Verdict[][]> {
  const failures = await checkSpecs(selections);
  if (failures.length > 0) {
    throw new Error(`${failures.join('\n')}\nMutants can be run when these checks pass.`);
  }
  const jobs = selections.flatMap(({ vendor, mutants }) => mutants.map(({ id }) => ({ vendor, mutant: id })));
  const report = reportProgress(selections);
  const results = await runJobs(jobs, (result, { vendor }) => {
    if ('verdict' in result) report(vendor, result.verdict);
  });
  const verdicts = results.flatMap((result) => ('verdict' in result ? [result.verdict] : []));
  return selections.map(({ mutants }) => verdicts.splice(0, mutants.length));
}

/** The checks that fail for the unchanged specs, of the paths that the mutants reach, as sentences. */
async function checkSpecs(selections: readonly Selection[]): Promise<string[]> {
  const jobs = selections.flatMap(({ vendor, mutants }) => {
    const reached = new Set(mutants.flatMap(({ operations }) => operations));
    const paths = operationsOf(readSpec(vendor)).filter(({ id }) => reached.has(id));
    return [...new Set(paths.map(({ path }) => path))].map((path) => ({ vendor, path }));
  });
  if (jobs.length > 0) console.error('Running the checks against the unchanged specs.');
  const results = await runJobs(jobs, () => {});
  return results.flatMap((result, index) =>
    'failures' in result
      ? result.failures.map(({ check, reason }) => `${jobs[index]?.vendor}: ${check}: ${reason}`)
      : [],
  );
}

/** Prints how many mutants were run, five times for each vendor. */
function reportProgress(selections: readonly Selection[]) {
  const totals = new Map(selections.map(({ vendor, mutants }) => [vendor, mutants.length]));
  const counts = new Map<string, { done: number; alive: number }>();
  return (vendor: string, { failure }: Verdict): void => {
    const total = totals.get(vendor) ?? 0;
    const count = counts.get(vendor) ?? { done: 0, alive: 0 };
    counts.set(vendor, count);
    count.done += 1;
    if (!failure) count.alive += 1;
    if (count.done % Math.ceil(total / 5) !== 0 && count.done !== total) return;
    console.error(`${vendor}: ran ${count.done} of ${total} mutants, ${count.alive} survive`);
  };
}

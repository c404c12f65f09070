/**
 * `npm run mutate`: makes each spec wrong in one place at a time, and fails where the contract tests do not notice.
 *
 * `npm run mutate -- [vendor…] [--json] [--operator name]… [--mutant id]…`. A run of all mutants of a vendor replaces the vendor's entry
 * in RESULTS.json. Exits 1 when too many mutants survive, when one survives without a reason in `reasons.json`, or when a reason there
 * is not needed; 2 when nothing could be measured.
 */
import { turbo } from '@plumbline/repository/turbo';
import { writeFiles } from '@plumbline/repository/write-files';
import { mergeResult, type Result, readResults, resultsPath, resultsText } from './mutant-results.ts';
import { detailsOf, tableOf } from './mutant-table.ts';
import { readOptions } from './read-mutate-options.ts';
import { runMutants } from './run-mutants.ts';
import { faultsOf, readReasons, scoreOf } from './score.ts';
import { sectionsOf } from './sections.ts';

try {
  process.exitCode = await mutate();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}

async function mutate(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  // turbo ends the process with 1 where a build fails.
  process.on('exit', couldNotMeasure);
  turbo('build', '--filter=!@plumbline/docs');
  process.off('exit', couldNotMeasure);
  const whole = options.operators.length === 0 && options.mutants.length === 0;
  const selections = options.vendors.map((vendor) => {
    const sections = sectionsOf(vendor);
    const mutants = sections
      .flatMap((section) => section.mutants)
      .filter(({ operator }) => options.operators.length === 0 || options.operators.includes(operator))
      .filter(({ id }) => options.mutants.length === 0 || options.mutants.includes(id));
    return { vendor, sections, mutants };
  });
  for (const id of options.mutants) {
    const exists = selections.some(({ mutants }) => mutants.some((mutant) => mutant.id === id));
    if (!exists) throw new Error(`There is no mutant ${id}. The table names those that survive.`);
  }

  const verdicts = await runMutants(selections);
  const reasons = readReasons();
  const results: Record<string, Result> = {};
  const faults: string[] = [];
  const scores = selections.map(({ vendor, sections, mutants }, index) => {
    const own = verdicts[index] ?? [];
    const score = scoreOf(mutants, own, reasons[vendor]);
    faults.push(...faultsOf(vendor, score, reasons[vendor], whole));
    if (whole) results[vendor] = mergeResult(sections, own, undefined, reasons[vendor]);
    if (options.json) return [vendor, score] as const;
    if (options.mutants.length > 0) console.log(detailsOf(own));
    else if (mutants.length > 0) console.log(tableOf(vendor, mutants, own, score), '\n');
    return [vendor, score] as const;
  });
  if (options.json) console.log(JSON.stringify(Object.fromEntries(scores), null, 2));
  if (whole) writeFiles([{ path: resultsPath, text: resultsText(readResults(), results) }]);
  for (const fault of faults) console.error(fault);
  return faults.length > 0 ? 1 : 0;
}

function couldNotMeasure(): void {
  process.exitCode = 2;
}

import { writeFiles } from '@plumbline/repository/write-files';
import { mergeResult, type Result, readResults, resultsPath, resultsText } from './mutant-results.ts';
import { detailsOf, tableOf } from './mutant-table.ts';
import type { readOptions } from './read-mutate-options.ts';
import { runMutants } from './run-mutants.ts';
import { faultsOf, readReasons, scoreOf } from './score.ts';
import { sectionsOf } from './sections.ts';

/** Measures the mutants that the options select, prints the result, and returns the exit code of `npm run mutate`. */
export async function measureMutants(options: ReturnType<typeof readOptions>): Promise<number> {
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

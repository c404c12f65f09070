/**
 * `node test/figures/update-figures.ts <vendor…>`, for `npm run spec`: runs the contract checks of vendors, and the mutants that the change to
 * their specs can have touched. Writes their results, and every figure that comes from these.
 *
 * Exits 3 where something is to be done: a mutant survives, or no test reaches something. Another exit code than 0 and 3 means that
 * nothing was measured or written.
 */
import { writeFiles } from '@plumbline/repository/write-files';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import {
  contractResultOf,
  contractResultsPath,
  contractResultsText,
  readContractResults,
  readReasons as readUnreached,
} from '../contract/coverage/contract-results.ts';
import { measureCoverage } from '../contract/coverage/coverage.ts';
import { brokenGates } from '../contract/coverage/gates.ts';
import { recordChecks } from '../contract/coverage/record-checks.ts';
import { mergeResult, readResults, resultsPath, resultsText, staleSections } from '../mutants/mutant-results.ts';
import { runMutants } from '../mutants/run-mutants.ts';
import { faultsOf, readReasons } from '../mutants/score.ts';
import { sectionsOf } from '../mutants/sections.ts';
import { figureFiles } from './spec-figures.ts';

try {
  process.exitCode = await update(process.argv.slice(2));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}

async function update(vendors: readonly string[]): Promise<number> {
  const before = { mutants: readResults(), contract: readContractResults() };
  const reasons = { mutants: readReasons(), contract: readUnreached() };
  const faults: string[] = [];

  console.error(`Running the checks of ${vendors.join(', ')}.`);
  const contract = await eachOf(vendors, async (vendor) => {
    const coverage = await measureCoverage(vendor, readSpec(vendor), await recordChecks(vendor), null);
    faults.push(...brokenGates(vendor, coverage, reasons.contract[vendor] ?? {}));
    return contractResultOf(coverage, reasons.contract[vendor]);
  });

  const selections = vendors.map((vendor) => {
    const sections = sectionsOf(vendor);
    const stale = staleSections(sections, before.mutants[vendor], reasons.mutants[vendor]);
    return { vendor, sections, mutants: stale.flatMap(({ mutants }) => mutants) };
  });
  const verdicts = await runMutants(selections);
  const summaries: string[] = [];
  const mutants = await eachOf(vendors, async (vendor, index) => {
    const { sections, mutants } = selections[index] as (typeof selections)[number];
    const result = mergeResult(sections, verdicts[index] ?? [], before.mutants[vendor], reasons.mutants[vendor]);
    faults.push(...faultsOf(vendor, result, reasons.mutants[vendor]));
    const kept = result.mutants - mutants.length;
    summaries.push(`${vendor}: ${mutants.length} mutants run, ${kept} kept, ${result.survivors.length} survive`);
    return result;
  });

  const results = [
    { path: resultsPath, text: resultsText(before.mutants, mutants) },
    { path: contractResultsPath, text: contractResultsText(before.contract, contract) },
  ];
  const measured = { contract: { ...before.contract, ...contract }, mutants: { ...before.mutants, ...mutants } };
  for (const path of writeFiles([...results, ...figureFiles(measured)]).changed) console.log(`wrote ${path}`);
  for (const line of summaries) console.log(line);
  for (const fault of faults) console.error(fault);
  return faults.length > 0 ? 3 : 0;
}

/** Makes something of each vendor, one after the other. */
async function eachOf<Made>(
  vendors: readonly string[],
  make: (vendor: string, index: number) => Promise<Made>,
): Promise<Record<string, Made>> {
  const made: Record<string, Made> = {};
  for (const [index, vendor] of vendors.entries()) made[vendor] = await make(vendor, index);
  return made;
}

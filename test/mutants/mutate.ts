/**
 * `npm run mutate`: makes each spec wrong in one place at a time, and finds out whether the contract tests notice.
 *
 * `npm run mutate -- [vendor…] [--json] [--operator name]… [--mutant id]…`. Exits 1 when too many mutants survive, when one
 * survives without a reason in `reasons.json`, or when a reason there is of no use; 2 when nothing could be measured. A run
 * of everything writes RESULTS.json.
 */
import { vendors } from '@plumbline/repository/repository';
import { operationsOf } from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { turbo } from '../../scripts/turbo.ts';
import { judgeMutants, judgeSpecs, type Lot } from './judge-all.ts';
import { mutantsOf } from './mutant.ts';
import { readOptions } from './options.ts';
import { noticedBy, sha256Of, writeResults } from './results.ts';
import { faultsOf, readReasons, type Score, scoreOf } from './score.ts';
import { detailsOf, tableOf } from './table.ts';

try {
  process.exitCode = await mutate();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}

async function mutate(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  // A bundle that is older than its spec would be measured, and turbo's own failure would end the process with 1.
  process.on('exit', couldNotMeasure);
  turbo('build');
  process.off('exit', couldNotMeasure);
  const lots = options.vendors.map((vendor) => lotOf(vendor, options));
  for (const id of options.mutants) {
    const exists = lots.some(({ mutants }) => mutants.some((mutant) => mutant.id === id));
    if (!exists) throw new Error(`There is no mutant ${id}. RESULTS.json and the table name them.`);
  }
  const whole = options.operators.length === 0 && options.mutants.length === 0;

  console.error('Do all checks hold for the specs as they are?');
  const failures = await judgeSpecs(lots);
  if (failures.length > 0) {
    throw new Error(`${failures.join('\n')}\nMutants can be judged when \`npm test\` passes.`);
  }

  const sha256 = new Map(options.vendors.map((vendor) => [vendor, sha256Of(vendor)]));
  const judged = await judgeMutants(lots, progress(lots));
  const reasons = readReasons();
  const scores = new Map<string, Score>();
  const faults: string[] = [];
  for (const [index, { vendor, mutants }] of lots.entries()) {
    const verdicts = judged[index]?.verdicts ?? [];
    const score = scoreOf(mutants, verdicts, reasons[vendor]);
    scores.set(vendor, score);
    faults.push(...faultsOf(vendor, score, reasons[vendor], whole));
    if (options.json) continue;
    if (options.mutants.length > 0) console.log(detailsOf(verdicts));
    else if (mutants.length > 0) console.log(tableOf(vendor, mutants, verdicts, score), '\n');
  }
  if (options.json) console.log(JSON.stringify(Object.fromEntries(scores), null, 2));
  if (whole && lots.length === vendors.length) {
    const results = [...scores].map(([vendor, score], index) => {
      const { verdicts = [], seconds = 0 } = judged[index] ?? {};
      const result = { ...score, noticedBy: noticedBy(verdicts), sha256: sha256.get(vendor) ?? '', seconds };
      return [vendor, result] as const;
    });
    writeResults(Object.fromEntries(results));
  }
  for (const fault of faults) console.error(fault);
  return faults.length > 0 ? 1 : 0;
}

function couldNotMeasure(): void {
  process.exitCode = 2;
}

function lotOf(vendor: string, { operators, mutants }: ReturnType<typeof readOptions>): Lot {
  const document = readSpec(vendor);
  const chosen = mutantsOf(document)
    .filter(({ operator }) => operators.length === 0 || operators.includes(operator))
    .filter(({ id }) => mutants.length === 0 || mutants.includes(id));
  const reached = new Set(chosen.flatMap((mutant) => mutant.operations));
  const paths = operationsOf(document).filter(({ id }) => reached.has(id));
  return { vendor, paths: [...new Set(paths.map(({ path }) => path))], mutants: chosen };
}

/** Says on standard error how far it is, twenty times for each vendor. */
function progress(lots: readonly Lot[]) {
  const totals = new Map(lots.map(({ vendor, mutants }) => [vendor, mutants.length]));
  const counts = new Map<string, { done: number; alive: number }>();
  return (vendor: string, { failure }: { readonly failure?: object }): void => {
    const total = totals.get(vendor) ?? 0;
    const count = counts.get(vendor) ?? { done: 0, alive: 0 };
    counts.set(vendor, count);
    count.done += 1;
    if (!failure) count.alive += 1;
    if (count.done % Math.ceil(total / 20) !== 0 && count.done !== total) return;
    console.error(`${vendor}: ${count.done} of ${total} mutants judged, ${count.alive} survive`);
  };
}

/**
 * Prints what the contract tests reached, and writes it to coverage/coverage.json. Exits 1 where a gate is not passed, or where
 * contract/RESULTS.json has something else. `npm run spec` writes that file.
 */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { vendors } from '@plumbline/repository/repository';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { readResults } from '../../mutants/mutant-results.ts';
import { sectionsOf } from '../../mutants/sections.ts';
import { recordings } from '../recording.ts';
import { contractResultOf, readContractResults, readReasons } from './contract-results.ts';
import { describeMutants, measureCoverage } from './coverage.ts';
import { tableOf } from './coverage-table.ts';
import { brokenGates } from './gates.ts';
import { readRecordings } from './read-recordings.ts';

const reasons = readReasons();
const mutants = readResults();
const measured = vendors.map(async (vendor) => {
  const killed = describeMutants(mutants[vendor], sectionsOf(vendor));
  return [vendor, await measureCoverage(vendor, readSpec(vendor), readRecordings(vendor), killed)] as const;
});
const coverages = Object.fromEntries(await Promise.all(measured));
const explained = Object.entries(coverages).map(
  ([vendor, coverage]) => [vendor, { ...coverage, reasons: reasons[vendor] ?? {} }] as const,
);
const path = join(dirname(recordings), 'coverage.json');
writeFileSync(path, `${JSON.stringify(Object.fromEntries(explained), null, 2)}\n`);
console.log(tableOf(coverages));

const published = readContractResults();
const broken = Object.entries(coverages).flatMap(([vendor, coverage]) => {
  const gates = brokenGates(vendor, coverage, reasons[vendor] ?? {});
  const command = `Run \`npm run spec -- ${vendor}\`, and commit what it writes.`;
  const result = contractResultOf(coverage, reasons[vendor]);
  // A new vendor has tests before it has figures.
  if (!published[vendor]) console.error(`${vendor}: test/contract/RESULTS.json does not have it yet. ${command}`);
  else if (!isDeepStrictEqual(published[vendor], JSON.parse(JSON.stringify(result))))
    gates.push(`${vendor}: test/contract/RESULTS.json is not what the tests reached. ${command}`);
  return gates;
});
for (const vendor of Object.keys(published).filter((name) => !vendors.includes(name)))
  broken.push(`${vendor}: test/contract/RESULTS.json has it, and there is no such vendor. Run \`npm run spec\`.`);
for (const gate of broken) console.error(gate);
if (broken.length > 0) process.exitCode = 1;

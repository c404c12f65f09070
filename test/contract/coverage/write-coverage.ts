/**
 * Prints what the contract tests reached, writes it to coverage/coverage.json, and exits 1 where a gate is not passed, or where
 * contract/RESULTS.json, the part of it that is the same on every machine, says something else of a vendor. `--update` writes that file.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { vendors } from '@plumbline/repository/repository';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { recordings } from '../recording.ts';
import { measureCoverage } from './coverage.ts';
import { brokenGates, type Reasons } from './gates.ts';
import { readRecordings } from './read-recordings.ts';
import { tableOf } from './table.ts';

const reasons: Readonly<Record<string, Reasons>> = JSON.parse(
  readFileSync(join(import.meta.dirname, 'unreached.json'), 'utf8'),
);
const measured = vendors.map(async (vendor) => {
  return [vendor, await measureCoverage(vendor, readSpec(vendor), readRecordings(vendor))] as const;
});
const coverages = Object.fromEntries(await Promise.all(measured));
const explained = Object.entries(coverages).map(
  ([vendor, coverage]) => [vendor, { ...coverage, reasons: reasons[vendor] ?? {} }] as const,
);
const path = join(dirname(recordings), 'coverage.json');
writeFileSync(path, `${JSON.stringify(Object.fromEntries(explained), null, 2)}\n`);
console.log(tableOf(coverages));

// The documentation shows it, and is built without running the tests.
const lasting = explained.map(([vendor, { exchanges, mutants, ...rest }]) => [vendor, rest] as const);
const results = `${JSON.stringify(Object.fromEntries(lasting), null, 2)}\n`;
const resultsPath = join(import.meta.dirname, '..', 'RESULTS.json');
if (process.argv.includes('--update')) writeFileSync(resultsPath, results);

const broken = Object.entries(coverages).flatMap(([vendor, coverage]) =>
  brokenGates(vendor, coverage, reasons[vendor] ?? {}),
);
const held: Readonly<Record<string, unknown>> = JSON.parse(readFileSync(resultsPath, 'utf8'));
const update = 'run `npx node test/contract/report/report.ts --update` and commit contract/RESULTS.json.';
for (const vendor of new Set([...vendors, ...Object.keys(held)])) {
  const reached = lasting.find(([name]) => name === vendor)?.[1];
  // A vendor that is new has tests, and no figures yet.
  if (held[vendor] === undefined) console.error(`${vendor}: what its tests reached is not published yet; ${update}`);
  else if (!isDeepStrictEqual(held[vendor], reached && JSON.parse(JSON.stringify(reached))))
    broken.push(`${vendor}: contract/RESULTS.json is not what the tests reached; ${update}`);
}
for (const gate of broken) console.error(gate);
if (broken.length > 0) process.exitCode = 1;

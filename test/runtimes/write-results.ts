import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';
import { replaceWritten } from '@plumbline/repository/written-part';
import { counterpartTable } from './counterparts/counterpart-table.ts';
import { suiteTable, suiteVerdicts } from './matrix.ts';
import type { Result } from './result.ts';
import { counterparts } from './select.ts';

/** Peers whose versions the README and RESULTS.md name. */
const peers = {
  msw: 'MSW',
  nock: 'nock',
  jest: 'Jest',
  next: 'Next.js',
  '@opentelemetry/instrumentation-undici': 'OpenTelemetry',
};

/** Writes the tables of results into the README and RESULTS.md, and what is behind them into RESULTS.json. */
export function writeResults(results: readonly Result[]): void {
  const here = import.meta.dirname;
  const { dependencies } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
  const path = join(root, 'README.md');
  const part = `${suiteTable(results)}\n\n${summarize(results)}`;
  writeFileSync(path, replaceWritten(readFileSync(path, 'utf8'), 'npm run test:runtimes', part));
  writeFileSync(join(here, 'RESULTS.md'), resultsPage(results, dependencies));
  writeFileSync(join(here, 'RESULTS.json'), `${JSON.stringify(results.map(recordOf), null, 2)}\n`);
}

/** The sentence of the README on counterparts. */
export function summarize(results: readonly Result[]): string {
  const cells = results.flatMap((result) => result.cells);
  const passed = cells.filter(({ verdict }) => verdict === 'passed').length;
  const limits = cells.filter(({ verdict }) => verdict === 'limit').length;
  const names = [...Object.values(peers), "undici's `MockAgent` and `ProxyAgent`"].join(', ');
  return `Beside ${names}: ${passed} checks passed, and ${limits} are beyond what these can do on that Node: [test/runtimes/RESULTS.md](test/runtimes/RESULTS.md).`;
}

/** RESULTS.md. */
export function resultsPage(results: readonly Result[], dependencies: Readonly<Record<string, string>>): string {
  const versions = Object.entries(dependencies).map(([name, version]) => `${name} ${version.replace(/^npm:/, '')}`);
  return `# Counterparts

Written by \`npm run test:runtimes\`. Each cell is a program that uses the packed packages beside what users have, against loopback.
A number in brackets is a limit of the counterpart itself. The command verifies each limit, and fails when one no longer holds.

${counterpartTable(results, counterparts)}

With ${versions.join(', ')}.
`;
}

function recordOf(result: Result): object {
  const { suite, whole } = suiteVerdicts(result);
  const cells = result.cells.map(({ counterpart, verdict, reason }) => [
    counterpart,
    verdict === 'limit' ? `limit: ${reason}` : verdict,
  ]);
  // `null` where the runtime has no such thing.
  const required = whole['all of these, by `require()`'];
  return {
    name: result.name,
    version: result.version,
    cases: suite,
    whole,
    require: required,
    counterparts: Object.fromEntries(cells),
  };
}

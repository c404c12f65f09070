import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { counterpartTable } from './counterparts/counterpart-table.ts';
import type { RuntimeResult } from './runtime-result.ts';
import { counterparts } from './select.ts';
import { suiteTable, suiteVerdicts } from './suite-table.ts';

/** Writes RESULTS.md, and its data as RESULTS.json. */
export function writeResults(results: readonly RuntimeResult[]): void {
  const here = import.meta.dirname;
  const { dependencies } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
  writeFileSync(join(here, 'RESULTS.md'), resultsPage(results, dependencies));
  writeFileSync(join(here, 'RESULTS.json'), `${JSON.stringify(results.map(recordOf), null, 2)}\n`);
}

/** RESULTS.md. */
export function resultsPage(results: readonly RuntimeResult[], dependencies: Readonly<Record<string, string>>): string {
  const versions = Object.entries(dependencies).map(([name, version]) => `${name} ${version.replace(/^npm:/, '')}`);
  return `# Runtimes

Written by \`npm run test:runtimes\`. It packs the packages, installs the tarballs into an empty project, and runs one suite there against a
server on loopback. Node, Bun and Deno load them by \`import\` and by \`require()\`. For workerd and Chromium, esbuild bundles them.

${suiteTable(results)}

## Counterparts

Each cell is a program that combines the packed packages with other software. A number in brackets is a limit of the counterpart itself. The
command verifies each limit, and fails when one no longer holds.

${counterpartTable(results, counterparts)}

With ${versions.join(', ')}.
`;
}

function recordOf(result: RuntimeResult): object {
  const { suite, whole } = suiteVerdicts(result);
  const counterparts = result.counterparts.map(({ counterpart, verdict, reason }) => [
    counterpart,
    verdict === 'limit' ? `limit: ${reason}` : verdict,
  ]);
  // `null`: the runtime has no `require()`.
  const required = whole['all of these, by `require()`'];
  return {
    name: result.name,
    version: result.version,
    cases: suite,
    whole,
    require: required,
    counterparts: Object.fromEntries(counterparts),
  };
}

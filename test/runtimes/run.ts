/**
 * `npm run test:runtimes [-- <runtime>…]`: packs the packages, installs them into an empty project, and runs one suite there on every
 * runtime. Prints what each case came to; a run of all runtimes in which all passed writes it into the README and RESULTS.json.
 *
 * Exits 1 if a case failed, 2 if a runtime is not installed.
 */
import { spawnSync } from 'node:child_process';
import { tableFor, writeResults } from './matrix.ts';
import { createProject } from './project.ts';
import type { Result } from './result.ts';
import { runSuite } from './run-suite.ts';

const install = spawnSync('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund'], {
  cwd: import.meta.dirname,
  stdio: ['ignore', 2, 2],
  shell: process.platform === 'win32',
});
if (install.status !== 0) process.exit(2);

// Where they are is known once they are installed.
const { runtimes } = await import('./runtimes.ts');
const names = process.argv.slice(2);
const unknown = names.filter((name) => !runtimes.some(({ id }) => id === name));
if (unknown.length > 0) {
  console.error(`There is no runtime ${unknown.join(', ')}. There are: ${runtimes.map(({ id }) => id).join(', ')}.`);
  process.exit(2);
}

const project = createProject();
const results: Result[] = [];
try {
  for (const runtime of runtimes.filter(({ id }) => names.length === 0 || names.includes(id))) {
    const version = runtime.version();
    const runs: Result['runs'][number][] = [];
    for (const load of version === undefined ? [] : runtime.loads) {
      const outcomes = await runSuite(runtime, load, project);
      const failed = outcomes.filter(({ failure }) => failure !== null);
      console.log(
        `${runtime.name} ${version}, ${load}: ${outcomes.length - failed.length} of ${outcomes.length} passed`,
      );
      for (const outcome of failed)
        console.error(`  ${outcome.case}\n    ${outcome.failure?.replaceAll('\n', '\n    ')}`);
      runs.push({ load, outcomes });
    }
    results.push({ name: runtime.name, version, runs });
  }
} finally {
  project.remove();
}

console.log(`\n${tableFor(results)}`);
const failures = results.some(({ runs }) =>
  runs.some(({ outcomes }) => outcomes.some(({ failure }) => failure !== null)),
);
const absent = results.filter(({ version }) => version === undefined).map(({ name }) => name);
if (absent.length > 0) console.error(`Not installed, so not run: ${absent.join(', ')}.`);
process.exitCode = failures ? 1 : absent.length > 0 ? 2 : 0;
if (process.exitCode === 0 && names.length === 0) writeResults(results);

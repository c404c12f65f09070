/**
 * `npm run test:runtimes [-- <runtime>… <counterpart>… suite]`: packs the packages and installs them into an empty project. There it
 * runs one suite on every runtime, and the counterparts: what users have beside the packages. Prints a table of each. A run of
 * everything in which all passed writes them into the README, RESULTS.md and RESULTS.json.
 *
 * Exits 1 if a case or a counterpart failed, 2 if a runtime is not installed.
 */
import { counterpartTable } from './counterparts/counterpart-table.ts';
import { install, typecheckPrograms } from './install.ts';
import { suiteTable } from './matrix.ts';
import { createProject } from './project.ts';
import { hasFailed, type Result } from './result.ts';
import { runRuntime } from './run-runtime.ts';
import { type Selection, select } from './select.ts';
import { writeResults } from './write-results.ts';

if (!install()) process.exit(2);
// Where they are is known once they are installed.
const { runtimes } = await import('./runtimes.ts');
const selection = selectOrExit(process.argv.slice(2));
if (!typecheckPrograms()) process.exit(1);

const project = createProject();
const results: Result[] = [];
try {
  for (const runtime of selection.runtimes) results.push(await runRuntime(runtime, project, selection));
} finally {
  project.remove();
}

if (selection.suite) console.log(`\n${suiteTable(results)}`);
if (selection.counterparts.length > 0) console.log(`\n${counterpartTable(results, selection.counterparts)}`);
const absent = results.filter(({ version }) => version === undefined).map(({ name }) => name);
if (absent.length > 0) console.error(`Not installed, so not run: ${absent.join(', ')}.`);
process.exitCode = results.some(hasFailed) ? 1 : absent.length > 0 ? 2 : 0;
if (process.exitCode === 0 && selection.whole) writeResults(results);

function selectOrExit(words: readonly string[]): Selection {
  try {
    return select(words, runtimes);
  } catch (error) {
    console.error((error as Error).message);
    process.exit(2);
  }
}

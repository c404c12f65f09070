/**
 * `npm run test:runtimes [-- <runtime>… <counterpart>… suite]`: packs the packages and installs them into an empty project. There it
 * runs one suite on every runtime, and the counterparts: software that users combine with the packages. It prints a table of each.
 * If everything ran and passed, it writes the tables into the README, RESULTS.md and RESULTS.json.
 *
 * Exits 1 if a case or a counterpart failed, 2 if a runtime is not installed.
 */
import { counterpartTable } from './counterparts/counterpart-table.ts';
import { install, typecheckPrograms } from './install.ts';
import { createProject } from './project.ts';
import { hasFailed, type RuntimeResult } from './runtime-result.ts';
import { type Selection, select } from './select.ts';

if (!install()) process.exit(2);
// The module looks up paths of installed packages.
const { runtimes } = await import('./runtimes.ts');
const selection = selectOrExit(process.argv.slice(2));
if (!typecheckPrograms()) process.exit(1);

const project = createProject();
// They load the packages, which have just been built.
const { runRuntime } = await import('./run-runtime.ts');
const { suiteTable } = await import('./suite-table.ts');
const { writeResults } = await import('./write-results.ts');
const results: RuntimeResult[] = [];
try {
  for (const runtime of selection.runtimes) results.push(await runRuntime(runtime, project, selection));
} finally {
  project.remove();
}

if (selection.suite) console.log(`\n${suiteTable(results)}`);
if (selection.counterparts.length > 0) console.log(`\n${counterpartTable(results, selection.counterparts)}`);
const absent = results.filter(({ version }) => version === undefined).map(({ name }) => name);
if (absent.length > 0) console.error(`Not run, because not installed: ${absent.join(', ')}.`);
process.exitCode = results.some(hasFailed) ? 1 : absent.length > 0 ? 2 : 0;
if (process.exitCode === 0 && selection.whole) writeResults(results);

function selectOrExit(parameters: readonly string[]): Selection {
  try {
    return select(parameters, runtimes);
  } catch (error) {
    console.error((error as Error).message);
    process.exit(2);
  }
}

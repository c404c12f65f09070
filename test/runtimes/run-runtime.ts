import type { Cell } from './counterparts/counterpart.ts';
import { runCounterpart } from './counterparts/run-counterpart.ts';
import type { Project } from './project.ts';
import type { Result, Run } from './result.ts';
import { runSuite } from './run-suite.ts';
import type { Runtime } from './runtime.ts';
import type { Selection } from './select.ts';

/** Runs what is selected on a runtime, and prints what fails. */
export async function runRuntime(
  runtime: Runtime,
  project: Project,
  { suite, counterparts }: Selection,
): Promise<Result> {
  const { id, name, loads, transports } = runtime;
  const version = runtime.version();
  if (version === undefined) return { id, name, version, runs: [], cells: [] };
  const runs: Run[] = [];
  for (const transport of suite ? transports : []) {
    for (const load of loads) {
      const outcomes = await runSuite(runtime, load, transport, project);
      const failed = outcomes.filter(({ failure }) => failure !== null);
      const passed = outcomes.length - failed.length;
      console.log(`${name} ${version}, ${load}, ${transport}: ${passed} of ${outcomes.length} passed`);
      for (const outcome of failed) printFailure(outcome.case, outcome.failure ?? '');
      runs.push({ load, transport, outcomes });
    }
  }
  const cells: Cell[] = [];
  for (const counterpart of counterparts.filter(({ on }) => on.includes(id))) {
    const cell = await runCounterpart(counterpart, runtime, project);
    if (cell.verdict === 'failed') printFailure(`${name} ${version}, ${counterpart.id}`, cell.reason ?? '');
    cells.push(cell);
  }
  const count = (verdict: Cell['verdict']) => cells.filter((cell) => cell.verdict === verdict).length;
  if (cells.length > 0) {
    const limits = count('limit');
    console.log(
      `${name} ${version}, counterparts: ${count('passed')} of ${cells.length - limits} passed, ${limits} limits`,
    );
  }
  return { id, name, version, runs, cells };
}

function printFailure(what: string, failure: string): void {
  console.error(`  ${what}\n    ${failure.replaceAll('\n', '\n    ')}`);
}

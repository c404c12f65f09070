import type { CounterpartResult } from './counterparts/counterpart.ts';
import { runCounterpart } from './counterparts/run-counterpart.ts';
import type { Project } from './project.ts';
import { runSuite } from './run-suite.ts';
import type { Runtime } from './runtime.ts';
import type { RuntimeResult, SuiteRun } from './runtime-result.ts';
import type { Selection } from './select.ts';

/** Runs the selected parts on a runtime, and prints failures. */
export async function runRuntime(
  runtime: Runtime,
  project: Project,
  { suite, counterparts }: Selection,
): Promise<RuntimeResult> {
  const { id, name, loads, transports } = runtime;
  const version = runtime.version();
  if (version === undefined) return { id, name, version, runs: [], counterparts: [] };
  const runs: SuiteRun[] = [];
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
  const results: CounterpartResult[] = [];
  for (const counterpart of counterparts.filter(({ on }) => on.includes(id))) {
    const result = await runCounterpart(counterpart, runtime, project);
    if (result.verdict === 'failed') printFailure(`${name} ${version}, ${counterpart.id}`, result.reason ?? '');
    results.push(result);
  }
  const count = (verdict: CounterpartResult['verdict']) =>
    results.filter((result) => result.verdict === verdict).length;
  if (results.length > 0) {
    const limits = count('limit');
    console.log(
      `${name} ${version}, counterparts: ${count('passed')} of ${results.length - limits} passed, ${limits} limits`,
    );
  }
  return { id, name, version, runs, counterparts: results };
}

function printFailure(what: string, failure: string): void {
  console.error(`  ${what}\n    ${failure.replaceAll('\n', '\n    ')}`);
}

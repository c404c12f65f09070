import type { CounterpartResult } from './counterparts/counterpart.ts';
import type { Load, Transport } from './runtime.ts';
import type { CaseOutcome } from './vendor-server.ts';

/** The results of the suite and of the counterparts on one runtime. */
export interface RuntimeResult {
  /** The id of the runtime. */
  readonly id: string;
  readonly name: string;
  /** `undefined` if the runtime is not installed. */
  readonly version: string | undefined;
  readonly runs: readonly SuiteRun[];
  readonly counterparts: readonly CounterpartResult[];
}

/** One run of the suite. */
export interface SuiteRun {
  readonly load: Load;
  readonly transport: Transport;
  readonly outcomes: readonly CaseOutcome[];
}

export function hasFailed({ runs, counterparts }: RuntimeResult): boolean {
  const outcomes = runs.flatMap((run) => run.outcomes);
  return outcomes.some(({ failure }) => failure !== null) || counterparts.some(({ verdict }) => verdict === 'failed');
}

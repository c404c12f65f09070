import type { Cell } from './counterparts/counterpart.ts';
import type { Load, Transport } from './runtime.ts';
import type { Outcome } from './vendor-server.ts';

/** What the suite and the counterparts came to on one runtime. */
export interface Result {
  /** The id of the runtime. */
  readonly id: string;
  readonly name: string;
  /** `undefined` where the runtime is not installed. */
  readonly version: string | undefined;
  readonly runs: readonly Run[];
  readonly cells: readonly Cell[];
}

/** One run of the suite. */
export interface Run {
  readonly load: Load;
  readonly transport: Transport;
  readonly outcomes: readonly Outcome[];
}

export function hasFailed({ runs, cells }: Result): boolean {
  const outcomes = runs.flatMap((run) => run.outcomes);
  return outcomes.some(({ failure }) => failure !== null) || cells.some(({ verdict }) => verdict === 'failed');
}

import type { Counterpart } from './counterparts/counterpart.ts';
import { gigabyteCounterparts } from './counterparts/gigabyte-counterparts.ts';
import { peerCounterparts } from './counterparts/peer-counterparts.ts';
import { transportCounterparts } from './counterparts/transport-counterparts.ts';
import type { Runtime } from './runtime.ts';

/** Every counterpart, in the order of the table. */
export const counterparts: readonly Counterpart[] = [
  ...transportCounterparts,
  ...gigabyteCounterparts,
  ...peerCounterparts,
];

/** The parts that a run of the command includes. */
export interface Selection {
  readonly runtimes: readonly Runtime[];
  readonly suite: boolean;
  readonly counterparts: readonly Counterpart[];
  /** Whether the run includes everything, so that its results are written. */
  readonly whole: boolean;
}

/**
 * Selects by command line parameters: ids of runtimes, `suite`, and ids of counterparts. A kind without a parameter is included whole.
 *
 * @throws {Error} For an unknown parameter. The message lists all known ones.
 */
export function select(parameters: readonly string[], runtimes: readonly Runtime[]): Selection {
  const ids = [...runtimes.map(({ id }) => id), 'suite', ...counterparts.map(({ id }) => id)];
  const unknown = parameters.filter((parameter) => !ids.includes(parameter));
  if (unknown.length > 0) throw new Error(`Unknown argument: ${unknown.join(', ')}. Use any of: ${ids.join(', ')}.`);
  const named = runtimes.filter(({ id }) => parameters.includes(id));
  const chosen = counterparts.filter(({ id }) => parameters.includes(id));
  const parts = parameters.includes('suite') || chosen.length > 0;
  return {
    runtimes: named.length > 0 ? named : runtimes,
    suite: !parts || parameters.includes('suite'),
    counterparts: parts ? chosen : counterparts,
    whole: parameters.length === 0,
  };
}

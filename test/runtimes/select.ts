import type { Counterpart } from './counterparts/counterpart.ts';
import { peerCounterparts } from './counterparts/peer-counterparts.ts';
import { transportCounterparts } from './counterparts/transport-counterparts.ts';
import type { Runtime } from './runtime.ts';

/** Every counterpart, in the order of the table. */
export const counterparts: readonly Counterpart[] = [...transportCounterparts, ...peerCounterparts];

/** What a run of the command is about. */
export interface Selection {
  readonly runtimes: readonly Runtime[];
  readonly suite: boolean;
  readonly counterparts: readonly Counterpart[];
  /** Whether it is everything, so that its results may be written. */
  readonly whole: boolean;
}

/**
 * Reads the words of the command line: ids of runtimes, `suite`, and ids of counterparts. No word of a kind means all of it.
 *
 * @throws {Error} When a word is none of these, with all that are.
 */
export function select(words: readonly string[], runtimes: readonly Runtime[]): Selection {
  const ids = [...runtimes.map(({ id }) => id), 'suite', ...counterparts.map(({ id }) => id)];
  const unknown = words.filter((word) => !ids.includes(word));
  if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(', ')}. Known are: ${ids.join(', ')}.`);
  const named = runtimes.filter(({ id }) => words.includes(id));
  const chosen = counterparts.filter(({ id }) => words.includes(id));
  const parts = words.includes('suite') || chosen.length > 0;
  return {
    runtimes: named.length > 0 ? named : runtimes,
    suite: !parts || words.includes('suite'),
    counterparts: parts ? chosen : counterparts,
    whole: words.length === 0,
  };
}

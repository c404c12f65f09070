import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mutant } from './mutant.ts';
import type { Verdict } from './run-mutant.ts';

/** How many mutants of a vendor were killed. */
export interface Score {
  readonly mutants: number;
  readonly killed: number;
  readonly survivors: readonly Survivor[];
}

export interface Survivor {
  readonly id: string;
  readonly description: string;
  /** Why no test can kill it, or need not. Null where `reasons.json` has no reason. */
  readonly reason: string | null;
}

/** Why survivors survive: the reason by vendor and mutant id. */
export type Reasons = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The share of a vendor's mutants that must be killed. */
export const threshold = 0.95;

/** Reads `reasons.json`. */
export function readReasons(): Reasons {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'reasons.json'), 'utf8'));
}

/** Counts verdicts. A mutant counts as killed too where its mock does not start. */
export function scoreOf(
  mutants: readonly Mutant[],
  verdicts: readonly Verdict[],
  reasons: Reasons[string] = {},
): Score {
  const alive = new Set(verdicts.filter(({ failure }) => !failure).map(({ id }) => id));
  const survivors = mutants.filter(({ id }) => alive.has(id));
  return {
    mutants: mutants.length,
    killed: mutants.length - survivors.length,
    survivors: survivors.map(({ id, description }) => ({ id, description, reason: reasons[id] ?? null })),
  };
}

/**
 * The faults of a score, as sentences.
 *
 * @param whole Whether every mutant of the vendor was run. Only then are its share and the reasons in `reasons.json` checked.
 */
export function faultsOf(vendor: string, score: Score, reasons: Reasons[string] = {}, whole = true): string[] {
  const { mutants, killed, survivors } = score;
  const faults = survivors
    .filter(({ reason }) => !reason)
    .map(
      ({ id }) => `${vendor}: ${id} survives. Add a check that kills it, or its reason to test/mutants/reasons.json.`,
    );
  if (!whole) return faults;
  if (killed < mutants * threshold) {
    faults.push(`${vendor}: ${percent(score)} of the mutants are killed, and ${threshold * 100} % must be.`);
  }
  const alive = new Set(survivors.map(({ id }) => id));
  const stale = Object.keys(reasons).filter((id) => !alive.has(id));
  return [
    ...faults,
    ...stale.map((id) => `${vendor}: ${id} does not survive. Remove its reason from test/mutants/reasons.json.`),
  ];
}

/** The share of killed mutants. It is rounded down, so that 100 % means all. */
export function percent({ mutants, killed }: Score): string {
  return `${(mutants === 0 ? 100 : Math.floor((killed / mutants) * 1000) / 10).toFixed(1)} %`;
}

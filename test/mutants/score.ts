import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Verdict } from './judge-mutant.ts';
import type { Mutant } from './mutant.ts';

/** How the mutants of a vendor fared. */
export interface Score {
  readonly mutants: number;
  readonly killed: number;
  readonly survivors: readonly Survivor[];
}

export interface Survivor {
  readonly id: string;
  readonly description: string;
  /** Why no test can notice it, or need not; null where nobody has said. */
  readonly reason: string | null;
}

/** Why survivors survive: vendor, then the mutant's id, then the reason. */
export type Reasons = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The share of its mutants that must be killed for each vendor. */
export const threshold = 0.95;

/** Reads `reasons.json`. */
export function readReasons(): Reasons {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'reasons.json'), 'utf8'));
}

/** Counts verdicts. Whatever is noticed counts as killed, also where the mock could not be started. */
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
 * What is wrong with a score, in sentences.
 *
 * @param whole Whether every mutant of the vendor was judged: else neither its share nor stale reasons can be told.
 */
export function faultsOf(vendor: string, score: Score, reasons: Reasons[string] = {}, whole = true): string[] {
  const { mutants, killed, survivors } = score;
  const faults = survivors
    .filter(({ reason }) => !reason)
    .map(({ id }) => `${vendor}: ${id} survives. Add a check that notices it, or its reason to reasons.json.`);
  if (!whole) return faults;
  if (killed < mutants * threshold) {
    faults.push(`${vendor}: ${percent(score)} of the mutants are killed, and ${threshold * 100} % must be.`);
  }
  const alive = new Set(survivors.map(({ id }) => id));
  const stale = Object.keys(reasons).filter((id) => !alive.has(id));
  return [...faults, ...stale.map((id) => `${vendor}: ${id} does not survive. Remove its reason from reasons.json.`)];
}

/** The share that is killed, rounded down, so that 100 % means all. */
export function percent({ mutants, killed }: Score): string {
  return `${(mutants === 0 ? 100 : Math.floor((killed / mutants) * 1000) / 10).toFixed(1)} %`;
}

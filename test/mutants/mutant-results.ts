import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { vendors } from '@plumbline/repository/repository';
import { type Evidence, evidenceKinds } from '../contract/evidence.ts';
import type { Verdict } from './run-mutant.ts';
import type { Reasons, Score, Survivor } from './score.ts';
import type { Section } from './sections.ts';

/** RESULTS.json: the last verdicts on the mutants of each vendor, for the coverage report and the docs site. */
export type Results = Readonly<Record<string, Result>>;

export interface Result extends Score {
  /** How many were killed, by the strongest evidence that killed them. */
  readonly killedBy: Killed;
  readonly sections: Readonly<Record<string, SectionResult>>;
}

type Killed = Readonly<Record<Evidence, number>>;
type SectionResult = Killed & Pick<Section, 'hash'>;

export const resultsPath: string = join(import.meta.dirname, 'RESULTS.json');

export function readResults(): Results {
  return JSON.parse(readFileSync(resultsPath, 'utf8'));
}

/** Counts the killed mutants by evidence. */
export function countKilled(verdicts: readonly Verdict[]): Killed {
  const count = (evidence: Evidence) => verdicts.filter((verdict) => verdict.evidence === evidence).length;
  return Object.fromEntries(evidenceKinds.map((evidence) => [evidence, count(evidence)])) as Killed;
}

/** The sections whose mutants have no valid verdict: they changed since the last run, or a mutant of theirs survives without a reason. */
export function staleSections(
  sections: readonly Section[],
  before: Result | undefined,
  reasons: Reasons[string] = {},
): Section[] {
  const open = before?.survivors.filter(({ id }) => !reasons[id]).map(({ id }) => id) ?? [];
  return sections.filter(
    ({ name, hash, mutants }) => before?.sections[name]?.hash !== hash || mutants.some(({ id }) => open.includes(id)),
  );
}

/**
 * The result of a vendor after a run.
 *
 * @param verdicts Of all mutants of the sections that were run. The other sections keep what they had before.
 */
export function mergeResult(
  sections: readonly Section[],
  verdicts: readonly Verdict[],
  before?: Result,
  reasons: Reasons[string] = {},
): Result {
  const known = new Map(verdicts.map((verdict) => [verdict.id, verdict]));
  const survived = new Set(before?.survivors.map(({ id }) => id));
  const survivors: Survivor[] = [];
  const merged = sections.map(({ name, hash, mutants }): [string, SectionResult] => {
    const own = mutants.flatMap(({ id }) => known.get(id) ?? []);
    const kept = before?.sections[name];
    const isRun = own.length === mutants.length;
    if (!isRun && kept?.hash !== hash) throw new Error(`The mutants of ${name} changed and were not run.`);
    for (const { id, description } of mutants) {
      const verdict = known.get(id);
      if (verdict ? verdict.failure : !survived.has(id)) continue;
      survivors.push({ id, description, reason: reasons[id] ?? null });
    }
    return [name, isRun || !kept ? { hash, ...countKilled(own) } : kept];
  });
  const sum = (evidence: Evidence) => merged.reduce((total, [, section]) => total + section[evidence], 0);
  const killedBy = Object.fromEntries(evidenceKinds.map((evidence) => [evidence, sum(evidence)])) as Killed;
  const killed = Object.values(killedBy).reduce((total, count) => total + count, 0);
  return { mutants: killed + survivors.length, killed, killedBy, survivors, sections: Object.fromEntries(merged) };
}

/** RESULTS.json with the results of some vendors replaced: a section takes one line. */
export function resultsText(before: Results, changed: Results): string {
  const all = { ...before, ...changed };
  const present = vendors.flatMap((vendor) => (all[vendor] ? [[vendor, all[vendor]] as const] : []));
  const text = JSON.stringify(Object.fromEntries(present), null, 2);
  return `${text.replace(/\{\s+("hash": [^{}]+?)\s+\}/g, (_, inner: string) => `{ ${inner.replace(/\s+/g, ' ')} }`)}\n`;
}

/** Whether a vendor's mutants were run on its present spec and fixtures. */
export function isCurrent({ sections }: Result, present: readonly Section[]): boolean {
  return (
    present.length === Object.keys(sections).length && present.every(({ name, hash }) => sections[name]?.hash === hash)
  );
}

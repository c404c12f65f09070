import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundlePath } from '@plumbline/spec-tools/document/read-spec';
import { type Ground, grounds } from '../contract/ground.ts';
import type { Verdict } from './judge-mutant.ts';
import type { Score } from './score.ts';

/** What a full run leaves for the coverage report and the docs site. */
export type Results = Readonly<Record<string, Result>>;

export interface Result extends Score {
  /** How many were noticed, by the strongest ground on which a check noticed them. */
  readonly noticedBy: Readonly<Record<Ground, number>>;
  /** Of the bundle that was changed. */
  readonly sha256: string;
  /** How long it took on the machine that measured. */
  readonly seconds: number;
}

export const resultsPath: string = join(import.meta.dirname, 'RESULTS.json');

/** The SHA-256 of the bundle of a vendor's spec. */
export function sha256Of(vendor: string): string {
  return createHash('sha256')
    .update(readFileSync(bundlePath(vendor)))
    .digest('hex');
}

/** How many mutants were noticed on each ground. */
export function noticedBy(verdicts: readonly Verdict[]): Result['noticedBy'] {
  const count = (ground: Ground) => verdicts.filter((verdict) => verdict.ground === ground).length;
  return Object.fromEntries(grounds.map((ground) => [ground, count(ground)])) as Result['noticedBy'];
}

/** Writes RESULTS.json, all of it or nothing. */
export function writeResults(results: Results): void {
  writeFileSync(`${resultsPath}.new`, `${JSON.stringify(results, null, 2)}\n`);
  renameSync(`${resultsPath}.new`, resultsPath);
}

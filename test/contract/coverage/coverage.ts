import { existsSync, readFileSync } from 'node:fs';
import type { Document } from '@plumbline/spec-tools/document/document';
import { type Result, type Results, resultsPath, sha256Of } from '../../mutants/results.ts';
import { keysOf, readPayloads, readTables } from '../fixtures/vendor-fixtures.ts';
import { declaredNames } from './declared.ts';
import { driftFindings } from './drift-findings.ts';
import { type Kind, kinds } from './kind.ts';
import { reachedNames } from './reached.ts';
import type { Lines } from './read-recordings.ts';

/** What the contract tests of a vendor reached of its spec, and what else is known of them. */
export interface Coverage extends Readonly<Record<Kind, Reach>> {
  /** What of the vendor's own page is held as data: payloads, and rows of its tables. */
  readonly fixtures: { readonly payloads: number; readonly rows: number };
  /** Nothing where `npm run mutate` has not written its results. */
  readonly mutants: Mutants | null;
  /** How many different exchanges with the mock were recorded: in tests that are to be accepted, and in those that are to be refused. */
  readonly exchanges: { readonly accepted: number; readonly refused: number };
  /** What `redocly drift` finds in the accepted ones, and in those that a test answers. */
  readonly drift: readonly string[];
}
export interface Mutants extends Pick<Result, 'mutants' | 'killed' | 'noticedBy'> {
  /** Whether they are those of another bundle than the one that there is now. */
  readonly stale: boolean;
}
export interface Reach {
  readonly reached: number;
  readonly declared: number;
  readonly missing: readonly string[];
}

/** Measures the coverage of a vendor from what was recorded. */
export async function measureCoverage(
  vendor: string,
  document: Document,
  { accepted, refused, answered }: Lines,
): Promise<Coverage> {
  const findings = driftFindings(vendor, document, [...accepted, ...answered]);
  const declared = declaredNames(document);
  const reachedIn = (lines: readonly string[]) =>
    reachedNames(
      document,
      lines.map((line) => JSON.parse(line)),
    );
  const reached = reachedIn([...accepted, ...refused]);
  // Of what a test answers in place of the mock only the fields count that a client reads: no status is reached by it.
  for (const name of reachedIn(answered).responseProperties) reached.responseProperties.add(name);
  const reaches = kinds.map((kind): [Kind, Reach] => {
    const missing = [...declared[kind]].filter((name) => !reached[kind].has(name)).sort();
    return [kind, { reached: declared[kind].size - missing.length, declared: declared[kind].size, missing }];
  });
  const tables = Object.keys(keysOf).flatMap((name) => readTables(vendor, name));
  return {
    ...(Object.fromEntries(reaches) as Record<Kind, Reach>),
    fixtures: { payloads: readPayloads(vendor).size, rows: tables.reduce((sum, { rows }) => sum + rows.length, 0) },
    mutants: readMutants(vendor),
    exchanges: { accepted: accepted.length, refused: refused.length },
    drift: await findings,
  };
}

function readMutants(vendor: string): Mutants | null {
  const results: Results = existsSync(resultsPath) ? JSON.parse(readFileSync(resultsPath, 'utf8')) : {};
  const result = results[vendor];
  if (!result) return null;
  const { mutants, killed, noticedBy, sha256 } = result;
  return { mutants, killed, noticedBy, stale: sha256 !== sha256Of(vendor) };
}

import type { Document } from '@plumbline/spec-tools/document/document';
import { isCurrent, type Result } from '../../mutants/mutant-results.ts';
import type { Section } from '../../mutants/sections.ts';
import { keysOf, readPayloads, readTables } from '../fixtures/vendor-fixtures.ts';
import { declaredNames } from './declared.ts';
import { driftFindings } from './drift-findings.ts';
import { type Kind, kinds } from './kind.ts';
import { reachedNames } from './reached.ts';
import type { Lines } from './read-recordings.ts';

/** How much of a vendor's spec its contract tests reach, and which of its mutants they kill. */
export interface Coverage extends Readonly<Record<Kind, Reach>> {
  /** The vendor's fixtures: payloads, and rows of tables. */
  readonly fixtures: { readonly payloads: number; readonly rows: number };
  /** Null where the vendor's mutants were never run. */
  readonly mutants: Mutants | null;
  /** How many different exchanges with the mock were recorded: by checks whose requests the spec accepts, and by checks whose requests it refuses. */
  readonly exchanges: { readonly accepted: number; readonly refused: number };
  /** What `redocly drift` finds in the exchanges that are not refused. */
  readonly drift: readonly string[];
}
export interface Mutants extends Pick<Result, 'mutants' | 'killed' | 'killedBy'> {
  /** Whether they were run on another spec than the present one. */
  readonly stale: boolean;
}
export interface Reach {
  readonly reached: number;
  readonly declared: number;
  readonly missing: readonly string[];
}

/** Measures the coverage of a vendor from its recordings. */
export async function measureCoverage(
  vendor: string,
  document: Document,
  { accepted, refused, stubbed, uncounted }: Lines,
  mutants: Mutants | null,
): Promise<Coverage> {
  const findings = driftFindings(vendor, document, [...accepted, ...stubbed, ...uncounted]);
  const declared = declaredNames(document);
  const reachedIn = (lines: readonly string[]) =>
    reachedNames(
      document,
      lines.map((line) => JSON.parse(line)),
    );
  const reached = reachedIn([...accepted, ...refused]);
  // Where a test responds in place of the mock, only the fields that a client reads count. It reaches no status.
  for (const name of reachedIn(stubbed).responseProperties) reached.responseProperties.add(name);
  const reaches = kinds.map((kind): [Kind, Reach] => {
    const missing = [...declared[kind]].filter((name) => !reached[kind].has(name)).sort();
    return [kind, { reached: declared[kind].size - missing.length, declared: declared[kind].size, missing }];
  });
  const tables = Object.keys(keysOf).flatMap((name) => readTables(vendor, name));
  return {
    ...(Object.fromEntries(reaches) as Record<Kind, Reach>),
    fixtures: { payloads: readPayloads(vendor).size, rows: tables.reduce((sum, { rows }) => sum + rows.length, 0) },
    mutants,
    exchanges: { accepted: accepted.length, refused: refused.length },
    drift: await findings,
  };
}

/** The mutants of a vendor's result, and whether it is that of the present spec. */
export function describeMutants(result: Result | undefined, sections: readonly Section[]): Mutants | null {
  if (!result) return null;
  const { mutants, killed, killedBy } = result;
  return { mutants, killed, killedBy, stale: !isCurrent(result, sections) };
}

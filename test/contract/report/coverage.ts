import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, root } from '@plumbline/scripts/spec';
import { keysOf, readPayloads, readTables } from '../words/words.ts';
import { declaredNames } from './declared.ts';
import { driftFindings } from './drift-findings.ts';
import { type Kind, kinds } from './kind.ts';
import { reachedNames } from './reached.ts';
import type { Lines } from './read-recordings.ts';

/** What the contract tests of a vendor reached of its spec, and what else is known of them. */
export interface Coverage extends Readonly<Record<Kind, Reach>> {
  /** What of the vendor's own page is held as data: payloads, and rows of its tables. */
  readonly samples: { readonly payloads: number; readonly rows: number };
  /** Nothing where `npm run mutate` has not written its results. */
  readonly mutants: { readonly mutants: number; readonly killed: number } | null;
  /** How many different exchanges were recorded: in tests that are to be accepted, and in those that are to be refused. */
  readonly exchanges: { readonly accepted: number; readonly refused: number };
  /** What `redocly drift` finds in the accepted ones. */
  readonly drift: readonly string[];
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
  { accepted, refused }: Lines,
): Promise<Coverage> {
  const findings = driftFindings(vendor, document, accepted);
  const declared = declaredNames(document);
  const reached = reachedNames(
    document,
    [...accepted, ...refused].map((line) => JSON.parse(line)),
  );
  const reaches = kinds.map((kind): [Kind, Reach] => {
    const missing = [...declared[kind]].filter((name) => !reached[kind].has(name)).sort();
    return [kind, { reached: declared[kind].size - missing.length, declared: declared[kind].size, missing }];
  });
  const tables = Object.keys(keysOf).flatMap((name) => readTables(vendor, name));
  return {
    ...(Object.fromEntries(reaches) as Record<Kind, Reach>),
    samples: { payloads: readPayloads(vendor).size, rows: tables.reduce((sum, { rows }) => sum + rows.length, 0) },
    mutants: readMutants(vendor),
    exchanges: { accepted: accepted.length, refused: refused.length },
    drift: await findings,
  };
}

function readMutants(vendor: string): Coverage['mutants'] {
  const path = join(root, 'test', 'mutants', 'RESULTS.json');
  const result = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8'))[vendor] : undefined;
  return result ? { mutants: result.mutants, killed: result.killed } : null;
}

import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';
import type { Document } from '@plumbline/spec-tools/document/document';
import { valueAt } from '@plumbline/spec-tools/document/pointer';
import type { Comparison } from './comparison.ts';
import { type Bump, bumpOf, type Difference, describeDifference } from './difference.ts';
import type { NotJudged } from './live-reads.ts';
import { patchOf } from './patch.ts';
import type { PatchOperation } from './patch-operation.ts';
import { createLocator, type SourceLocation } from './source-location.ts';

/** A difference as it is reported. */
export interface Reported extends Pick<Difference, 'kind' | 'operation' | 'place' | 'pointer' | 'at'> {
  readonly bump: Bump;
  readonly says: string;
  /** How many values of how many answers have it. */
  readonly count: number;
}

/** What a run found, with nothing in it that is a secret or somebody's. */
export interface Report {
  readonly vendor: string;
  readonly version: string;
  readonly answers: number;
  /** What the spec that accepts all of it is to the one that there is. */
  readonly bump: Bump;
  readonly differences: readonly Reported[];
  readonly patch: readonly (PatchOperation & { readonly before?: unknown; readonly source?: SourceLocation })[];
  readonly notJudged: readonly NotJudged[];
  readonly notes: readonly string[];
}

const order: readonly Bump[] = ['major', 'minor', 'none'];

/** Makes the report of a comparison. */
export function createReport(
  vendor: string,
  document: Document,
  comparison: Comparison,
  notJudged: readonly NotJudged[],
  leftOut: readonly string[],
): Report {
  const reported = comparison.differences
    .map((difference): Reported => {
      const { kind, operation, place, pointer, at, count } = difference;
      const says = describeDifference(difference);
      return { bump: bumpOf(difference), kind, operation, place, pointer, at, says, count };
    })
    .sort((one, other) => order.indexOf(one.bump) - order.indexOf(other.bump));
  const differences = reported.filter(({ bump }) => bump !== 'none');
  const locate = createLocator(join(root, 'specs', vendor));
  return {
    vendor,
    version: document.info.version,
    answers: comparison.answers,
    bump: differences[0]?.bump ?? 'none',
    differences,
    patch: patchOf(document, comparison).map((operation) => {
      const before = operation.op === 'add' ? undefined : valueAt(document, operation.path);
      const source = locate(operation.path);
      return { ...operation, ...(before !== undefined && { before }), ...(source && { source }) };
    }),
    notJudged,
    notes: [
      ...leftOut,
      ...notesOf(comparison),
      ...reported
        .filter(({ bump }) => bump === 'none')
        .map(({ operation, pointer, says }) => `Where the spec leaves ${operation} ${pointer || '/'} open: ${says}.`),
    ],
  };
}

function notesOf({ unseen, unknown, foreign, bodiless }: Comparison): string[] {
  return [
    ...unseen.map((field) => `Never seen: ${field}.`),
    ...unknown.slice(0, 20).map((request) => `Not in the spec: ${request}.`),
    ...(unknown.length > 20 ? [`Not in the spec: ${unknown.length - 20} more requests.`] : []),
    ...(foreign > 0 ? [`${foreign} requests to other hosts were left out.`] : []),
    ...(bodiless > 0 ? [`${bodiless} answers have no body in the recording; their fields were not judged.`] : []),
  ];
}

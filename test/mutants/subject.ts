import { type Document, operationsOf } from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { checksOf } from '../contract/all-checks.ts';
import type { Check } from '../contract/check.ts';
import { type Evidence, evidenceKinds } from '../contract/evidence.ts';
import { type Mutant, mutantsOf } from './mutant.ts';
import { partOf } from './part.ts';

/** What is needed to run the mutants of a vendor. */
export interface Subject {
  readonly vendor: string;
  readonly document: Document;
  readonly mutants: ReadonlyMap<string, Mutant>;
  /** The checks by evidence and path, in the order in which they run. */
  readonly batches: readonly Batch[];
  /** The part of the document that a path needs. */
  part(path: string): Document;
}

/** The checks of the operations of one path that have the same evidence. */
export interface Batch {
  readonly evidence: Evidence;
  readonly path: string;
  readonly checks: readonly Check[];
}

const known = new Map<string, Subject>();

/** Reads a vendor's spec and checks, once per process. */
export function subjectOf(vendor: string): Subject {
  const subject = known.get(vendor) ?? createSubject(vendor);
  known.set(vendor, subject);
  return subject;
}

function createSubject(vendor: string): Subject {
  const document = readSpec(vendor);
  const parts = new Map(Object.keys(document.paths).map((path) => [path, partOf(document, path)]));
  const paths = new Map(operationsOf(document).map(({ id, path }) => [id, path]));
  const batches = evidenceKinds.flatMap((evidence): Batch[] => {
    const checks = new Map<string, Check[]>(Object.keys(document.paths).map((path) => [path, []]));
    for (const check of checksOf(evidence, vendor)) {
      const path = paths.get(check.operation);
      if (!path) throw new Error(`“${check.name}” is about ${check.operation}, which ${vendor} does not have.`);
      checks.get(path)?.push(check);
    }
    return [...checks].map(([path, checksOfPath]) => ({ evidence, path, checks: checksOfPath }));
  });
  return {
    vendor,
    document,
    mutants: new Map(mutantsOf(document).map((mutant) => [mutant.id, mutant])),
    batches,
    part: (path) => parts.get(path) ?? document,
  };
}

import { type Document, operationsOf } from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { checksOn } from '../contract/all-checks.ts';
import type { Check } from '../contract/check.ts';
import { type Ground, grounds } from '../contract/ground.ts';
import { type Mutant, mutantsOf } from './mutant.ts';
import { partOf } from './part.ts';

/** What there is to know of a vendor to judge its mutants. */
export interface Subject {
  readonly vendor: string;
  readonly document: Document;
  readonly mutants: ReadonlyMap<string, Mutant>;
  /** The checks, by ground and path, in the order in which they are run. */
  readonly batches: readonly Batch[];
  /** The document as far as a path needs it. */
  part(path: string): Document;
}

/** The checks of the operations of one path that rest on the same ground. */
export interface Batch {
  readonly ground: Ground;
  readonly path: string;
  readonly checks: readonly Check[];
}

const known = new Map<string, Subject>();

/** Reads a vendor's spec and checks, once in a process. */
export function subjectOf(vendor: string): Subject {
  const subject = known.get(vendor) ?? createSubject(vendor);
  known.set(vendor, subject);
  return subject;
}

function createSubject(vendor: string): Subject {
  const document = readSpec(vendor);
  const parts = new Map(Object.keys(document.paths).map((path) => [path, partOf(document, path)]));
  const paths = new Map(operationsOf(document).map(({ id, path }) => [id, path]));
  const batches = grounds.flatMap((ground): Batch[] => {
    const checks = new Map<string, Check[]>(Object.keys(document.paths).map((path) => [path, []]));
    for (const check of checksOn(ground, vendor)) {
      const path = paths.get(check.operation);
      if (!path) throw new Error(`“${check.name}” is about ${check.operation}, which ${vendor} does not have.`);
      checks.get(path)?.push(check);
    }
    return [...checks].map(([path, checksOfPath]) => ({ ground, path, checks: checksOfPath }));
  });
  return {
    vendor,
    document,
    mutants: new Map(mutantsOf(document).map((mutant) => [mutant.id, mutant])),
    batches,
    part: (path) => parts.get(path) ?? document,
  };
}

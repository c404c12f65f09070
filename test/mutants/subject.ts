import { type Document, operationsOf, readSpec } from '@plumbline/scripts/spec';
import { allChecks } from '../contract/all-checks.ts';
import type { Check } from '../contract/check.ts';
import { type Mutant, mutantsOf } from './mutant.ts';
import { partOf } from './part.ts';

/** What there is to know of a vendor to judge its mutants. */
export interface Subject {
  readonly vendor: string;
  readonly document: Document;
  readonly mutants: ReadonlyMap<string, Mutant>;
  /** The paths, each with the checks of its operations. */
  readonly checks: ReadonlyMap<string, readonly Check[]>;
  /** The document as far as a path needs it. */
  part(path: string): Document;
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
  const checks = new Map<string, Check[]>(Object.keys(document.paths).map((path) => [path, []]));
  for (const check of allChecks(vendor)) {
    const path = paths.get(check.operation);
    if (!path) throw new Error(`“${check.name}” is about ${check.operation}, which ${vendor} does not have.`);
    checks.get(path)?.push(check);
  }
  return {
    vendor,
    document,
    mutants: new Map(mutantsOf(document).map((mutant) => [mutant.id, mutant])),
    checks,
    part: (path) => parts.get(path) ?? document,
  };
}

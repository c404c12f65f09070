import { createHash } from 'node:crypto';
import { type Document, operationsOf } from '@plumbline/spec-tools/document/document';
import { keysOf } from '@plumbline/spec-tools/document/pointer';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { dependenciesOf, withoutProse } from './dependencies.ts';
import { type Mutant, mutantsOf } from './mutant.ts';

/** A part of a spec with its mutants: an operation, the rest of a path, a component, or the rest of the document. */
export interface Section {
  readonly name: string;
  /** Of everything in the spec and the fixtures that decides which of the mutants are killed. */
  readonly hash: string;
  readonly mutants: readonly Mutant[];
}

/** The sections of a vendor's spec that have mutants. */
export function sectionsOf(vendor: string, document: Document = readSpec(vendor)): Section[] {
  const whole = JSON.stringify(withoutProse(document));
  const dependencies = new Map(
    operationsOf(document).map((operation) => [operation.id, hashOf(dependenciesOf(vendor, document, operation))]),
  );
  const sections = new Map<string, Mutant[]>();
  for (const mutant of mutantsOf(document)) {
    const name = sectionOf(mutant.pointer);
    sections.set(name, [...(sections.get(name) ?? []), mutant]);
  }
  return [...sections].map(([name, mutants]) => {
    // Checks of any operation may decide on a mutant that changes which operation gets a request.
    const others = mutants.some(({ routes }) => routes) ? whole : '';
    const each = mutants.map(({ id, operations }) => [id, operations.map((operation) => dependencies.get(operation))]);
    return { name, hash: hashOf(JSON.stringify([each, others])), mutants };
  });
}

/** The section of a place: `get /motions`, `/motions`, `schemas/Error` or `document`. */
function sectionOf(pointer: string): string {
  const [root, first = '', second = ''] = keysOf(pointer);
  if (root === 'components') return `${first}/${second}`;
  if (root !== 'paths') return 'document';
  return /^(get|put|post|patch|delete)$/.test(second) ? `${second} ${first}` : first;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

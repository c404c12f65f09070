import { type Document, type Operation, operationsOf } from '@plumbline/spec-tools/document/document';
import { patternOf } from '@plumbline/spec-tools/document/path-template';
import { expectedValues } from '../contract/checks/known-values.ts';
import { keysOf, readPayloads, readTables } from '../contract/fixtures/vendor-fixtures.ts';
import { partOf } from './part.ts';

/**
 * What decides which mutants the checks of an operation kill, as text: two equal texts have equal verdicts. It holds for the same code
 * of tests, clients and runtime; `npm run mutate` runs all mutants where these change.
 */
export function dependenciesOf(vendor: string, document: Document, operation: Operation): string {
  return JSON.stringify([
    // The mock serves this part of the document. The client is generated from it.
    withoutProse(partOf(document, operation.path)),
    fixturesOf(vendor, operation),
    // Checks of the whole document belong to its first operation.
    operationsOf(document)[0]?.id === operation.id,
    // What the checks take from other operations: methods of the same path, and values that have the same name.
    operationsOf(document).flatMap(({ method, path }) => (patternOf(path).test(operation.path) ? [method] : [])),
    expectedValues(document, operation),
  ]);
}

/** What the sandbox alone reads. */
const behaviour = ['x-resources', 'x-effect', 'x-idempotency'];

/**
 * A document without the parts that are for people, and without those for the sandbox. No mutant changes them, and neither the mock nor a
 * client reads them, so no check can kill a mutant by them.
 */
export function withoutProse(document: Document): object {
  const { info, tags, ...rest } = document as Document & { readonly tags?: unknown };
  const text = JSON.stringify(rest, (key, value) => (behaviour.includes(key) ? undefined : value));
  return JSON.parse(text);
}

/** The vendor's fixtures that are about an operation: those that name it, and those that name none. */
function fixturesOf(vendor: string, { id }: Operation): unknown[] {
  const tables = Object.keys(keysOf).flatMap((file) => readTables(vendor, file));
  return [
    ...[...readPayloads(vendor)].filter(([, payload]) => payload.operation === id),
    ...tables.filter(({ operations, places }) => {
      const named = operations ?? places?.map((place) => place.split(' ')[0]);
      return named === undefined || named.includes(id);
    }),
  ];
}

import { strict as assert } from 'node:assert';
import { type Document, operationsOf, readSpec, resolve } from '@plumbline/scripts/spec';
import type { Check } from '../check.ts';
import { assertFollowed } from './assert-followed.ts';
import { operationIn } from './operation-in.ts';
import { readTables, sectionOf } from './words.ts';

/** What the vendor says in prose stands at its place in the spec: as a value (`equals`), or within a text or list (`includes`). */
export function statementChecks(vendor: string): Check[] {
  const [first] = operationsOf(readSpec(vendor));
  return readTables(vendor, 'statements').flatMap(({ source, operations, rows }) =>
    // Without operations, the place is one of the document.
    (operations ?? [undefined]).flatMap((operation) =>
      rows.map((row) => ({
        name: `${operation ?? first?.id} has "${row.equals ?? row.includes}" at ${row.at} (${sectionOf(source)})`,
        operation: operation ?? first?.id ?? '',
        run: async ({ document }) => {
          const start = operation ? operationIn(document, operation).object : document;
          const found = valueAt(document, start, String(row.at));
          if ('equals' in row) return assertFollowed(row, 'equals', found, row.equals);
          assertFollowed(row, 'includes', holds(found, String(row.includes)), true);
        },
      })),
    ),
  );
}

/** The limits of a spec are those that the vendor prints, and no others. */
export function rateLimitChecks(vendor: string): Check[] {
  const tables = readTables(vendor, 'rate-limits');
  const [first] = operationsOf(readSpec(vendor));
  const limit = (plan: unknown, methods: unknown, requests: unknown, seconds: unknown) =>
    JSON.stringify([plan && String(plan).toLowerCase(), [methods ?? []].flat().sort(), requests, seconds]);
  const run: Check['run'] = async ({ document }) => {
    const declared = document['x-rate-limits'] ?? [];
    const found = declared.map(({ plan, methods, requests, seconds }) => limit(plan, methods, requests, seconds));
    const printed = tables.flatMap(({ rows }) =>
      rows.map(({ plan, methods, requests, seconds }) => limit(plan, methods, requests, seconds)),
    );
    assert.deepEqual(found.sort(), printed.sort());
  };
  return [
    { name: `${first?.id} stands in a spec with the rate limits that are printed`, operation: first?.id ?? '', run },
  ];
}

function holds(found: unknown, words: string): boolean {
  if (typeof found === 'string') return found.replace(/\s+/g, ' ').includes(words);
  return Array.isArray(found) ? found.includes(words) : Object.hasOwn(Object(found), words);
}

/** @param path Keys with `/` between them, or the name of an item that has one. */
function valueAt(document: Document, start: unknown, path: string): unknown {
  return path.split('/').reduce<unknown>((node, key) => {
    const value = resolve(document, node);
    if (!Array.isArray(value)) return Object(value)[key];
    return value.map((item) => resolve(document, item)).find((item) => item.name === key);
  }, start);
}

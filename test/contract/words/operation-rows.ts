import { strict as assert } from 'node:assert';
import { type Document, operationsOf, readSpec } from '@plumbline/scripts/spec';
import type { Check } from '../check.ts';
import { assertFollowed } from './assert-followed.ts';
import { operationIn, serverOf } from './operation-in.ts';
import { operationsIn, type Row, readTables, sectionOf } from './words.ts';

/** Each operation that the vendor names is in the spec with that method and path, or is left out of it with a reason. */
export function operationChecks(vendor: string): Check[] {
  const [first] = operationsOf(readSpec(vendor));
  return readTables(vendor, 'operations').flatMap(({ source, rows }) =>
    rows.map((row) => {
      const address = [row.method, row.path ?? row.url].filter(Boolean).join(' ');
      const id = row.excluded ? first?.id : String(row.operation);
      return {
        name: `${id} ${row.excluded ? 'stands in a spec without' : 'is'} ${address} (${sectionOf(source)})`,
        operation: id ?? '',
        run: async ({ document }) => (row.excluded ? checkExcluded(document, row) : checkIncluded(document, row)),
      };
    }),
  );
}

/** Each operation is called on the host that the vendor names for it. */
export function serverChecks(vendor: string): Check[] {
  return readTables(vendor, 'servers').flatMap((table) =>
    operationsIn(vendor, table).flatMap((operation) =>
      table.rows.map((row) => ({
        name: `${operation} is called on ${row.url} (${sectionOf(table.source)})`,
        operation,
        run: async ({ document }) => {
          assertFollowed(row, 'url', serverOf(document, operationIn(document, operation)), row.url);
        },
      })),
    ),
  );
}

/** Each status that the vendor names is declared by the operations that it names it for. */
export function statusChecks(vendor: string): Check[] {
  return readTables(vendor, 'statuses').flatMap((table) =>
    operationsIn(vendor, table).flatMap((operation) =>
      table.rows.map((row) => ({
        name: `${operation} declares ${row.status} (${sectionOf(table.source)})`,
        operation,
        run: async ({ document }) => {
          const declared = Object.keys(operationIn(document, operation).responses);
          assertFollowed(row, 'status', declared.includes(String(row.status)), true);
        },
      })),
    ),
  );
}

function checkIncluded(document: Document, row: Row): void {
  const operation = operationIn(document, String(row.operation));
  if (row.method) assertFollowed(row, 'method', operation.method, row.method);
  if (row.path) assertFollowed(row, 'path', operation.path, row.path);
  if (row.url) assertFollowed(row, 'url', serverOf(document, operation) + operation.path, row.url);
}

function checkExcluded(document: Document, { method, path }: Row): void {
  const found = operationsOf(document).find((each) => each.path === path && (!method || each.method === method));
  assert.equal(found?.id, undefined, 'the spec has an operation that the samples exclude: take the exclusion away');
}

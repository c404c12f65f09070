import { strict as assert } from 'node:assert';
import { type Document, type Operation, operationsOf } from '@plumbline/scripts/spec';

/** The operations of each document by their ids, read once: there are hundreds of rows about the same ones. */
const read = new WeakMap<Document, ReadonlyMap<string, Operation>>();

/** Finds an operation of a document by its id. */
export function operationIn(document: Document, id: string): Operation {
  const operations = read.get(document) ?? new Map(operationsOf(document).map((each) => [each.id, each]));
  read.set(document, operations);
  const operation = operations.get(id);
  assert.ok(operation, `the spec has no operation ${id}`);
  return operation;
}

/** The server that an operation is called on, with its variables' defaults. */
export function serverOf(document: Document, operation: Operation): string {
  const [server] = document.servers as readonly { url: string; variables?: Record<string, { default: string }> }[];
  const url = operation.server ?? server?.url ?? '';
  return url.replace(/\{(\w+)\}/g, (_, name: string) => server?.variables?.[name]?.default ?? '');
}

import type { Document, Operation } from '@plumbline/spec-tools/document/document';
import { isObject, type JsonSchema } from './json-schema.ts';
import { readSchema } from './read-schema.ts';

/** The most places of a schema that are all varied. */
const most = 200;

const places = new WeakMap<object, number>();

/**
 * Whether a schema has too many places to vary each. A component counts once for each reference to it, and a few recursive ones make
 * millions.
 */
export function isLarge(schema: JsonSchema): boolean {
  return placesOf(schema) > most;
}

/** Whether a request or response body of an operation has a large schema. */
export function hasLargeBody(document: Document, { body, responses }: Operation): boolean {
  const contents = [body, ...Object.values(responses)].flatMap((one) => Object.values(one?.content ?? {}));
  return contents.some(({ schema }) => schema !== undefined && isLarge(readSchema(document, schema)));
}

/** Counts the schemas in a schema, with itself. */
function placesOf(schema: unknown): number {
  if (Array.isArray(schema)) return schema.reduce((sum: number, part) => sum + placesOf(part), 0);
  if (!isObject(schema)) return 0;
  const { anyOf, oneOf, prefixItems, items, not, propertyNames, additionalProperties, properties } = schema;
  const parts = [
    anyOf,
    oneOf,
    prefixItems,
    items,
    not,
    propertyNames,
    additionalProperties,
    Object.values(Object(properties)),
  ];
  const count = places.get(schema) ?? 1 + placesOf(parts);
  places.set(schema, count);
  return count;
}

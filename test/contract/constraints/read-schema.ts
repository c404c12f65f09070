import { isDeepStrictEqual } from 'node:util';
import { type Document, type Reference, resolve, type Schema } from '@plumbline/spec-tools/document/document';
import type { JsonSchema } from './json-schema.ts';

type Node = Readonly<Record<string, unknown>>;

const annotations = ['title', 'description', 'default', 'examples', 'deprecated', '$comment'];
const plain = [
  ...['type', 'enum', 'const', 'format', 'pattern', 'required', 'uniqueItems', 'multipleOf'],
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'minLength', 'maxLength'],
  ...['minItems', 'maxItems', 'minProperties', 'maxProperties'],
];
const single = ['items', 'propertyNames', 'not', 'additionalProperties'];
const lists = ['anyOf', 'oneOf', 'prefixItems'];

/** Schemas by reference, so that each reference to a component gives the same object. */
const components = new WeakMap<Document, Map<string, JsonSchema>>();

/** The schemas that were read, so that each is read and compiled once. */
const readSchemas = new WeakMap<Document, WeakMap<object, JsonSchema>>();

/**
 * Reads a schema of a spec: resolves its references and merges its `allOf`. Where a schema refers to itself, it ends: without that
 * property, or with a list without items.
 *
 * @throws {Error} When the schema has an unsupported keyword, no instance that ends, or cannot be merged: a constraint that is not
 * tested must not look tested.
 */
export function readSchema(document: Document, schema: Schema | Reference | boolean): JsonSchema {
  if (typeof schema === 'boolean') return schema ? {} : { not: {} };
  const schemas = readSchemas.get(document) ?? new WeakMap<object, JsonSchema>();
  readSchemas.set(document, schemas);
  const found = schemas.get(schema) ?? read(document, schema, []);
  if (!found) throw new Error('A schema requires itself, so that no instance of it ends.');
  schemas.set(schema, found);
  return found;
}

/** Reads a schema; undefined for one that refers to a schema in which it stands. */
function read(document: Document, schema: unknown, trail: readonly string[]): JsonSchema | undefined {
  if (typeof schema === 'boolean') return schema ? {} : { not: {} };
  const { $ref, allOf = [], ...own } = schema as Node & { $ref?: string; allOf?: unknown[] };
  const parts = [...allOf.map((part) => read(document, part, trail))];
  if ($ref) parts.push(readReference(document, $ref, trail));
  const rest = readOwn(document, own, trail);
  // Return the object of the component: caches use it as their key.
  if (parts.length === 1 && rest && Object.keys(rest).length === 0) return parts[0];
  return [...parts, rest].reduce((one, other) => one && other && merge(one, other), {});
}

function readReference(document: Document, $ref: string, trail: readonly string[]): JsonSchema | undefined {
  if (trail.includes($ref)) return undefined;
  const known = components.get(document) ?? new Map<string, JsonSchema>();
  components.set(document, known);
  const found = known.get($ref) ?? read(document, resolve(document, { $ref }), [...trail, $ref]);
  if (found) known.set($ref, found);
  return found;
}

function readOwn(document: Document, node: Node, trail: readonly string[]): JsonSchema | undefined {
  const result: Record<string, unknown> = {};
  const leaveOut = () => {
    result.partial = true;
  };
  for (const [keyword, value] of Object.entries(node)) {
    if (annotations.includes(keyword) || keyword.startsWith('x-')) continue;
    if (plain.includes(keyword) || (keyword === 'additionalProperties' && typeof value === 'boolean'))
      result[keyword] = value;
    else if (single.includes(keyword)) {
      const part = read(document, value, trail);
      if (!part && keyword === 'items' && Number(node.minItems ?? 0) > 0) return undefined;
      if (part) result[keyword] = part;
      else leaveOut();
    } else if (lists.includes(keyword)) {
      const parts = (value as unknown[]).map((part) => read(document, part, trail));
      const ending = parts.filter((part) => part !== undefined);
      if (ending.length === 0 || (keyword === 'prefixItems' && ending.length < parts.length)) return undefined;
      if (ending.length < parts.length) leaveOut();
      result[keyword] = ending;
    } else if (keyword === 'properties') {
      const entries = Object.entries(value as Node).map(([name, part]) => [name, read(document, part, trail)] as const);
      const required = (node.required ?? []) as readonly string[];
      if (entries.some(([name, part]) => !part && required.includes(name))) return undefined;
      result[keyword] = Object.fromEntries(entries.filter(([, part]) => part !== undefined));
    } else {
      throw new Error(`unsupported keyword \`${keyword}\`. Add it to test/contract/constraints/.`);
    }
  }
  return result;
}

function merge(one: JsonSchema, other: JsonSchema): JsonSchema {
  const result: Record<string, unknown> = { ...one };
  for (const [keyword, value] of Object.entries(other)) {
    const known = result[keyword];
    if (keyword === 'required' && known)
      result.required = [...new Set([...(known as string[]), ...(value as string[])])];
    else if (keyword === 'properties' && known) result.properties = mergeProperties(known as never, value);
    else if (known === undefined || isDeepStrictEqual(known, value)) result[keyword] = value;
    else throw new Error(`The parts of an \`allOf\` differ in \`${keyword}\`. Write it once.`);
  }
  // `additionalProperties` applies to the properties of its own part alone.
  if (typeof result.additionalProperties !== 'undefined' && result.additionalProperties !== true) {
    const names = Object.keys((result.properties ?? {}) as object);
    for (const part of [one, other]) {
      if (part.additionalProperties === undefined || Object.keys(part.properties ?? {}).length === names.length)
        continue;
      throw new Error('A part of an `allOf` has `additionalProperties` of its own. Write the properties beside it.');
    }
  }
  return result;
}

function mergeProperties(one: Readonly<Record<string, JsonSchema>>, other: Readonly<Record<string, JsonSchema>>) {
  const result = { ...one };
  for (const [name, schema] of Object.entries(other))
    result[name] = name in one ? merge(one[name] ?? {}, schema) : schema;
  return result;
}

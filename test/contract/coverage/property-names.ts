import { type Document, type Reference, resolve } from '@plumbline/spec-tools/document/document';
import { escapeKey, keysOf } from '@plumbline/spec-tools/document/pointer';
import type { SchemaValidators } from '@plumbline/spec-tools/validate/schema-validators';

type Part = AnySchema | Reference | boolean;
interface AnySchema {
  readonly properties?: Readonly<Record<string, Part>>;
  readonly additionalProperties?: Part;
  readonly items?: Part;
  readonly allOf?: readonly Part[];
  readonly anyOf?: readonly Part[];
  readonly oneOf?: readonly Part[];
}

/** Notes each property that a schema declares by its JSON Pointer, so that one in a shared schema counts once. */
export function declaredProperties(document: Document, pointer: string, names: Set<string>): void {
  const seen = new Set<string>();
  visit(document, pointer, (schema, at) => {
    if (seen.has(at)) return [];
    seen.add(at);
    const { properties = {}, additionalProperties, items, allOf, anyOf, oneOf } = schema;
    for (const name of Object.keys(properties)) names.add(propertyPointer(at, name));
    return [
      ...Object.keys(properties).map((name) => propertyPointer(at, name)),
      ...(additionalProperties === undefined ? [] : [`${at}/additionalProperties`]),
      ...(items === undefined ? [] : [`${at}/items`]),
      ...Object.entries({ allOf, anyOf, oneOf }).flatMap(([keyword, members = []]) =>
        members.map((_, index) => `${at}/${keyword}/${index}`),
      ),
    ];
  });
}

/** Adds each property of a schema that a value has, in the alternatives that accept it. */
export function reachedProperties(
  document: Document,
  validators: SchemaValidators,
  pointer: string,
  value: unknown,
  names: Set<string>,
): void {
  const reach = (at: string, part: unknown) => reachedProperties(document, validators, at, part, names);
  visit(document, pointer, (schema, at) => {
    const { properties = {}, additionalProperties, items, allOf = [] } = schema;
    if (Array.isArray(value)) {
      if (items !== undefined) for (const item of value) reach(`${at}/items`, item);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, part] of Object.entries(value)) {
        if (Object.hasOwn(properties, name)) {
          names.add(propertyPointer(at, name));
          reach(propertyPointer(at, name), part);
        } else if (additionalProperties !== undefined) reach(`${at}/additionalProperties`, part);
      }
    }
    const alternatives = (['anyOf', 'oneOf'] as const).flatMap((keyword) =>
      (schema[keyword] ?? []).map((_, index) => `${at}/${keyword}/${index}`),
    );
    return [
      ...allOf.map((_, index) => `${at}/allOf/${index}`),
      ...alternatives.filter((alternative) => validators.at(keysOf(alternative))?.(value).length === 0),
    ];
  });
}

/** Visits the schema at a pointer, its references followed, and those that the visit names. */
function visit(document: Document, pointer: string, onSchema: (schema: AnySchema, at: string) => string[]): void {
  const at = withoutReference(document, pointer);
  const schema = nodeOf(document, at);
  if (typeof schema !== 'object' || schema === null) return;
  for (const next of onSchema(schema as AnySchema, at)) visit(document, next, onSchema);
}

function withoutReference(document: Document, pointer: string): string {
  const node = nodeOf(document, pointer) as { readonly $ref?: string } | boolean | undefined;
  return typeof node === 'object' && node.$ref ? withoutReference(document, node.$ref.slice(1)) : pointer;
}

function nodeOf(document: Document, pointer: string): unknown {
  return keysOf(pointer).reduce<unknown>((node, key) => Object(resolve(document, node as object))[key], document);
}

function propertyPointer(at: string, name: string): string {
  return `${at}/properties/${escapeKey(name)}`;
}

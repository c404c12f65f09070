import type { Document, Media, Operation } from '@plumbline/spec-tools/document/document';
import type { PaginationExtension } from '@plumbline/spec-tools/document/pagination-extension';
import { keysOfPlace } from '@plumbline/spec-tools/document/pointer';
import type { Node } from '../read/source.ts';
import { examplesOf, fitsSchema } from './examples.ts';
import { isType, read } from './list-signs.ts';

/** The examples of a response by their names. */
type Examples = Readonly<Record<string, { readonly value: unknown }>>;

/**
 * Writes the examples of the pages of a list: `page1`, `page2` and `empty`, made of the first example of its response, and the others.
 * Undefined if no valid example can be the last page.
 */
export function writePages(
  document: Document,
  operation: Operation,
  pagination: PaginationExtension,
  { schema, examples = {} }: Media,
): Examples | undefined {
  const { items: place, next, more, total, pages, last: key } = pagination;
  const [[first, example] = ['', undefined], ...others] = Object.entries(examples);
  const body = { schema: schema as Node, value: completeExample(document, schema as Node, example?.value, pagination) };
  const items = valueAt(body.value, keysOfPlace(place));
  if (!Array.isArray(items) || items.length === 0) return undefined;
  const pageOf = (shown: readonly unknown[], isLast: boolean, count: number): unknown => {
    let value = replace(body.value, keysOfPlace(place), shown);
    if (total !== undefined) value = replace(value, keysOfPlace(total), count);
    if (pages !== undefined) value = replace(value, keysOfPlace(pages), Math.min(count, 2));
    if (more !== undefined) value = replace(value, keysOfPlace(more), !isLast);
    if (next === undefined) return value;
    // Where the vendor says that there are no more pages, the last one may still have a cursor.
    return isLast
      ? (withoutNext(document, body.schema, value, keysOfPlace(next)) ?? (more === undefined ? undefined : value))
      : replace(value, keysOfPlace(next), nextValue(document, operation, pagination, body.schema));
  };
  const idSchema = schemaAt(document, schemaAt(document, body.schema, keysOfPlace(place)).items ?? {}, [key ?? '']);
  // A page that ends with the cursor it was asked for would be the same page again.
  const further = key === undefined ? items : items.map((item) => replaceId(item, key, idSchema));
  const last = pageOf(further, true, items.length * 2);
  const empty = pageOf([], true, 0);
  if (last === undefined || empty === undefined) return undefined;
  const page1 = { ...example, value: pageOf(items, false, items.length * 2) };
  const isCompleted = body.value !== example?.value;
  if (isCompleted && !fitsSchema(componentsOf(document), body.schema, empty)) return undefined;
  const rest = others.filter(([name]) => name !== first);
  return { page1, page2: { value: last }, empty: { value: empty }, ...Object.fromEntries(rest) };
}

/** An example with the objects that say how the list goes on, which one of a document may lack. */
function completeExample(
  document: Document,
  schema: Node,
  example: unknown,
  { next, more, total, pages }: PaginationExtension,
): unknown {
  const parents = [next, more, total, pages].flatMap((place) =>
    place === undefined ? [] : [keysOfPlace(place).slice(0, -1)],
  );
  return parents.reduce<unknown>((value, keys) => {
    if (keys.length === 0 || valueAt(value, keys) !== undefined) return value;
    return replace(value, keys, examplesOf(schemaAt(document, schema, keys), componentsOf(document))[0]);
  }, example);
}

function componentsOf(document: Document): Readonly<Record<string, Node>> {
  return (document.components?.schemas ?? {}) as Readonly<Record<string, Node>>;
}

/** An item with another id: a free text that ends with a letter gets a digit. In any other, the last digit, or letter, is another one. */
function replaceId(item: unknown, key: string, { format, enum: values }: Node): unknown {
  const id = valueAt(item, [key]);
  if (typeof id === 'number') return replace(item, [key], id + 1);
  if (typeof id !== 'string') return item;
  if (/[a-z]$/i.test(id) && !format && !values) return replace(item, [key], `${id}2`);
  const others: Readonly<Record<string, string>> = { 0: '1', a: 'b', A: 'B' };
  const other = id.replace(/\d/.test(id) ? /\d(?=\D*$)/ : /[a-z](?=[^a-z]*$)/i, (last) => {
    const first = /\d/.test(last) ? '0' : last === last.toUpperCase() ? 'A' : 'a';
    return last === first ? (others[first] ?? last) : first;
  });
  return replace(item, [key], other);
}

/** A cursor, or the URL of the second page. */
function nextValue(
  document: Document,
  { path, parameters }: Operation,
  { style, next = '' }: PaginationExtension,
  body: Node,
): unknown {
  const schema = schemaAt(document, body, keysOfPlace(next));
  if (style === 'cursor') {
    const components = componentsOf(document);
    if (isType(schema, 'object')) return { ...(examplesOf(schema, components)[0] as object) };
    if (isType(schema, 'integer', 'number')) return 2;
    return schema.enum || schema.format ? examplesOf(schema, components)[0] : 'cursor2';
  }
  const filled = path.replace(/\{([^}]+)\}/g, (whole, name) => {
    const example = parameters.find((one) => one.in === 'path' && one.name === name)?.example;
    return example === undefined ? whole : encodeURIComponent(String(example));
  });
  return `${document.servers[0]?.url ?? ''}${filled}?cursor=cursor2`;
}

/** A page that names no next one: without the property, or with another value that ends the list. */
function withoutNext(document: Document, schema: Node, page: unknown, keys: readonly string[]): unknown {
  for (let { length } = keys; length > 0; length--) {
    const place = keys.slice(0, length);
    const parent = schemaAt(document, schema, place.slice(0, -1));
    const given: Node = parent.properties?.[place.at(-1) ?? ''] ?? {};
    if (!(parent.required ?? []).includes(place.at(-1))) return replace(page, place, undefined);
    if (isNullable(given)) return replace(page, place, null);
    const { type, enum: values, format, minLength } = read(document, given);
    if (length === keys.length && type === 'string' && !values && !format && !minLength)
      return replace(page, place, '');
  }
  return undefined;
}

function isNullable(schema: Node): boolean {
  return isType(schema, 'null') || (schema.anyOf ?? []).some((one: Node) => one.type === 'null');
}

function schemaAt(document: Document, schema: Node, keys: readonly string[]): Node {
  return keys.reduce((parent, key) => read(document, parent.properties?.[key] ?? {}), read(document, schema));
}

/** A value in another one, at the keys of a place. */
export function valueAt(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((parent, key) => Object(parent)[key], value);
}

/** Copies a value with another one at a place; without the property, if the other one is undefined. */
function replace(value: unknown, [key, ...rest]: readonly string[], replacement: unknown): unknown {
  if (key === undefined) return replacement;
  const child = replace(Object(value)[key], rest, replacement);
  const { [key]: _, ...others } = Object(value);
  // In the order of the properties.
  if (child === undefined) return others;
  return { ...Object(value), [key]: child };
}

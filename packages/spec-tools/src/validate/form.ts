import { bodyKindOf } from '../document/content-kind.ts';
import { type Document, type EncodingObject, type Reference, resolve } from '../document/document.ts';
import { coerce, type TextSchema, typesOf } from './coerce.ts';
import { type Declaration, type Pair, pairsOf, readPairs } from './deserialize.ts';
import { readParts } from './multipart.ts';

interface FieldsObject {
  readonly schema?: TextSchema | Reference;
  readonly encoding?: Readonly<Record<string, EncodingObject>>;
}

/** Parses a form: each field as its `encoding` says, or else a list as repeated, and an object as JSON. */
export function readForm(document: Document, { schema = {}, encoding = {} }: FieldsObject, text: string): object {
  const pairs = pairsOf(text);
  const form = new Map<string, unknown>();
  const read = new Set<string>();
  for (const [name, property] of Object.entries(resolve(document, schema).properties ?? {})) {
    const { contentType, ...style } = encoding[name] ?? {};
    const isStyled = style.style !== undefined || style.explode !== undefined;
    const isJson = !isStyled && (contentType ? bodyKindOf(contentType) === 'json' : isObjectOnly(document, property));
    const field: Declaration = {
      path: [],
      name,
      in: 'query',
      schema: property,
      ...style,
      ...(isJson && { explode: false, content: { 'application/json': { schema: property } } }),
    };
    const { value, names } = readPairs(document, field, pairs);
    if (value === undefined) continue;
    form.set(name, value);
    for (const used of names) read.add(used);
  }
  for (const [name] of pairs) {
    if (!read.has(name)) form.set(name, new URLSearchParams(text).get(name));
  }
  return Object.fromEntries(form);
}

/**
 * Parses a multipart body. A file becomes text.
 *
 * @throws {SyntaxError} When it has no parts by its boundary, or a part that says it is JSON is none.
 */
export function readMultipart(
  document: Document,
  { schema = {}, encoding = {} }: FieldsObject,
  contentType: string,
  text: string,
): object {
  const { properties = {} } = resolve(document, schema);
  const values = new Map<string, unknown[]>();
  const lists = new Set<string>();
  const parts = readParts(contentType, text);
  const pairs = parts.map(({ name, text: content }): Pair => [name, encodeURIComponent(content)]);
  const styled = new Map<string, unknown>();
  for (const { name, type = encoding[name]?.contentType ?? '', fileName, text: content } of parts) {
    const [field = ''] = name.split('[', 1);
    const { style, explode } = encoding[field] ?? {};
    // A list of the style `form` is repeated, like one without a style.
    if (style !== undefined && style !== 'form') {
      const declared = { path: [], name: field, in: 'query', schema: properties[field] ?? {}, style } as const;
      styled.set(field, readPairs(document, { ...declared, ...(explode !== undefined && { explode }) }, pairs).value);
      continue;
    }
    const property = properties[name] ?? {};
    const isList = typesOf(document, property).has('array');
    const isJson = fileName === undefined && bodyKindOf(type) === 'json';
    // A list may be one part of JSON.
    const isWhole = isJson && bodyKindOf(encoding[name]?.contentType ?? '') === 'json';
    if (isList && !isWhole) lists.add(name);
    const { items = {} } = resolve(document, property);
    const value = isJson ? JSON.parse(content) : coerce(document, isList ? items : property, content);
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  // A repeated value stays a list, so that a schema of a single value refuses it.
  return Object.fromEntries([
    ...[...values].map(([name, found]): [string, unknown] => [
      name,
      lists.has(name) || found.length > 1 ? found : found[0],
    ]),
    ...styled,
  ]);
}

function isObjectOnly(document: Document, schema: TextSchema | Reference): boolean {
  const types = typesOf(document, schema);
  return types.has('object') && !types.has('array') && !types.has('string');
}

import { type Encoding, type Media, own } from '../document/openapi.ts';
import { allows, propertiesOf } from '../document/schemas.ts';
import { coerce, itemsOf } from './deep-object.ts';
import { readParts } from './multipart.ts';
import { decodeForm, pairsOf, readPairs } from './parameters.ts';

/** Reads a form: each field as its `encoding` says, or else a list as repeated, and an object as JSON. */
export function readForm({ schema = {}, encoding = {} }: Media, text: string): object {
  const pairs = pairsOf(text);
  const form = new Map<string, unknown>(new URLSearchParams(text));
  for (const [name, property] of Object.entries(propertiesOf(schema))) {
    const { contentType, ...styles }: Encoding = own(encoding, name) ?? {};
    for (const [key] of pairs) if (styles.style === 'deepObject' && key.startsWith(`${name}[`)) form.delete(key);
    const value = readField({ name, schema: property, ...styles }, contentType, pairs);
    if (value !== undefined) form.set(name, value);
  }
  return Object.fromEntries(form);
}

/**
 * Reads a multipart body. A file becomes text.
 *
 * @throws {SyntaxError} If it has no parts by its boundary, or a part that says it is JSON is none.
 */
export function readMultipart({ schema = {}, encoding = {} }: Media, contentType: string, text: string): object {
  const properties = propertiesOf(schema);
  const values = new Map<string, unknown[]>();
  const lists = new Set<string>();
  const parts = readParts(contentType, text);
  const pairs = parts.map(({ name, text: content }) => [name, encodeURIComponent(content)] as const);
  for (const { name, type, fileName, text: content } of parts) {
    const [field = ''] = name.split('[', 1);
    const styles: Encoding = own(encoding, field) ?? {};
    // A list of the style `form` is repeated, like one without a style.
    if (styles.style && styles.style !== 'form') {
      values.set(field, [readPairs({ ...styles, name: field, schema: own(properties, field) ?? {} }, pairs)]);
      continue;
    }
    const property = own(properties, name) ?? {};
    const { contentType: declared }: Encoding = own(encoding, name) ?? {};
    const items = itemsOf(property);
    const isJson = fileName === undefined && jsonType.test(type ?? declared ?? '');
    // A list may be one part of JSON.
    if (items && !(isJson && jsonType.test(declared ?? ''))) lists.add(name);
    const value = isJson ? JSON.parse(content) : coerce(items ?? property, content);
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  // A repeated value stays a list, so that a schema of a single value refuses it.
  return Object.fromEntries(
    [...values].map(([name, found]) => [name, lists.has(name) || found.length > 1 ? found : found[0]]),
  );
}

const jsonType = /[/+]json\b/i;

function readField(
  field: Parameters<typeof readPairs>[0],
  contentType: string | undefined,
  pairs: Parameters<typeof readPairs>[1],
): unknown {
  const { schema = {}, style, explode } = field;
  const isObject = allows(schema, 'object') && !allows(schema, 'array', 'string');
  const isStyled = style !== undefined || explode !== undefined;
  if (isStyled || !(contentType ? jsonType.test(contentType) : isObject)) return readPairs(field, pairs);
  const [, text] = pairs.find(([key]) => key === field.name) ?? [];
  return text === undefined ? undefined : JSON.parse(decodeForm(text));
}

import type { Parameter, Schema } from '../document/openapi.ts';
import { allows, propertiesOf, violationOf } from '../document/schemas.ts';
import { coerce, isMap, itemsOf, objectOf, propertyOf, readDeep } from './deep-object.ts';

/** A name and a value of a query or a form. The name is decoded, and the value is not. */
type Pair = readonly [name: string, value: string];
type Style = Pick<Parameter, 'name' | 'style' | 'explode' | 'schema' | 'content'>;

const scalars = ['string', 'number', 'integer', 'boolean'];

/** Splits a query or a form into its pairs. */
export function pairsOf(text: string): Pair[] {
  const parts = text.split('&').filter(Boolean);
  return parts.map((part) => {
    const [name = ''] = part.split('=', 1);
    return [decodeForm(name), part.slice(name.length + 1)];
  });
}

/** Splits a `Cookie` header into its pairs. */
export function cookiesOf(headers: Headers): Pair[] {
  return pairsOf((headers.get('cookie') ?? '').replaceAll('+', '%2B').replace(/; */g, '&'));
}

/** Reads a parameter of a path or a header: a text, or a list or an object in OpenAPI's style `simple`, `label` or `matrix`. */
export function readText(parameter: Style, text: string, read: (text: string) => string): unknown {
  const { name, style = 'simple', explode = false, schema = {}, content } = parameter;
  if (content) return readMedia(content, read(text));
  if (style === 'label') return readParts(schema, text.replace(/^\./, ''), explode ? '.' : ',', explode, read);
  if (style !== 'matrix') return readParts(schema, text, ',', explode, read);
  const pairs = text.split(';').slice(1);
  const [first = ''] = pairs;
  if (explode && itemsOf(schema)) return readItems(schema, pairs.map(behindEquals), read);
  if (explode && isMap(schema)) return readParts(schema, pairs.join(';'), ';', true, read);
  return read(first.split('=', 1)[0] ?? '') === name ? readParts(schema, behindEquals(first), ',', false, read) : text;
}

/**
 * Reads a value of a query, a form or cookies. Returns `undefined` if it is not there.
 *
 * @param others The names of other parameters, which an object with properties of any name does not have. @default none
 */
export function readPairs(parameter: Style, pairs: readonly Pair[], others: readonly string[] = []): unknown {
  const { name, style = 'form', explode = style === 'form', schema = {}, content } = parameter;
  const values = pairs.filter(([key]) => key === name).map(([, value]) => value);
  const [first] = values;
  if (content) return first === undefined ? undefined : readMedia(content, decodeForm(first));
  if (style === 'deepObject') {
    const inner = pairs.filter(([key]) => key.startsWith(`${name}[`) && key.endsWith(']'));
    if (inner.length > 0)
      return readDeep(
        schema,
        inner.map(([key, value]) => [key.slice(name.length), decodeForm(value)]),
      );
  } else if (explode && isMap(schema) && first === undefined) {
    const properties = propertiesOf(objectOf(schema));
    const { additionalProperties: more = Object.keys(properties).length === 0 } = objectOf(schema);
    const found = new Map<string, string[]>();
    for (const [key, value] of pairs) {
      const isOwn = Object.hasOwn(properties, key) || (more !== false && !others.includes(key));
      if (isOwn) found.set(key, [...(found.get(key) ?? []), value]);
    }
    const entries = [...found].map(([key, texts]) => [key, readMany(propertyOf(schema, key), texts)]);
    return entries.length > 0 ? Object.fromEntries(entries) : undefined;
  }
  if (first === undefined) return undefined;
  if (explode || style === 'deepObject' || values.length > 1) return readMany(schema, values);
  const encoded = first.includes('|') ? '|' : /%7C/i;
  const separator = style === 'spaceDelimited' ? /%20|\+/ : style === 'pipeDelimited' ? encoded : ',';
  return readParts(schema, first, separator, false, decodeForm);
}

function readMany(schema: Schema, values: readonly string[]): unknown {
  if (itemsOf(schema)) return readItems(schema, values, decodeForm);
  const read = values.map((value) => readPart(schema, decodeForm(value)));
  // A repeated value stays a list, so that a schema of a single value refuses it.
  return read.length > 1 ? read : read[0];
}

/** Reads a value whose items or properties stand in one text. */
function readParts(
  schema: Schema,
  text: string,
  separator: string | RegExp,
  explode: boolean,
  read: (text: string) => string,
): unknown {
  const parts = text.split(separator);
  if (itemsOf(schema)) return readItems(schema, parts, read);
  if (!isMap(schema)) return coerce(schema, read(text));
  const entries = explode
    ? parts.map((part) => [part.split('=', 1)[0] ?? '', behindEquals(part)])
    : parts.flatMap((part, index) => (index % 2 ? [] : [[part, parts[index + 1] ?? '']]));
  return Object.fromEntries(
    entries.map(([key = '', value = '']) => [read(key), readPart(propertyOf(schema, read(key)), read(value))]),
  );
}

/** Reads a list. One text that is not an item of it is itself a value, where the schema also allows one. */
function readItems(schema: Schema, texts: readonly string[], read: (text: string) => string): unknown {
  const list = texts.map((text) => readPart(itemsOf(schema) ?? {}, read(text)));
  const [only = ''] = texts;
  const isValue = texts.length === 1 && allows(schema, ...scalars) && violationOf(schema, list) !== undefined;
  return isValue ? coerce(schema, read(only)) : list;
}

/** Reads a part of a list or an object. A list or an object in it is JSON. */
function readPart(schema: Schema, text: string): unknown {
  return /^[[{]/.test(text) && allows(schema, 'array', 'object') ? readJson(text) : coerce(schema, text);
}

function readMedia(content: object, text: string): unknown {
  return Object.keys(content).some((type) => /[/+]json\b/i.test(type)) ? readJson(text) : text;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The part of a pair behind `=`. */
function behindEquals(pair: string): string {
  return pair.includes('=') ? pair.slice(pair.indexOf('=') + 1) : '';
}

/** Percent-decodes a text. One that is not encoded well stays unchanged. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Decodes a part of a form or a query, where `+` is a space. */
export function decodeForm(text: string): string {
  return decode(text.replaceAll('+', ' '));
}

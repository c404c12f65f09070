import type { Document, Reference } from '../document/document.ts';
import { coerce, isOfType, type TextSchema, typesOf, variantOf } from './coerce.ts';
import { readDeep } from './deep-object.ts';
import type { KeyPath } from './location.ts';

type SchemaOf = TextSchema | Reference;

/** The declaration of a parameter or a response header. */
export interface Declaration {
  /** The path of the declaration in the document. */
  readonly path: KeyPath;
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required?: boolean;
  readonly style?: string;
  readonly explode?: boolean;
  readonly schema?: TextSchema | Reference;
  readonly content?: Readonly<Record<string, { readonly schema?: TextSchema | Reference }>>;
}

/** A name and a value of a query or a form. The name is decoded, and the value is not. */
export type Pair = readonly [name: string, value: string];

/** Splits a query or a form body into its pairs. */
export function pairsOf(text: string): Pair[] {
  const parts = text.split('&').filter((part) => part !== '');
  return parts.map((part) => {
    const end = part.includes('=') ? part.indexOf('=') : part.length;
    return [decodeForm(part.slice(0, end)), part.slice(end + 1)];
  });
}

/** Splits a `Cookie` header into its pairs. */
export function cookiesOf(header: string | undefined): Pair[] {
  return pairsOf((header ?? '').replace(/; */g, '&').replaceAll('+', '%2B'));
}

/** Parses a path parameter (style `simple`, `label` or `matrix`) or a header (style `simple`). */
export function readSimple(document: Document, parameter: Declaration, text: string): unknown {
  const { content, name, style = 'simple', explode = false, schema = {} } = parameter;
  const decode = parameter.in === 'path' ? decodePath : (value: string) => value.trim();
  if (content) return readMedia(content, decode(text));
  if (style === 'label')
    return readParts(document, schema, text.replace(/^\./, ''), explode ? '.' : ',', explode, decode);
  if (style !== 'matrix') return readParts(document, schema, text, ',', explode, decode);
  const types = typesOf(document, schema);
  const pairs = text.split(';').slice(1);
  const values = pairs.map((pair) => pair.slice(pair.split('=', 1)[0]?.length).replace(/^=/, ''));
  if (explode && types.has('array')) return readItems(document, schema, values, decode);
  if (explode && types.has('object')) return readParts(document, schema, pairs.join(';'), ';', true, decode);
  return decodePath(pairs[0]?.split('=', 1)[0] ?? '') === name
    ? readParts(document, schema, values[0] ?? '', ',', false, decode)
    : undefined;
}

/**
 * Parses a parameter from the pairs of a query, a form or cookies. Also returns the names of the pairs that belong to it.
 *
 * @param others The names of other parameters, which an object with properties of any name does not have. @default none
 */
export function readPairs(
  document: Document,
  { name, style = 'form', explode = style === 'form', schema = {}, content }: Declaration,
  pairs: readonly Pair[],
  others: ReadonlySet<string> = new Set(),
): { readonly value: unknown; readonly names: readonly string[] } {
  const types = typesOf(document, schema);
  const values = pairs.filter(([key]) => key === name).map(([, value]) => value);
  const [first] = values;
  if (content) return { value: first === undefined ? undefined : readMedia(content, decodeForm(first)), names: [name] };
  if (style === 'deepObject') {
    const own = pairs.filter(([key]) => key.startsWith(`${name}[`) && key.endsWith(']'));
    if (own.length > 0) {
      const inner = own.map(([key, value]): Pair => [key.slice(name.length), decodeForm(value)]);
      return { value: readDeep(document, schema, inner), names: own.map(([key]) => key) };
    }
  }
  if (explode && types.has('object') && style !== 'deepObject' && first === undefined) {
    const { properties = {}, additionalProperties = Object.keys(properties).length === 0 } = variantOf(
      document,
      schema,
      'object',
    );
    const isOwn = (key: string) =>
      Object.hasOwn(properties, key) || (additionalProperties !== false && !others.has(key));
    const own = pairs.filter(([key]) => isOwn(key));
    const keys = [...new Set(own.map(([key]) => key))];
    const entries = keys.map((key) => {
      const texts = own.filter(([other]) => other === key).map(([, value]) => value);
      const inner = Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
      return [key, readMany(document, typeof inner === 'object' ? inner : {}, texts)];
    });
    return { value: keys.length > 0 ? Object.fromEntries(entries) : undefined, names: keys };
  }
  if (first === undefined) return { value: undefined, names: [name] };
  if (explode || values.length > 1) return { value: readMany(document, schema, values), names: [name] };
  const separator = { spaceDelimited: /%20|\+/, pipeDelimited: first.includes('|') ? '|' : /%7C/i }[style] ?? ',';
  return { value: readParts(document, schema, first, separator, false, decodeForm), names: [name] };
}

/** Parses a value that occurs once or many times. */
function readMany(document: Document, schema: SchemaOf, values: readonly string[]): unknown {
  if (typesOf(document, schema).has('array')) return readItems(document, schema, values, decodeForm);
  const found = values.map((value) => readPart(document, schema, decodeForm(value)));
  // A repeated value stays a list, so that a schema of a single value refuses it.
  return found.length > 1 ? found : found[0];
}

/** Parses a value whose items or properties stand in one text. */
function readParts(
  document: Document,
  schema: SchemaOf,
  text: string,
  separator: string | RegExp,
  explode: boolean,
  decode: (text: string) => string,
): unknown {
  const types = typesOf(document, schema);
  if (types.has('array')) return readItems(document, schema, text.split(separator), decode);
  if (!types.has('object')) return coerce(document, schema, decode(text));
  const { properties = {}, additionalProperties } = variantOf(document, schema, 'object');
  const parts = text.split(separator);
  const entries = explode
    ? parts.map((part) => [part.split('=', 1)[0] ?? '', part.slice((part.split('=', 1)[0]?.length ?? 0) + 1)])
    : parts.flatMap((part, index) => (index % 2 ? [] : [[part, parts[index + 1] ?? '']]));
  return Object.fromEntries(
    entries.map(([key = '', value = '']) => {
      const name = decode(key);
      const inner = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
      return [name, readPart(document, typeof inner === 'object' ? inner : {}, decode(value))];
    }),
  );
}

/** Parses a list. One text that is not an item of it is itself a value, where the schema also allows one. */
function readItems(
  document: Document,
  schema: SchemaOf,
  texts: readonly string[],
  decode: (text: string) => string,
): unknown {
  const { items = {} } = variantOf(document, schema, 'array');
  const list = texts.map((text) => readPart(document, items, decode(text)));
  if (list.length !== 1 || isOfType(document, items, list[0])) return list;
  const value = coerce(document, schema, decode(texts[0] ?? ''));
  return isOfType(document, schema, value) ? value : list;
}

/** Parses a part of a list or an object. A list or an object in it is JSON. */
function readPart(document: Document, schema: SchemaOf, text: string): unknown {
  const types = typesOf(document, schema);
  const isNested = /^[[{]/.test(text) && (types.has('array') || types.has('object'));
  return isNested ? parseJson(text) : coerce(document, schema, text);
}

function readMedia(content: object, text: string): unknown {
  return Object.keys(content).some((mediaType) => /[/+]json\b/i.test(mediaType)) ? parseJson(text) : text;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export function decodeForm(text: string): string {
  return decodePath(text.replaceAll('+', ' '));
}

function decodePath(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

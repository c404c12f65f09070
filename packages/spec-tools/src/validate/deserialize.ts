import { type Document, type Reference, resolve } from '../document/document.ts';
import { coerce, type TextSchema, typesOf } from './coerce.ts';
import type { KeyPath } from './location.ts';

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

/** Parses a path parameter or a header (style `simple`). */
export function readSimple(document: Document, parameter: Declaration, text: string): unknown {
  const { content, explode = false, schema = {} } = parameter;
  const decode = parameter.in === 'path' ? decodePath : (value: string) => value.trim();
  if (content) return parseJson(decode(text));
  return readDelimited(document, schema, text, ',', explode, decode);
}

/** Parses a parameter from the pairs of a query or a form. Also returns the names of the pairs that belong to it. */
export function readPairs(
  document: Document,
  { name, style = 'form', explode = style === 'form', schema = {}, content }: Declaration,
  pairs: readonly Pair[],
): { readonly value: unknown; readonly names: readonly string[] } {
  const read = (type: TextSchema | Reference, values: readonly string[]) => {
    const isArray = typesOf(document, type).has('array');
    const { items = {} } = resolve(document, type);
    const found = values.map((value) => coerce(document, isArray ? items : type, decodeForm(value)));
    // A repeated value stays a list, so that a schema of a single value refuses it.
    return isArray || found.length > 1 ? found : found[0];
  };
  const properties = new Map(Object.entries(resolve(document, schema).properties ?? {}));
  const types = typesOf(document, schema);

  if (style === 'deepObject') {
    const own = pairs.filter(([key]) => key.startsWith(`${name}[`) && key.endsWith(']'));
    return objectOf(own, (key) => key.slice(name.length + 1, -1));
  }
  if (explode && types.has('object'))
    return objectOf(
      pairs.filter(([key]) => properties.has(key)),
      (key) => key,
    );

  const values = pairs.filter(([key]) => key === name).map(([, value]) => value);
  const [first] = values;
  if (first === undefined) return { value: undefined, names: [name] };
  if (content) return { value: parseJson(decodeForm(first)), names: [name] };
  if (explode || values.length > 1) return { value: read(schema, values), names: [name] };
  const delimiter = { spaceDelimited: /%20|\+/, pipeDelimited: /\||%7C/i }[style] ?? ',';
  return { value: readDelimited(document, schema, first, delimiter, false, decodeForm), names: [name] };

  function objectOf(own: readonly Pair[], keyOf: (name: string) => string) {
    const keys = new Set(own.map(([key]) => keyOf(key)));
    const entries = [...keys].map((key) => {
      const texts = own.filter(([other]) => keyOf(other) === key).map(([, value]) => value);
      return [key, read(properties.get(key) ?? {}, texts)];
    });
    return { value: keys.size > 0 ? Object.fromEntries(entries) : undefined, names: own.map(([key]) => key) };
  }
}

function readDelimited(
  document: Document,
  schema: TextSchema | Reference,
  text: string,
  delimiter: string | RegExp,
  explode: boolean,
  decode: (text: string) => string,
): unknown {
  const { items = {}, ...rest } = resolve(document, schema);
  const properties = new Map(Object.entries(rest.properties ?? {}));
  const types = typesOf(document, schema);
  if (types.has('array')) return text.split(delimiter).map((item) => coerce(document, items, decode(item)));
  if (!types.has('object')) return coerce(document, schema, decode(text));
  const parts = text.split(delimiter);
  const entries = explode
    ? parts.map((part) => part.split('=', 2))
    : parts.flatMap((part, index) => (index % 2 ? [] : [[part, parts[index + 1]]]));
  return Object.fromEntries(
    entries.map(([key = '', value = '']) => [decode(key), coerce(document, properties.get(key) ?? {}, decode(value))]),
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function decodeForm(text: string): string {
  return decodePath(text.replaceAll('+', ' '));
}

function decodePath(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

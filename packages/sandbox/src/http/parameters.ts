import { own, type Parameter, type Schema } from '../document/openapi.ts';
import { allows, isObject, propertiesOf, typesOf, variantsOf } from '../document/schemas.ts';

/** A name and a value of a query or a form. The name is decoded, and the value is not. */
type Pair = readonly [name: string, value: string];
type Style = Pick<Parameter, 'name' | 'style' | 'explode' | 'schema'>;

/** Splits a query or a form into its pairs. */
export function pairsOf(text: string): Pair[] {
  const parts = text.split('&').filter(Boolean);
  return parts.map((part) => {
    const [name = ''] = part.split('=', 1);
    return [decodeForm(name), part.slice(name.length + 1)];
  });
}

/** The value of a cookie. */
export function cookieOf(headers: Headers, name: string): string | undefined {
  const cookies = (headers.get('cookie') ?? '').split(/; */);
  return cookies.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

/**
 * The schema of a parameter. Without one, a parameter is a text: so are those in a style that the sandbox does not read, such as `matrix`,
 * and objects that are written with commas.
 */
export function schemaOf({ in: place, style = '', explode = true, schema = {} }: Parameter): Schema {
  const isSpread = style === 'deepObject' || (place === 'query' && explode);
  return /^(simple|form|deepObject|)$/.test(style) && (isSpread || !isObject(schema)) ? schema : {};
}

/**
 * Reads a text, or a list with commas, as the types of a schema.
 *
 * @param read Decodes a part.
 */
export function readText(schema: Schema, text: string, read: (text: string) => string): unknown {
  const items = itemsOf(schema);
  return items ? text.split(',').map((part) => coerce(items, read(part))) : coerce(schema, read(text));
}

/** Reads a value of a query or a form in OpenAPI's style `form` or `deepObject`. Returns `undefined` if it is not there. */
export function readPairs(parameter: Style, pairs: readonly Pair[]): unknown {
  const { name, style = 'form', explode = true, schema = {} } = parameter;
  const properties = propertiesOf(schema);
  const found = new Map<string, string[]>();
  const isDeep = style === 'deepObject';
  const isSpread = explode && isObject(schema);
  for (const [key, value] of pairs) {
    const property = isDeep
      ? key.startsWith(`${name}[`) && key.endsWith(']') && key.slice(name.length + 1, -1)
      : (isSpread ? Object.hasOwn(properties, key) : key === name) && key;
    if (property !== false) found.set(property, [...(found.get(property) ?? []), value]);
  }
  if (found.size === 0) return undefined;
  if (isDeep || isSpread) {
    return Object.fromEntries([...found].map(([key, values]) => [key, readMany(own(properties, key) ?? {}, values)]));
  }
  const [values = []] = found.values();
  return explode || values.length > 1 ? readMany(schema, values) : readText(schema, String(values), decodeForm);
}

function readMany(schema: Schema, values: readonly string[]): unknown {
  const items = itemsOf(schema);
  const read = values.map((value) => coerce(items ?? schema, decodeForm(value)));
  // A repeated value stays a list, so that a schema of a single value refuses it.
  return items || read.length > 1 ? read : read[0];
}

/** The schema of the items, where a list is allowed. */
function itemsOf(schema: Schema): Schema | undefined {
  const list = variantsOf(schema).find((one) => typesOf(one).includes('array'));
  return list && (list.items ?? {});
}

/** Makes what a schema allows of a text. */
function coerce(schema: Schema, text: string): unknown {
  // A text stays a text where that is allowed.
  if (allows(schema, 'string')) return text;
  if (allows(schema, 'null') && text === '') return null;
  if (allows(schema, 'boolean') && /^(true|false)$/.test(text)) return text === 'true';
  const isNumber = /^-?(0|[1-9]\d*)(\.\d+)?(e[+-]?\d+)?$/i.test(text) && Number.isFinite(Number(text));
  return isNumber && allows(schema, 'number', 'integer') ? Number(text) : text;
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

import { type Document, type Reference, resolve } from '../document/document.ts';

/** A schema: the keywords that decide how a text is parsed. */
export interface TextSchema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly (TextSchema | Reference)[];
  readonly oneOf?: readonly (TextSchema | Reference)[];
  readonly allOf?: readonly (TextSchema | Reference)[];
  readonly items?: TextSchema | Reference;
  readonly properties?: Readonly<Record<string, TextSchema | Reference>>;
  readonly additionalProperties?: boolean | TextSchema | Reference;
}

const number = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/** Converts a text to the number or boolean that its schema requires. Returns the text itself if that is impossible. */
export function coerce(document: Document, schema: TextSchema | Reference, text: string): unknown {
  const types = typesOf(document, schema);
  if (types.has('string') && isText(document, schema, text)) return text;
  if ((types.has('integer') || types.has('number')) && number.test(text)) return Number(text);
  if (types.has('boolean') && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}

/** Whether a schema or a variant of it accepts a text, as far as its type and its values say. */
function isText(document: Document, schema: TextSchema | Reference, text: string): boolean {
  const { type, format, enum: values, anyOf = [], oneOf = [], allOf = [] } = resolve(document, schema);
  // A number has no format of texts, such as that of a UUID.
  if ([type].flat().includes('string') || values) return values?.includes(text) ?? !(format && number.test(text));
  return [...anyOf, ...oneOf, ...allOf].some((one) => isText(document, one, text));
}

/** Whether a value is of a type of a schema, and one of its values. */
export function isOfType(document: Document, schema: TextSchema | Reference, value: unknown): boolean {
  const types = typesOf(document, schema);
  if (typeof value === 'string' && types.has('string')) return isText(document, schema, value);
  return types.size === 0 || types.has(typeof value) || (typeof value === 'number' && types.has('integer'));
}

/** The types that a schema allows. Empty if it names none. */
export function typesOf(document: Document, schema: TextSchema | Reference): ReadonlySet<string> {
  const types = new Set<string>();
  const seen = new Set<unknown>();
  const collect = (part: TextSchema | Reference) => {
    const { type, anyOf = [], oneOf = [], allOf = [], ...rest } = resolve(document, part);
    if (seen.has(part)) return;
    seen.add(part);
    if (type) for (const name of [type].flat()) types.add(name);
    else if (rest.enum) for (const value of rest.enum) types.add(typeof value);
    else if ('const' in rest) types.add(typeof rest.const);
    for (const member of [...anyOf, ...oneOf, ...allOf]) collect(member);
  };
  collect(schema);
  return types;
}

/** The schema itself, or else the variant of a type. */
export function variantOf(document: Document, schema: TextSchema | Reference, type: string): TextSchema {
  const own = resolve(document, schema);
  const { anyOf = [], oneOf = [], allOf = [] } = own;
  if ([own.type].flat().includes(type)) return own;
  const variant = [...anyOf, ...oneOf, ...allOf].find((one) => typesOf(document, one).has(type));
  return variant ? variantOf(document, variant, type) : own;
}

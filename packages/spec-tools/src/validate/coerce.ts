import { type Document, type Reference, resolve } from '../document/document.ts';

/** A schema: the keywords that decide how a text is parsed. */
export interface TextSchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly (TextSchema | Reference)[];
  readonly oneOf?: readonly (TextSchema | Reference)[];
  readonly allOf?: readonly (TextSchema | Reference)[];
  readonly items?: TextSchema | Reference;
  readonly properties?: Readonly<Record<string, TextSchema | Reference>>;
}

const number = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/** Converts a text to the number or boolean that its schema requires. Returns the text itself if that is impossible. */
export function coerce(document: Document, schema: TextSchema | Reference, text: string): unknown {
  const types = typesOf(document, schema);
  if (types.has('string')) return text;
  if ((types.has('integer') || types.has('number')) && number.test(text)) return Number(text);
  if (types.has('boolean') && (text === 'true' || text === 'false')) return text === 'true';
  return text;
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

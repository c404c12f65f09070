import { type Notes, noteOpen } from '../notes.ts';
import type { Node } from '../read/source.ts';
import type { SchemaWriter } from './schema-writer.ts';

const scalars = ['string', 'number', 'boolean'];

interface Context {
  readonly schemas: SchemaWriter;
  readonly notes: Notes;
  /** Whether its value is JSON, so that it may be null and of any depth. */
  readonly isJson: boolean;
}

/** Writes the schema of a parameter, without references at its root and, outside of JSON, without null. */
export function parameterSchema(given: unknown, context: Context): Node {
  const { schemas, isJson } = context;
  const written = schemas.write(withVariants(given), 'request');
  if (isJson) return written;
  const schema = flatten(written, schemas.components);
  const whole = typesIn(schema).length > 0 ? schema : anyScalar(schema, context);
  if (whole.items) whole.items = flatten(whole.items, schemas.components);
  if (
    hasType(whole, 'array') &&
    !hasType(whole, 'object') &&
    whole.type === 'array' &&
    typesIn(Object(whole.items)).length === 0
  )
    whole.items = anyScalar(Object(whole.items), context);
  if (whole.properties) {
    const properties = Object.entries<Node>(whole.properties).map(([name, one]) => [
      name,
      flatten(one, schemas.components),
    ]);
    whole.properties = Object.fromEntries(properties);
  }
  // Longer ones make a URL or a header that servers refuse.
  for (const one of [whole, ...(whole.anyOf ?? [])]) if (one.maxLength > 1000) delete one.maxLength;
  return whole;
}

/** The types that a schema allows. */
export function typesIn({ type, enum: values, const: only, anyOf = [], $ref }: Node): string[] {
  const named = [type].flat().filter((name) => name !== undefined);
  const known = only === undefined ? (values ?? []) : [only];
  if (named.length === 0 && known.length > 0) return known.map((value: unknown) => typeof value);
  return [...named, ...($ref ? ['object'] : []), ...anyOf.flatMap(typesIn)];
}

export function hasType(schema: Node, ...types: readonly string[]): boolean {
  return typesIn(schema).some((type) => types.includes(type));
}

/** `type: [string, integer]` as two variants. */
function withVariants(given: unknown): unknown {
  const { type, items } = Object(given);
  const named = Array.isArray(type) ? type.filter((name) => name !== 'null') : [];
  const schema = items ? { ...Object(given), items: withVariants(items) } : given;
  if (named.length < 2 || Object(given).enum || Object(given).const !== undefined) return schema;
  const { description, ...rest } = Object(schema);
  return { ...(description && { description }), anyOf: named.map((name) => ({ ...rest, type: name })) };
}

/** A parameter of which the document names no type. */
function anyScalar({ description }: Node, { notes }: Context): Node {
  noteOpen(notes, 'parameters without a type: they take text, numbers and booleans');
  return { ...(description && { description }), anyOf: scalars.map((type) => ({ type })) };
}

/** A schema without references and without null. */
function flatten(schema: Node, components: Readonly<Record<string, Node>>): Node {
  const { $ref, 'x-evidence': _, ...own } = schema;
  if ($ref) return flatten({ ...components[$ref.split('/').at(-1)], ...own }, components);
  const variants: Node[] = (own.anyOf ?? [])
    .filter((one: Node) => one.type !== 'null')
    .map((one: Node) => flatten(one, components));
  if (variants.length === 1) return flatten({ ...own, anyOf: undefined, ...variants[0] }, components);
  const named = Array.isArray(own.type) ? own.type.filter((name: string) => name !== 'null') : own.type;
  const type = Array.isArray(named) && named.length === 1 ? named[0] : named;
  const values = Array.isArray(own.enum) ? own.enum.filter((value: unknown) => value !== null) : own.enum;
  const written = { ...own, type, enum: values, anyOf: variants.length > 0 ? variants : undefined };
  return Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined));
}

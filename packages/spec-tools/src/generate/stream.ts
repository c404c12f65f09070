import type { ContentKind } from '../document/content-kind.ts';
import { type Document, type Reference, resolve, type Schema } from '../document/document.ts';
import { typesOf } from '../validate/coerce.ts';

/** How a client reads a stream of events: a part of the operation table. */
export interface StreamDefinition {
  readonly data?: 'text' | 'any';
  readonly events?: true;
}

const fields = ['data', 'event', 'id', 'retry'];

/** Reads how a stream is decoded from the schema of its events: of their data, or of event streams the events themselves. */
export function streamOf(document: Document, kind: ContentKind, schema: Schema | Reference): StreamDefinition {
  const events = kind === 'events' && describesEvents(document, schema);
  const schemas = events ? variantsOf(document, schema).flatMap(({ properties }) => properties?.data ?? []) : [schema];
  const types = new Set(schemas.flatMap((one) => [...typesOf(document, one)]));
  const isAny = types.size === 0 || (types.has('string') && [...types].some((type) => !/^(string|null)$/.test(type)));
  const data = isAny ? 'any' : types.has('string') ? 'text' : undefined;
  return { ...(data && { data }), ...(events && { events }) };
}

/** Whether a schema describes an event with its fields, in place of the data alone. */
function describesEvents(document: Document, schema: Schema | Reference): boolean {
  const variants = variantsOf(document, schema).map(({ properties = {} }) => Object.keys(properties));
  const isEvent = (names: readonly string[]) =>
    names.includes('data') && names.some((name) => name !== 'data' && fields.includes(name));
  const isPlain = (names: readonly string[]) => names.every((name) => fields.includes(name));
  // A variant for events that are not known may leave out the data.
  return (
    variants.every((names) => isEvent(names) || isPlain(names)) &&
    variants.some((names) => isEvent(names) && isPlain(names))
  );
}

/** The objects that a schema allows: those of its unions, each with the properties that all of them have. */
function variantsOf(document: Document, given: Schema | Reference, depth = 0): Schema[] {
  const schema = resolve(document, given);
  const unions = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  const parts = [...(schema.allOf ?? []).map((part) => resolve(document, part)), schema];
  const merged = Object.fromEntries(parts.flatMap(({ properties = {} }) => Object.entries(properties)));
  if (unions.length === 0 || depth > 9) return [{ ...schema, properties: merged }];
  return unions.flatMap((one) =>
    variantsOf(document, one, depth + 1).map((variant) => ({
      ...variant,
      properties: { ...merged, ...variant.properties },
    })),
  );
}

import { type Notes, noteOpen } from '../notes.ts';
import { isObject, type Node } from '../read/source.ts';
import type { Direction } from './direction.ts';
import { reserved } from './sample-schema.ts';
import { writeValues } from './schema-values.ts';

/** The formats that the mock validates and that examples are generated for. */
const formats = ['date', 'date-time', 'uuid', 'uri'];
const types = ['boolean', 'integer', 'number', 'string', 'array', 'object'];
/** The limits that a request schema keeps, each with the largest value that a test can send. Of a response they are in the description. */
const limits: Readonly<Record<string, number>> = {
  minLength: 10_000,
  maxLength: 10_000,
  minItems: 100,
  maxItems: 1000,
  minimum: Number.MAX_SAFE_INTEGER,
  maximum: Number.MAX_SAFE_INTEGER,
};
/** Keywords that go into the description: no generator makes values for them. */
const spoken = ['pattern', 'format', 'multipleOf', 'exclusiveMinimum', 'exclusiveMaximum', 'uniqueItems', 'default'];
const silent = ['minProperties', 'maxProperties', 'propertyNames', 'contains'];
const dropped = [...silent, 'not', 'if', 'then', 'else', 'dependentSchemas', 'unevaluatedProperties'];

/** What writing a schema needs. */
export interface PlainContext {
  readonly direction: Direction;
  readonly notes: Notes;
  /** Where the schema stands, for notes. */
  readonly place: string;
  /** Whether its constant tells it from the other variants of a union. */
  readonly isTag: boolean;
  /** Writes a schema inside it. */
  readonly write: (inner: unknown, place: string) => Node;
  /** Whether a property belongs to the other direction only. */
  readonly isHidden: (property: unknown) => boolean;
}

/** Writes a schema that is neither a union nor a reference. */
export function readPlain(schema: Node, context: PlainContext): Node {
  const { direction, notes, place } = context;
  const [named, mayBeNull] = typesOf(schema, context);
  for (const keyword of dropped) {
    if (keyword in schema) noteOpen(notes, `\`${keyword}\`: no type has it, and nothing checks it`, place);
  }
  const about = { ...(schema.deprecated === true && { deprecated: true }) };
  const values = writeValues(schema, named, mayBeNull, context);
  const description = (said: readonly string[]) => {
    const parts = [schema.description, said.length > 0 && `The document says: ${said.join(', ')}.`];
    const text = parts.filter((part) => typeof part === 'string' && part.trim()).join('\n\n');
    return text ? { description: text } : {};
  };
  if (values) return { ...description(spokenOf(schema, notes, place)), ...about, ...values };

  const all = mayBeNull && named.length > 0 ? [...named, 'null'] : named;
  const result: Node = { ...(all.length > 0 && { type: all.length === 1 ? all[0] : all }) };
  if (named.includes('object')) Object.assign(result, objectOf(schema, context));
  if (named.includes('array')) Object.assign(result, arrayOf(schema, context));
  const said: string[] = [];
  for (const keyword of Object.keys(limits)) {
    const limit = schema[keyword];
    if (typeof limit !== 'number' || !belongs(keyword, named)) continue;
    // The format sets the length.
    const isFormatted = keyword.endsWith('Length') && formats.includes(schema.format);
    const isWhole = named.length === 1 && Number.isInteger(limit) && Math.abs(limit) <= (limits[keyword] ?? 0);
    if (direction === 'request' && !isFormatted && isWhole && isPossible(schema, keyword)) result[keyword] = limit;
    else said.push(`${keyword} ${limit}`);
  }
  const isText = named.length === 1 && named[0] === 'string';
  if (isText && formats.includes(schema.format)) result.format = schema.format;
  return { ...description([...said, ...spokenOf(schema, notes, place, result)]), ...about, ...result };
}

/** Whether a value may fit both limits of a kind. */
function isPossible(schema: Node, keyword: string): boolean {
  const [least, most] = [keyword.replace('max', 'min'), keyword.replace('min', 'max')].map((name) => schema[name]);
  return typeof least !== 'number' || typeof most !== 'number' || least <= most;
}

function spokenOf(schema: Node, notes: Notes, place: string, result: Node = {}): string[] {
  return spoken.flatMap((keyword) => {
    const value = schema[keyword];
    const isDefault = keyword === 'default';
    if (value === undefined || value === null || value === '' || keyword in result) return [];
    if (value === false && !isDefault) return [];
    // Of a text, it says nothing.
    if (keyword === 'uniqueItems' && !schema.items) return [];
    if (keyword === 'pattern') noteOpen(notes, '`pattern`: it is in the description', place);
    const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
    return typeof value === 'object' && (!isDefault || text.length > 60) ? [] : [`${keyword} \`${text}\``];
  });
}

/** The types that a schema names or implies, without null, and whether it accepts null. */
function typesOf(schema: Node, { notes, place }: PlainContext): readonly [string[], boolean] {
  const { type, nullable, enum: values } = schema;
  const given = [type].flat().filter((name) => typeof name === 'string');
  const mayBeNull = nullable === true || given.includes('null') || (Array.isArray(values) && values.includes(null));
  const named = given.filter((name) => name !== 'null' && name !== 'any');
  const known = [...new Set(named.map((name) => (types.includes(name) ? name : 'string')))];
  if (known.length < named.length || !named.every((name) => types.includes(name)))
    noteOpen(notes, 'types that JSON Schema does not have: they are strings', place);
  if (known.length > 0)
    return [known.includes('number') ? known.filter((name) => name !== 'integer') : known, mayBeNull];
  if (given.includes('any')) return [[], mayBeNull];
  const { properties, additionalProperties, patternProperties, required, items, prefixItems } = schema;
  if (isObject(properties) || isObject(additionalProperties) || patternProperties || Array.isArray(required))
    return [['object'], mayBeNull];
  if (items || prefixItems) return [['array'], mayBeNull];
  if (schema.contentMediaType || schema.contentEncoding) return [['string'], mayBeNull];
  return given.length > 0 ? [['null'], false] : [[], mayBeNull];
}

function objectOf(schema: Node, context: PlainContext): Node {
  const { direction, notes, place, write, isHidden } = context;
  const given = Object.entries<unknown>(Object(schema.properties));
  // TypeScript would demand an optional property that every object has, and take the inherited one for it.
  const isInherited = (name: string): boolean => {
    const found = direction === 'request' && /^(constructor|toString)$/.test(name) && !schema.required?.includes(name);
    if (found)
      noteOpen(notes, 'optional properties of requests that every object has: they are left out', `${place}.${name}`);
    return found;
  };
  const shown = given.filter(([name, property]) => !isHidden(property) && !isInherited(name));
  // No example can have them.
  const isReserved = (name: string): boolean => {
    if (reserved.includes(name) && name !== '__proto__')
      noteOpen(
        notes,
        'required properties whose names are keywords of references, such as `$ref`: they are optional',
        place,
      );
    return reserved.includes(name);
  };
  const hidden = given.filter(([, property]) => isHidden(property)).map(([name]) => name);
  const required = [...new Set<string>([schema.required ?? []].flat())].filter(
    (name) => typeof name === 'string' && !hidden.includes(name) && !isReserved(name),
  );
  // A property that is required and not described.
  const unknown = required
    .filter((name) => !shown.some(([one]) => one === name))
    .map((name): [string, unknown] => [name, {}]);
  if (shown.length > 0) {
    for (const [name] of unknown)
      noteOpen(notes, 'required properties that are not described: they accept anything', `${place}.${name}`);
  }
  const properties = Object.fromEntries(
    [...shown, ...unknown].map(([name, property]) => [name, write(property, `${place}.${name}`)]),
  );
  const hasOwn = Object.keys(properties).length > 0;
  const { additionalProperties: more, patternProperties } = schema;
  const patterns = Object.values<unknown>(Object(patternProperties));
  const isTyped = isObject(more) && Object.keys(more).length > 0;
  // No reader of a spec needs to know which names a pattern means.
  const written = [...(isTyped ? [more] : []), ...patterns].map((one) => write(one, `${place}.*`));
  const isOpen = more === true || (isObject(more) && !isTyped) || (!hasOwn && written.length === 0);
  const other = written.length === 1 ? written[0] : { anyOf: written };
  const isClosed = more === false && written.length === 0 && direction === 'request';
  return {
    ...(hasOwn && { properties }),
    ...(required.length > 0 && { required }),
    ...(isOpen
      ? { additionalProperties: true }
      : written.length > 0
        ? { additionalProperties: other }
        : isClosed && { additionalProperties: false }),
  };
}

function arrayOf(schema: Node, { place, write }: PlainContext): Node {
  const { items, prefixItems } = schema;
  const heads = Array.isArray(prefixItems) ? prefixItems : Array.isArray(items) ? items : [];
  const rest = Array.isArray(items) ? schema.additionalItems : items;
  if (heads.length === 0) return isObject(rest) ? { items: write(rest, `${place}[]`) } : {};
  return {
    prefixItems: heads.map((item, index) => write(item, `${place}[${index}]`)),
    ...(isObject(rest) && { items: write(rest, `${place}[]`) }),
    ...(rest === false && { items: false }),
  };
}

function belongs(keyword: string, named: readonly string[]): boolean {
  if (keyword.endsWith('Length')) return named.includes('string');
  if (keyword.endsWith('Items')) return named.includes('array');
  return named.includes('integer') || named.includes('number');
}

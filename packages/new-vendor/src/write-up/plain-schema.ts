import { type Notes, noteOpen } from '../notes.ts';
import type { Node } from '../read/source.ts';

/** Whether a schema is for a request, which is exact, or for a response, which is lenient. */
export type Direction = 'request' | 'response';

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
const silent = [
  'minProperties',
  'maxProperties',
  'not',
  'propertyNames',
  'patternProperties',
  'prefixItems',
  'contains',
];
const dropped = [...silent, 'if', 'then', 'else', 'dependentSchemas', 'unevaluatedProperties', 'discriminator'];

/** Writes a schema that is neither a union nor a reference. */
export function readPlain(schema: Node, direction: Direction, notes: Notes, write: (inner: unknown) => Node): Node {
  const [type, mayBeNull] = typeOf(schema);
  for (const keyword of dropped) if (keyword in schema) noteOpen(notes, `\`${keyword}\`: specs do not use it`);
  const result: Node = {};
  const said: string[] = [];
  if (schema.deprecated === true) result.deprecated = true;
  if (type) result.type = mayBeNull ? [type, 'null'] : type;
  if (type === 'object') Object.assign(result, objectOf(schema, direction, notes, write));
  if (type === 'array' && Object(schema.items) === schema.items) result.items = write(schema.items);

  const fixed = valuesOf(schema, type);
  for (const keyword of Object.keys(limits)) {
    const limit = schema[keyword];
    if (typeof limit !== 'number' || fixed || !belongs(keyword, type)) continue;
    // The format sets the length.
    const isFormatted = keyword.endsWith('Length') && formats.includes(schema.format);
    const isKept =
      direction === 'request' && !isFormatted && Math.abs(limit) <= (limits[keyword] ?? 0) && Number.isInteger(limit);
    if (isKept) result[keyword] = limit;
    else said.push(`${keyword} ${limit}`);
  }
  if (type === 'string' && !fixed && formats.includes(schema.format)) result.format = schema.format;
  for (const keyword of spoken) {
    const value = schema[keyword];
    if (value === undefined || value === null || value === false || keyword in result) continue;
    if (typeof value !== 'object') said.push(`${keyword} \`${value}\``);
    if (keyword === 'pattern') noteOpen(notes, '`pattern`: it is in the description');
  }
  const description = [schema.description, said.length > 0 && `The document says: ${said.join(', ')}.`];
  const text = description.filter((part) => typeof part === 'string' && part.trim()).join('\n\n');
  const about = text ? { description: text } : {};
  if (!fixed) return { ...about, ...result };
  return { ...about, ...enumOf(fixed, result, direction, mayBeNull) };
}

function typeOf({
  type,
  nullable,
  properties,
  additionalProperties,
  items,
  enum: values,
}: Node): [string | undefined, boolean] {
  const named = [type].flat().filter((name) => name !== undefined);
  const mayBeNull = nullable === true || named.includes('null') || (Array.isArray(values) && values.includes(null));
  const others = named.filter((name) => name !== 'null');
  if (others.length === 1) return [types.includes(others[0]) ? others[0] : 'string', mayBeNull];
  if (others.length > 1) return [undefined, false];
  if (properties || additionalProperties) return ['object', mayBeNull];
  if (items) return ['array', mayBeNull];
  if (Array.isArray(values) && values.some((value) => typeof value === 'string')) return ['string', mayBeNull];
  return named.includes('null') ? ['null', false] : [undefined, mayBeNull];
}

function objectOf(schema: Node, direction: Direction, notes: Notes, write: (inner: unknown) => Node): Node {
  const hidden = direction === 'request' ? 'readOnly' : 'writeOnly';
  const properties: Node = {};
  for (const [name, property] of Object.entries<Node>(Object(schema.properties))) {
    if (property?.[hidden] === true) continue;
    // Ajv reads `$id` in an example as the name of a schema.
    if (name.startsWith('$')) noteOpen(notes, 'properties whose names begin with `$`: they have no type');
    else properties[name] = write(property);
  }
  const names = Object.keys(properties);
  const required = [...new Set<string>([schema.required ?? []].flat())].filter((name) => names.includes(name));
  const { additionalProperties: more } = schema;
  const isWhole = !Object.keys(Object(schema.properties)).some((name) => name.startsWith('$'));
  const isTyped = Object(more) === more && Object.keys(more).length > 0;
  if (isTyped && names.length > 0)
    noteOpen(notes, '`additionalProperties` of a type beside properties: any type is accepted');
  return {
    ...(names.length > 0 && { properties }),
    ...(required.length > 0 && { required }),
    ...(names.length > 0 && more === false && direction === 'request' && isWhole && { additionalProperties: false }),
    ...(names.length === 0 && { additionalProperties: isTyped ? write(more) : true }),
  };
}

function belongs(keyword: string, type: string | undefined): boolean {
  if (keyword.endsWith('Length')) return type === 'string';
  if (keyword.endsWith('Items')) return type === 'array';
  return type === 'integer' || type === 'number';
}

/** The enum values that have its type; nothing when there are none, and for booleans. */
function valuesOf({ enum: values, const: only }: Node, type: string | undefined): unknown[] | undefined {
  const given: unknown[] = only === undefined ? (Array.isArray(values) ? values : []) : [only];
  const wanted = type === 'integer' ? 'number' : type;
  if (wanted !== 'string' && wanted !== 'number') return undefined;
  const known = [...new Set(given)].filter((value) => typeof value === wanted);
  return known.length > 0 ? known : undefined;
}

function enumOf(values: unknown[], { type, ...rest }: Node, direction: Direction, mayBeNull: boolean): Node {
  const [bare] = [type].flat();
  const none = mayBeNull ? [{ type: 'null' }] : [];
  const known = { type: bare, enum: values };
  if (direction === 'response') return { ...rest, anyOf: [known, { type: bare }, ...none] };
  return mayBeNull ? { ...rest, anyOf: [known, ...none] } : { ...rest, ...known };
}

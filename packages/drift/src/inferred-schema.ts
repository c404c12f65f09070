import { isPlainName } from './plain-name.ts';

/** What can be said of a value without saying the value. */
export interface InferredSchema {
  readonly type: readonly string[];
  /** A guess, for people. */
  readonly format?: string;
  readonly properties?: Readonly<Record<string, InferredSchema>>;
  readonly items?: InferredSchema;
}

const formats: Readonly<Record<string, RegExp>> = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  'date-time': /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d/,
  date: /^\d{4}-\d\d-\d\d$/,
  email: /^[^@\s]+@[^@\s]+\.[^@\s]+$/,
  uri: /^[a-z][a-z0-9+.-]*:\/\//i,
};

/** Longer texts have none of these formats. */
const longest = 100;

/** Tells the types of a value, down to where its keys look like data. */
export function inferSchema(value: unknown, depth = 4): InferredSchema {
  const type = [typeOf(value)];
  if (typeof value === 'string') {
    const format = value.length <= longest && Object.keys(formats).find((name) => formats[name]?.test(value));
    return format ? { type, format } : { type };
  }
  if (Array.isArray(value)) {
    const items = value.map((item) => inferSchema(item, depth - 1));
    return items.length > 0 && depth > 0 ? { type, items: items.reduce(mergeSchemas) } : { type };
  }
  if (typeof value !== 'object' || value === null || depth === 0) return { type };
  const keys = Object.keys(value);
  if (keys.length === 0 || isMap(keys.map((key) => [key, (value as Record<string, unknown>)[key]]))) return { type };
  const properties = Object.entries(value).map(([key, item]) => [key, inferSchema(item, depth - 1)]);
  return { type, properties: Object.fromEntries(properties) };
}

/** Keys of an object with their values. */
export type Entries = readonly (readonly [key: string, value: unknown])[];

/** More keys than this are data. */
export const mostNames = 40;

/** Whether the keys of these entries are data and not names: so many, not like names, or all with values of one kind. In doubt they are. */
function isMap(entries: Entries): boolean {
  if (entries.length > mostNames || entries.some(([key]) => !isPlainName(key))) return true;
  const isUniform = entries.length > 1 && new Set(entries.map(([, value]) => typeOf(value))).size === 1;
  return isUniform || entries.some(([key]) => hasTwin(entries, key));
}

/** Whether the value of a key is an object with the same keys as another's: so are the values of a map. */
export function hasTwin(entries: Entries, key: string): boolean {
  const shapes = entries.map(([name, value]) => [
    name,
    typeOf(value) === 'object' ? Object.keys(Object(value)).join() : '',
  ]);
  const own = shapes.find(([name]) => name === key)?.[1];
  return Boolean(own) && shapes.some(([name, shape]) => name !== key && shape === own);
}

/** Makes one schema of two values' schemas. */
export function mergeSchemas(one: InferredSchema, other: InferredSchema): InferredSchema {
  const type = [...new Set([...one.type, ...other.type])].filter(
    (name, _, all) => name !== 'integer' || !all.includes('number'),
  );
  const names = [...new Set([...Object.keys(one.properties ?? {}), ...Object.keys(other.properties ?? {})])];
  const properties = names.map((name) => [name, mergeMaybe(one.properties?.[name], other.properties?.[name])]);
  const items = mergeMaybe(one.items, other.items);
  const isBare = (schema: InferredSchema) => schema.type.includes('object') && !schema.properties;
  return {
    type,
    ...(one.format && one.format === other.format && { format: one.format }),
    // An object whose keys are data has no names to add.
    ...(names.length > 0 && !isBare(one) && !isBare(other) && { properties: Object.fromEntries(properties) }),
    ...(items && { items }),
  };
}

function mergeMaybe(one?: InferredSchema, other?: InferredSchema): InferredSchema | undefined {
  return one && other ? mergeSchemas(one, other) : (one ?? other);
}

/** The type of a value by JSON Schema: `integer` where it is one. */
export function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}

/** The schema as a spec writes it: without the guessed format, and open where nothing but null was seen. */
export function toSpecSchema({ type, properties, items }: InferredSchema): Record<string, unknown> {
  const known = type.filter((name) => name !== 'null');
  const isOpen = type.includes('object') && !properties;
  return {
    ...(known.length > 0 && { type: type.length === 1 ? type[0] : [...type] }),
    ...(isOpen && { additionalProperties: true }),
    ...(properties && { properties: mapValues(properties, toSpecSchema) }),
    ...(items && { items: toSpecSchema(items) }),
  };
}

/** The schema in words. */
export function describeSchema({ type, format, items }: InferredSchema): string {
  const words = type
    .map((name) => (name === 'array' && items ? `array of ${describeSchema(items)}` : name))
    .join(' or ');
  return format ? `${words} (${format})` : words;
}

function mapValues<From, To>(object: Readonly<Record<string, From>>, map: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)]));
}

import type { Schema } from './openapi.ts';
import { isObject, propertiesOf, requiredOf, typesOf } from './schemas.ts';

/** Properties and items that a schema does not require are in a sample down to this depth: a schema may contain itself. */
const optionalDepth = 3;
const maxDepth = 10;

const texts: Readonly<Record<string, string>> = {
  date: '2000-01-01',
  'date-time': '2000-01-01T00:00:00Z',
  email: 'mary@example.com',
  uri: 'https://example.com',
  uuid: '00000000-0000-4000-8000-000000000000',
};

/** A value that fits a schema, for a document without examples. Of a text, it does not know the `pattern`. */
export function sampleOf(schema: Schema, depth = 0): unknown {
  const known = [schema.const, schema.example, schema.examples?.[0], schema.default, schema.enum?.[0]];
  const value = known.find((one) => one !== undefined);
  if (value !== undefined || depth > maxDepth) return value;
  const inner = (part: Schema) => sampleOf(part, depth + 1);
  const [variant] = schema.oneOf ?? schema.anyOf ?? schema.allOf ?? [];
  if (isObject(schema)) {
    const required = requiredOf(schema);
    const shown = Object.entries(propertiesOf(schema)).filter(
      ([name]) => depth < optionalDepth || required.includes(name),
    );
    const own = Object.fromEntries(shown.map(([name, property]) => [name, inner(property)]));
    return variant ? { ...Object(inner(variant)), ...own } : own;
  }
  if (variant) return inner(variant);
  const { items, minItems = 0, minLength = 0, maxLength, minimum = 0, exclusiveMinimum = -1, maximum } = schema;
  const [type = items && 'array'] = typesOf(schema);
  if (schema.prefixItems) return schema.prefixItems.map(inner);
  if (type === 'array') {
    const length = Math.max(minItems, Number(depth < optionalDepth));
    return Array.from({ length }, () => inner(items ?? {}));
  }
  if (type === 'string') return texts[schema.format ?? ''] ?? 'text'.padEnd(minLength, '.').slice(0, maxLength);
  if (type === 'number' || type === 'integer') {
    return Math.min(Math.max(0, minimum, exclusiveMinimum + 1), maximum ?? Number.POSITIVE_INFINITY);
  }
  return type === 'boolean' ? true : type === 'null' ? null : {};
}

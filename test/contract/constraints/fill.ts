import { formatOf } from './formats.ts';
import { accepts, isObject, type JsonSchema, typesOf, variantsOf } from './json-schema.ts';

/**
 * Fills an instance: adds each declared property, and an item to each list.
 *
 * @param value An instance to start from, such as an example of the spec. @default the smallest valid instance
 */
export function fill(schema: JsonSchema, value?: unknown): unknown {
  const variants = variantsOf(schema);
  if (variants.length > 0) return fill(withoutUnion(schema), fillVariant(variants, value));
  if ('const' in schema) return schema.const;
  if (schema.enum) return schema.enum.includes(value) ? value : schema.enum[0];
  const [type = typeOf(schema, value)] = typesOf(schema).filter((name) => name !== 'null');
  if (type === 'object' || (isObject(value) && typesOf(schema).includes('object'))) return fillObject(schema, value);
  if (type === 'array') return fillArray(schema, value);
  if (value !== undefined && value !== null) return value;
  if (type === 'string') return textOf(schema);
  if (type === 'integer' || type === 'number') return numberOf(schema);
  return type === 'boolean' ? true : null;
}

/** Removes the union of a schema. */
export function withoutUnion({ anyOf: _, oneOf: __, ...schema }: JsonSchema): JsonSchema {
  return schema;
}

function fillVariant(variants: readonly JsonSchema[], value: unknown): unknown {
  const variant = value === undefined ? undefined : variants.find((one) => accepts(one, value));
  return variant ? fill(variant, value) : fill(variants[0] ?? {});
}

function typeOf(schema: JsonSchema, value: unknown): string {
  if (schema.properties || isObject(value)) return 'object';
  if (schema.items || Array.isArray(value)) return 'array';
  return typesOf(schema)[0] ?? 'string';
}

function fillObject({ properties = {}, required = [], minProperties = 0 }: JsonSchema, value: unknown): unknown {
  const filled: Record<string, unknown> = { ...(isObject(value) ? value : {}) };
  for (const [name, schema] of Object.entries(properties)) filled[name] = fill(schema, filled[name]);
  for (const name of required) if (!Object.hasOwn(filled, name)) filled[name] = 'text';
  for (let index = 1; Object.keys(filled).length < minProperties; index++) filled[`property${index}`] = 'text';
  return filled;
}

function fillArray({ items, prefixItems, minItems = 0 }: JsonSchema, value: unknown): unknown {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  if (prefixItems)
    return [...prefixItems.map((item, index) => fill(item, list[index])), ...list.slice(prefixItems.length)];
  const [first, ...rest] = list;
  if (!items) return list;
  const filled = [fill(items, first), ...rest];
  while (filled.length < minItems) filled.push(filled[0]);
  return filled;
}

function textOf({ format, pattern, minLength = 0, maxLength = Number.POSITIVE_INFINITY }: JsonSchema): string {
  if (pattern) throw new Error(`pattern ${pattern}: no value can be generated. Add an example to the spec.`);
  const text = (format && formatOf(format)?.inside) ?? 'text'.slice(0, maxLength);
  return text.padEnd(minLength, 'x');
}

function numberOf(schema: JsonSchema): number {
  const { minimum, exclusiveMinimum, maximum, exclusiveMaximum, multipleOf = 1 } = schema;
  if (minimum !== undefined) return Math.ceil(minimum / multipleOf) * multipleOf;
  if (exclusiveMinimum !== undefined) return (Math.floor(exclusiveMinimum / multipleOf) + 1) * multipleOf;
  if (maximum !== undefined) return Math.floor(maximum / multipleOf) * multipleOf;
  if (exclusiveMaximum !== undefined) return (Math.ceil(exclusiveMaximum / multipleOf) - 1) * multipleOf;
  return multipleOf;
}

import { own, type Schema } from '../document/openapi.ts';
import { sampleOf } from '../document/sample.ts';
import { allows, isObject, propertiesOf, requiredOf, typesOf, variantsOf } from '../document/schemas.ts';

/** Milliseconds of the unit in which a vendor writes times as numbers. */
export type Unit = 1 | 1000;

/**
 * Gives a value the form of a schema: its declared properties only, unless it is open, and times in the form that the schema has.
 * A property that is required and missing is null, empty, or as in the example.
 */
export function shape(schema: Schema, value: unknown, example: unknown, unit: Unit): unknown {
  if (value === undefined || (value === null && !allows(schema, 'null'))) return emptyOf(schema, example, unit);
  // Most values have the type that the schema says.
  if (value === null || (!schema.format && typeof value !== 'object' && typesOf(schema).includes(typeof value))) {
    return value;
  }
  const kinds = typesOf(schema).flatMap((type) => (type === 'null' ? [] : kindOf(type)));
  if (kinds.length > 0 && !kinds.includes(kindOf(Array.isArray(value) ? 'array' : typeof value))) {
    // A request may have an id, or a single value, where the response has an object or a list.
    return kinds.includes('array')
      ? shape(schema, [value], example, unit)
      : (example ?? emptyOf(schema, undefined, unit));
  }
  if (Array.isArray(value)) return value.map((item) => shape(schema.items ?? {}, item, own(example, '0'), unit));
  if (typeof value === 'object') return shapeObject(schema, value, example, unit);
  if (/^date(-time)?$/.test(schema.format ?? '')) {
    const text = typeof value === 'number' ? new Date(value * unit).toISOString() : String(value);
    return schema.format === 'date' ? text.slice(0, 10) : text;
  }
  if (typeof value === 'string' && allows(schema, 'number', 'integer') && !allows(schema, 'string')) {
    const time = Date.parse(value);
    return Number.isNaN(time) ? value : Math.floor(time / unit);
  }
  return value;
}

function shapeObject(schema: Schema, value: object, example: unknown, unit: Unit): object {
  const properties = Object.entries(propertiesOf(schema));
  const required = requiredOf(schema);
  const isOpen = properties.length === 0 || schema.additionalProperties === true;
  const entries = isOpen ? Object.entries(value) : [];
  for (const [name, property] of properties) {
    const part = own(value, name);
    if (part === undefined && !required.includes(name)) continue;
    entries.push([name, shape(property, part, own(example, name), unit)]);
  }
  return Object.fromEntries(entries);
}

/** Objects and lists are never scalars. A scalar may become another one. */
function kindOf(type: string): string {
  return type === 'array' || type === 'object' ? type : 'scalar';
}

/** What a required property is that an item does not have. */
function emptyOf(schema: Schema, example: unknown, unit: Unit): unknown {
  if (allows(schema, 'null')) return null;
  if (allows(schema, 'array')) return [];
  if (isObject(schema)) return shapeObject(schema, {}, example, unit);
  if (example !== undefined) return example;
  const [known] = variantsOf(schema).flatMap((one) => one.const ?? one.enum ?? []);
  if (known !== undefined) return known;
  const isSampled = schema.format || schema.minLength || !allows(schema, 'string');
  return allows(schema, 'boolean') ? false : isSampled ? sampleOf(schema) : '';
}

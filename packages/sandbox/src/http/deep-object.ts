import { own, type Schema } from '../document/openapi.ts';
import { allows, isObject, propertiesOf, typesOf, variantsOf } from '../document/schemas.ts';

/** The texts at a place, and the places below it. */
interface Place {
  readonly texts: string[];
  readonly inner: Map<string, Place>;
}

/**
 * Reads names in brackets: `[a][b]` is a property of a property, `[a][]` an item of a list, and `[a][0]` one with its index.
 *
 * @param pairs The names without that of the parameter, and the values, both decoded.
 */
export function readDeep(schema: Schema, pairs: readonly (readonly [name: string, value: string])[]): unknown {
  const root: Place = { texts: [], inner: new Map() };
  for (const [name, value] of pairs) {
    let place = root;
    for (const [, key = ''] of name.matchAll(/\[([^\]]*)\]/g)) {
      const next = place.inner.get(key) ?? { texts: [], inner: new Map() };
      place.inner.set(key, next);
      place = next;
    }
    place.texts.push(value);
  }
  return readPlace(schema, root);
}

function readPlace(schema: Schema, { texts, inner }: Place): unknown {
  const items = itemsOf(schema);
  if (inner.size === 0) {
    const read = texts.map((text) => coerce(items ?? schema, text));
    // A repeated value stays a list, so that a schema of a single value refuses it.
    return items || read.length > 1 ? read : read[0];
  }
  const list = inner.get('');
  if (list && inner.size === 1) {
    return list.inner.size > 0 ? [readPlace(items ?? {}, list)] : list.texts.map((text) => coerce(items ?? {}, text));
  }
  if (items && [...inner.keys()].every((key) => /^\d+$/.test(key)))
    return [...inner.values()].map((place) => readPlace(items, place));
  return Object.fromEntries([...inner].map(([key, place]) => [key, readPlace(propertyOf(schema, key), place)]));
}

/** The schema of the items, where a list is allowed. */
export function itemsOf(schema: Schema): Schema | undefined {
  const list = variantsOf(schema).find((one) => typesOf(one).includes('array'));
  return list && (list.items ?? {});
}

/** Whether an object is allowed. */
export function isMap(schema: Schema): boolean {
  return variantsOf(schema).some(isObject);
}

/** The variant of a schema that allows an object, or else the schema. */
export function objectOf(schema: Schema): Schema {
  return variantsOf(schema).find(isObject) ?? schema;
}

/** The schema of a property of an object: of the first variant that has it. */
export function propertyOf(schema: Schema, name: string): Schema {
  const [property] = variantsOf(schema).flatMap((one) => (own(propertiesOf(one), name) as Schema | undefined) ?? []);
  const { additionalProperties: more } = objectOf(schema);
  return property ?? (typeof more === 'object' ? more : {});
}

/** Makes what a schema allows of a text. */
export function coerce(schema: Schema, text: string): unknown {
  const isNumber = /^-?(0|[1-9]\d*)(\.\d+)?(e[+-]?\d+)?$/i.test(text) && Number.isFinite(Number(text));
  // A text stays a text where that is allowed. A number has no format of texts, such as that of a UUID.
  const allowsText = (one: Schema) => one.enum?.includes(text) ?? !(one.format && isNumber);
  if (variantsOf(schema).some((one) => typesOf(one).includes('string') && allowsText(one))) return text;
  if (allows(schema, 'null') && text === '') return null;
  if (allows(schema, 'boolean') && /^(true|false)$/.test(text)) return text === 'true';
  return isNumber && allows(schema, 'number', 'integer') ? Number(text) : text;
}

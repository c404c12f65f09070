import type { Document, Reference } from '../document/document.ts';
import { coerce, type TextSchema, typesOf, variantOf } from './coerce.ts';

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
export function readDeep(
  document: Document,
  schema: TextSchema | Reference,
  pairs: readonly (readonly [name: string, value: string])[],
): unknown {
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
  return readPlace(document, schema, root);
}

function readPlace(document: Document, schema: TextSchema | Reference, { texts, inner }: Place): unknown {
  const types = typesOf(document, schema);
  const { items = {} } = variantOf(document, schema, 'array');
  if (inner.size === 0) {
    const found = texts.map((text) => coerce(document, types.has('array') ? items : schema, text));
    // A repeated value stays a list, so that a schema of a single value refuses it.
    return types.has('array') || found.length > 1 ? found : found[0];
  }
  const list = inner.get('');
  if (list && inner.size === 1) {
    return list.inner.size > 0
      ? [readPlace(document, items, list)]
      : list.texts.map((text) => coerce(document, items, text));
  }
  if (types.has('array') && [...inner.keys()].every((key) => /^\d+$/.test(key)))
    return [...inner.values()].map((place) => readPlace(document, items, place));
  const { properties = {}, additionalProperties } = variantOf(document, schema, 'object');
  const entries = [...inner].map(([key, place]) => {
    const own = Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
    return [key, readPlace(document, typeof own === 'object' ? own : {}, place)];
  });
  return Object.fromEntries(entries);
}

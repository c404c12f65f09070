import { own, type Schema } from '../document/openapi.ts';
import { envelopeOf, propertiesOf } from '../document/schemas.ts';
import type { Collection, Item } from '../state/collection.ts';
import { assign, copy, valueAt } from '../state/paths.ts';
import { shape, type Unit } from '../state/shape.ts';
import { type Call, notFound, type Properties } from './call.ts';
import { insertNew } from './new-items.ts';
import { ownersOf, ownFilter, ownItems } from './owners.ts';
import { setAll } from './values.ts';

/**
 * The item that the path of a request names, among those that the caller sees. The one item of an owner is made when it is first used.
 *
 * @throws {Refusal} If there is none.
 */
export function findItem(call: Call, collection: Collection): Item {
  if (collection.resource.single) {
    return ownItems(call, collection)[0] ?? insertNew(call, collection, withOwners(call, collection, {}));
  }
  const [parameter = '', value] = Object.entries(call.path).at(-1) ?? [];
  const item = collection.lookUp(parameter, value).find(ownFilter(call, collection));
  if (!item) throw notFound(collection.name, call.path);
  return item;
}

/** Makes an item that of the owners of what a request makes. */
export function withOwners(call: Call, collection: Collection, values: Properties): Properties {
  for (const [path, [id]] of ownersOf(call, collection)) assign(values, path, id);
  return values;
}

/** The body of a response with an item. */
export function showItem(call: Call, collection: Collection, stored: Properties): unknown {
  const { schema, example, mediaType = '' } = call;
  const rows = own(collection.resource.rows, mediaType);
  if (rows) return writeRows(valueAt(visible(call, collection, stored), String(rows)));
  const envelope = envelopeOf(schema);
  if (envelope === undefined) return shapeItem(call, collection, schema, stored, example);
  const inner = propertiesOf(schema)[envelope] ?? {};
  return { [envelope]: shapeItem(call, collection, inner, stored, own(example, envelope)) };
}

/** An item in the form of a schema. */
export function shapeItem(
  call: Call,
  collection: Collection,
  schema: Schema,
  stored: Properties,
  example: unknown,
): unknown {
  return shape(schema, visible(call, collection, stored), example, unitOf(collection));
}

/** The properties of an item that the vendor shows: those that are stored, and those that are derived. */
function visible(call: Call, collection: Collection, stored: Properties): Properties {
  const { derive } = collection.resource;
  if (!derive) return stored;
  const values = copy(stored);
  setAll(call, collection, values, derive, undefined, stored);
  return values;
}

export function unitOf({ resource }: Collection): Unit {
  return resource.times === 'milliseconds' ? 1 : 1000;
}

/** Writes rows as CSV (RFC 4180). */
function writeRows(list: unknown): string {
  const cell = (value: unknown) => {
    const text = String(value ?? '');
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const rows = Array.isArray(list) ? list : [];
  return rows.map((row) => `${[row].flat().map(cell).join(',')}\r\n`).join('');
}

import { own, type Values } from '../document/openapi.ts';
import type { Collection } from '../state/collection.ts';
import { assign, copy, isSet, valueAt } from '../state/paths.ts';
import { itemsOf, type Origin, type Properties } from './call.ts';

/** What a value of a spec means for an item: `$now`, `$request.…`, `{ length }`, `{ item }`, `{ first, else }`, or itself. */
export function evaluate(origin: Origin, collection: Collection, item: Readonly<Properties>, value: unknown): unknown {
  if (value === '$now') return new Date(origin.state.date()).toISOString();
  const [, place, name = ''] = /^\$request\.(path|query)\.(.*)$/.exec(typeof value === 'string' ? value : '') ?? [];
  if (place) return own(place === 'path' ? origin.path : origin.query, name);
  const { length, item: owner, first, else: otherwise } = Object(value);
  if (typeof length === 'string') {
    const others = origin.state.collections.get(length);
    const list = valueAt(item, length);
    if (!others) return Array.isArray(list) ? list.length : 0;
    const [stored] = collection.find(collection.idKey, item[collection.idKey]);
    return stored ? collection.ownedBy(stored, others).length : 0;
  }
  if (typeof owner === 'string') return copy(itemsOf(origin, owner).ownerOf(item, collection)?.values);
  if (!Array.isArray(first)) return copy(value);
  const found = first.find(([property]) => isSet(valueAt(item, property)));
  return found ? found[1] : otherwise;
}

/**
 * Sets values of a spec on the properties of an item.
 *
 * @param isWanted Which of them.
 * @param item The item that they refer to.
 */
export function setAll(
  origin: Origin,
  collection: Collection,
  target: Properties,
  values: Values = {},
  isWanted: (path: string) => boolean = () => true,
  item: Readonly<Properties> = target,
): void {
  for (const [path, value] of Object.entries(values)) {
    if (isWanted(path)) assign(target, path, evaluate(origin, collection, item, value));
  }
}

/** Sets the properties of an item that the request leaves out, and those of the entries of its lists. */
export function setMissing(origin: Origin, collection: Collection, target: Properties): void {
  const isMissing = (path: string) => isOfEntries(path) || valueAt(target, path) === undefined;
  setAll(origin, collection, target, collection.resource.set, isMissing);
}

/** Whether a path is of the entries of a list. */
export function isOfEntries(path: string): boolean {
  return path.includes('*');
}

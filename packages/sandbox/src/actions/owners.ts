import type { Collection, Item } from '../state/collection.ts';
import { valueAt } from '../state/paths.ts';
import { type Call, itemsOf, notFound, type Origin } from './call.ts';
import { insertNew } from './new-items.ts';

/** Whom a request makes items for: the property with the owner's id, and the forms of that id, the full one first. */
type Owner = readonly [path: string, ids: readonly unknown[]];

/** The owners of what a request makes and sees: the caller, and the items that the path of the collection names. */
export function ownersOf(origin: Origin, collection: Collection): Owner[] {
  return Object.entries(collection.resource.belongsTo ?? {}).flatMap(([resource, property]): Owner[] => {
    const owners = itemsOf(origin, resource);
    const owner = findCaller(origin, owners) ?? namedOwner(origin, owners, collection);
    return owner ? [[property, owners.idsOf(owner)]] : [];
  });
}

/** @throws {Refusal} If the path of a collection names an item that is not there. */
export function checkOwners(call: Call, collection: Collection): void {
  for (const resource of Object.keys(collection.resource.belongsTo ?? {})) {
    if (namedOwner(call, itemsOf(call, resource), collection) === null) throw notFound(resource, call.path);
  }
}

/** The item that the path of a collection names by a parameter after its own path. Null if there is none; undefined without one. */
function namedOwner(origin: Origin, owners: Collection, { resource }: Collection): Item | null | undefined {
  const withoutNames = (template = '') => template.replace(/{[^}]+}/g, '{}');
  for (const [name, value] of Object.entries(origin.path)) {
    const [before, after] = resource.path?.split(`/{${name}}`, 2) ?? [];
    if (after === undefined || withoutNames(before) !== withoutNames(owners.resource.path)) continue;
    return owners.lookUp(name, value)[0] ?? null;
  }
  return undefined;
}

/** The item that the credentials of a request name. It is made if there is none. */
function findCaller(origin: Origin, collection: Collection): Item | undefined {
  for (const [scheme, key] of Object.entries(collection.resource.callers ?? {})) {
    const value = origin.callers[scheme];
    if (value !== undefined) return collection.find(key, value)[0] ?? insertNew(origin, collection, { [key]: value });
  }
  return undefined;
}

/**
 * Whether an item belongs to whom the request is from, and to the items that the path of its collection names. An item without an owner,
 * as in the examples of a document, is everyone's.
 */
export function ownFilter(origin: Origin, collection: Collection): (item: Item) => boolean {
  const owners = ownersOf(origin, collection).map(([path, ids]) => [path, ['', ...ids].map(String)] as const);
  return ({ values }) => owners.every(([path, ids]) => ids.includes(String(valueAt(values, path) ?? '')));
}

/** The items that `ownFilter` selects. */
export function ownItems(origin: Origin, collection: Collection): Item[] {
  const [owner] = ownersOf(origin, collection);
  if (!owner) return [...collection.items];
  const [path, ids] = owner;
  return collection.find(path, ...ids, undefined).filter(ownFilter(origin, collection));
}

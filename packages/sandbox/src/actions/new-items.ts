import { own, put } from '../document/openapi.ts';
import type { Collection, Item } from '../state/collection.ts';
import { createId } from '../state/ids.ts';
import { copy, isSet, mergeInto } from '../state/paths.ts';
import type { Origin, Properties } from './call.ts';
import { isOfEntries, setAll, setMissing } from './values.ts';

/** Gives a new item its id, and the properties that every new item has. */
export function completeNew(origin: Origin, collection: Collection, target: Properties): void {
  const { resource, idKey, name } = collection;
  if (!resource.single && own(target, idKey) === undefined) {
    const { vendor, random } = origin.state;
    put(target, idKey, createId(collection, own(vendor.examples.get(name)?.[0], idKey), random));
  }
  setMissing(origin, collection, target);
  setAll(origin, collection, target, resource.touch);
}

/** Inserts an item with its id and the properties that every new item has. */
export function insertNew(origin: Origin, collection: Collection, values: Properties): Item {
  completeNew(origin, collection, values);
  return collection.insert(values);
}

/**
 * Creates an item, or changes the one that has the same key where the vendor does so. Returns nothing if the input lacks the keys.
 *
 * @param isSeen Whether the caller sees an item. Another one is not changed.
 */
export function createOrChange(
  origin: Origin,
  collection: Collection,
  input: Readonly<Properties>,
  isSeen: (item: Item) => boolean = () => true,
): { readonly item: Item; readonly isNew: boolean } | undefined {
  const { upsert, set, touch, merge } = collection.resource;
  const given = upsert?.filter((key) => isSet(own(input, key)));
  if (given?.length === 0) return undefined;
  const item = given?.flatMap((key) => collection.find(key, input[key])).find(isSeen);
  const changes = copy(input);
  if (!item) return { item: insertNew(origin, collection, changes), isNew: true };
  setAll(origin, collection, changes, set, isOfEntries);
  collection.change(item, (values) => {
    mergeInto(values, changes, merge);
    setAll(origin, collection, values, touch);
  });
  return { item, isNew: false };
}

/** Creates or changes an item for an entry of a list. Its id is the sandbox's, unless it is what `create` finds items by. */
export function createFromEntry(origin: Origin, collection: Collection, entry: unknown): Item | undefined {
  const values: Properties = { ...Object(entry) };
  if (!collection.resource.upsert?.includes(collection.idKey)) delete values[collection.idKey];
  return createOrChange(origin, collection, values)?.item;
}

import { own, put } from '../document/openapi.ts';
import { propertiesOf, requiredOf } from '../document/schemas.ts';
import { Refusal } from '../http/reply.ts';
import type { Collection, Item } from '../state/collection.ts';
import { copy, mergeInto, valueAt } from '../state/paths.ts';
import type { State } from '../state.ts';
import { type Call, itemsOf, type Properties } from './call.ts';
import { deliver } from './deliver.ts';
import { findItem, showItem, withOwners } from './items.ts';
import { selectItems } from './list-items.ts';
import { completeNew, createFromEntry, createOrChange } from './new-items.ts';
import { ownFilter } from './owners.ts';
import { isOfEntries, setAll, setMissing } from './values.ts';

/** Creates an item, or changes the one that has the same key where the vendor does so. */
export function createItem(call: Call, collection: Collection): unknown {
  const { resource, idKey, name } = collection;
  const input = withOwners(call, collection, inputOf(call, collection));
  if (resource.deliver) {
    deliver(call, collection, input);
    completeNew(call, collection, input);
    return showItem(call, collection, input);
  }
  const result = createOrChange(call, collection, input, ownFilter(call, collection));
  if (!result) throw new Refusal([422, 400], `${resource.upsert?.join(' or ')} must be given`);
  const { values } = result.item;
  if (result.isNew) {
    for (const [other, list] of Object.entries(resource.adds ?? {})) {
      for (const entry of [valueAt(input, list) ?? []].flat()) createFromEntry(call, itemsOf(call, other), entry);
    }
    if (resource.delivers) {
      const others = itemsOf(call, resource.delivers);
      deliver(call, others, input, [String(own(others.resource.belongsTo, name)), values[idKey]]);
    }
  }
  return showItem(call, collection, values);
}

/** What a request sends. The id is in it only where the request has to have it, so that the vendor does not make it. */
function inputOf({ input, inputSchema }: Call, { idKey }: Collection): Properties {
  const sent = copy(input);
  if (!requiredOf(inputSchema).includes(idKey)) delete sent[idKey];
  return sent;
}

export function updateItem(call: Call, collection: Collection): unknown {
  const item = findItem(call, collection);
  const { resource } = collection;
  const replaces = (resource.update ?? (call.operation.method === 'PUT' ? 'replace' : 'merge')) === 'replace';
  collection.change(item, (values) => {
    if (replaces) removeReplaced(call, collection, values);
    mergeInto(values, inputOf(call, collection), resource.merge);
    if (replaces) setMissing(call, collection, values);
    setAll(call, collection, values, resource.touch);
  });
  return showItem(call, collection, item.values);
}

/** Removes the properties that a request can have. What the vendor alone sets stays: the id, owners, times. */
function removeReplaced({ inputSchema }: Call, { resource, idKey }: Collection, values: Properties): void {
  const { set, touch, belongsTo } = resource;
  const ofVendor = [idKey, ...Object.values(belongsTo ?? {}), ...Object.keys({ ...set, ...touch })];
  const kept = ofVendor.map((path) => path.split('/', 1)[0]);
  const declared = Object.keys(propertiesOf(inputSchema));
  for (const name of Object.keys(values)) {
    const isReplaced = declared.length > 0 ? declared.includes(name) && name !== idKey : !kept.includes(name);
    if (isReplaced) delete values[name];
  }
}

export function deleteItem(call: Call, collection: Collection): void {
  removeWithOwned(call.state, collection, findItem(call, collection));
}

/** Removes an item, and what belongs to it. */
export function removeWithOwned(state: State, collection: Collection, item: Item): void {
  for (const others of state.collections.values()) {
    for (const other of collection.ownedBy(item, others)) removeWithOwned(state, others, other);
  }
  collection.remove(item);
}

/** Does the `change` of an `x-effect` to the item of the path, or to all that the filters select. */
export function changeItems(call: Call, collection: Collection): unknown {
  const { all, body, set, remove } = call.operation['x-effect'] ?? {};
  const items = all ? selectItems(call, collection) : [findItem(call, collection)];
  for (const item of items) {
    const input = body ? copy(call.input) : {};
    collection.change(item, (values) => {
      setAll(call, collection, values, set, (path) => !isOfEntries(path));
      setAll(call, collection, input, set, isOfEntries, values);
      mergeInto(values, input, collection.resource.merge);
      setAll(call, collection, values, collection.resource.touch);
    });
    if (!remove) continue;
    // Removes the entries of a list that the body names. An item without entries is removed.
    const nameOf = (entry: unknown) => own(entry, remove.by);
    const named = [own(call.body, remove.list) ?? []].flat().map(nameOf);
    const known = [valueAt(item.values, remove.list) ?? []].flat();
    const rest = named.includes(remove.all) ? [] : known.filter((entry) => !named.includes(nameOf(entry)));
    collection.change(item, (values) => put(values, remove.list, rest));
    if (rest.length === 0) removeWithOwned(call.state, collection, item);
  }
  return all || !items[0] ? undefined : showItem(call, collection, items[0].values);
}

/** Moves an item to its next step, and shows it. */
export function progressItem(call: Call, collection: Collection): unknown {
  const { steps = [] } = call.operation['x-effect'] ?? {};
  const item = findItem(call, collection);
  collection.change(item, (values) => setAll(call, collection, values, steps[item.step]));
  item.step = Math.min(item.step + 1, steps.length);
  return showItem(call, collection, item.values);
}

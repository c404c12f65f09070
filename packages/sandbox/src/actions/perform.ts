import type { Kind } from '../document/operations.ts';
import type { Collection } from '../state/collection.ts';
import { type Call, itemsOf } from './call.ts';
import { changeItems, createItem, deleteItem, progressItem, updateItem } from './change-items.ts';
import { issueToken } from './issue-token.ts';
import { findItem, showItem } from './items.ts';
import { selectItems, showItems, viewItems } from './list-items.ts';
import { checkOwners } from './owners.ts';

/** What each kind of operation does with its resource. It returns the body of the response. */
const actions: Readonly<Record<Exclude<Kind, 'token' | 'examples'>, (call: Call, collection: Collection) => unknown>> =
  {
    list: (call, collection) => showItems(call, collection, selectItems(call, collection)),
    create: createItem,
    get: (call, collection) => showItem(call, collection, findItem(call, collection).values),
    update: updateItem,
    delete: deleteItem,
    change: changeItems,
    view: viewItems,
    progress: progressItem,
  };

/**
 * Does what an operation does. Returns the body of the response; undefined if the vendor may have more to show than the sandbox has.
 *
 * @throws {Refusal} If the vendor refuses it.
 */
export function perform(call: Call): unknown {
  const { kind, resource, 'x-effect': effect } = call.operation;
  if (kind === 'examples') return undefined;
  if (kind === 'token') return issueToken(call);
  const collection = itemsOf(call, resource);
  if (!effect) checkOwners(call, collection);
  return actions[kind](call, collection);
}

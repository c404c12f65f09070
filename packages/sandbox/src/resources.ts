import type { Origin } from './actions/call.ts';
import { removeWithOwned } from './actions/change-items.ts';
import { insertNew } from './actions/new-items.ts';
import type { SandboxResource } from './sandbox.ts';
import { SandboxError } from './sandbox-error.ts';
import { collectionOf } from './state/collection.ts';
import { copy } from './state/paths.ts';
import type { State } from './state.ts';

/** What test runners and `JSON.stringify` look for in any object. */
const lookedFor = /^(then|toJSON|asymmetricMatch|nodeType|tagName|[$@].*)$/;

/** The resources of a sandbox by their names. A name that is none throws, with the nearest names. */
export function resourcesOf(state: () => State): Readonly<Record<string, SandboxResource>> {
  const known = [...state().collections.keys()].map((name) => [name, resourceOf(name, state)]);
  return new Proxy<Readonly<Record<string, SandboxResource>>>(Object.fromEntries(known), {
    get(target, name) {
      if (typeof name === 'string' && !(name in Object.prototype) && !lookedFor.test(name)) {
        collectionOf(state().collections, name);
      }
      return Reflect.get(target, name);
    },
  });
}

function resourceOf(name: string, state: () => State): SandboxResource {
  const collection = () => collectionOf(state().collections, name);
  const find = (key: string | number) => {
    if (['string', 'number'].includes(typeof key)) return collection().lookUp('', key)[0];
    throw new SandboxError(
      `resources.${name}: a key is an id, or another key with its name, such as "email:mary@example.com".`,
    );
  };
  return {
    all: <Values>() => [...collection().items].map(({ values }) => copy(values) as Values),
    get: <Values>(key: string | number) => copy(find(key)?.values) as Values | undefined,
    add: (...items) => items.map((item) => addItem(state(), name, item)),
    remove(key) {
      const item = find(key);
      if (item) removeWithOwned(state(), collection(), item);
      return item !== undefined;
    },
  };
}

/**
 * Adds an item to a resource, with the properties that every new item has. Returns a copy of it.
 *
 * @throws {SandboxError} If it is not an object.
 */
export function addItem(state: State, resource: string, item: object): Record<string, unknown> {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    throw new SandboxError(`resources.${resource}.add: an item is an object with the vendor's properties.`);
  }
  const origin: Origin = { state, path: {}, query: {}, callers: {} };
  return copy(
    insertNew(origin, collectionOf(state.collections, resource), copy(item) as Record<string, unknown>).values,
  );
}

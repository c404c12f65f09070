import { own, type ResourceObject } from '../document/openapi.ts';
import { assertKnown, SandboxError } from '../sandbox-error.ts';
import { isSet, valueAt } from './paths.ts';

/** What a vendor stores. Its properties are those of `values`, in the vendor's names. */
export interface Item {
  readonly values: Record<string, unknown>;
  /** Orders items by when they were made. */
  readonly number: number;
  /** How many steps of a `progress` it has done. */
  step: number;
}

/** More items than this are a mistake in a test, and would fill the memory. */
const maxItems = 10_000;

/** The items of one resource, in the order in which they were made, found by their keys without a search. */
export class Collection {
  readonly name: string;
  readonly resource: ResourceObject;
  /** The properties that name an item. */
  readonly keys: readonly string[];
  /** The one that the sandbox makes. */
  readonly idKey: string;
  readonly items: Set<Item> = new Set<Item>();
  /** How many items were made so far. */
  count = 0;
  readonly #index = new Map<string, Set<Item>>();

  constructor(name: string, resource: ResourceObject) {
    this.name = name;
    this.resource = resource;
    this.keys = resource.keys ?? ['id'];
    this.idKey = this.keys[0] ?? 'id';
  }

  /** The items of which a key, or the id of an owner, has one of the values, oldest first. A number and its text are the same. */
  find(key: string, ...values: unknown[]): Item[] {
    const found = values.flatMap((value) => [...(this.#index.get(indexOf(key, value)) ?? [])]);
    return found.sort((one, other) => one.number - other.number);
  }

  /**
   * The items that a path parameter names: by the key of its name, by the first key, which may lack its prefix, or as `key:value`.
   */
  lookUp(parameter: string, value: unknown): readonly Item[] {
    const key = this.keys.includes(parameter) ? parameter : this.idKey;
    const found = this.find(key, value);
    if (found.length > 0) return found;
    const [, other = '', rest] = /^([^:]+):(.*)$/s.exec(String(value)) ?? [];
    if (key !== parameter && this.keys.includes(other)) return this.find(other, rest);
    return key === this.idKey ? this.find(key, `${this.resource.prefix ?? ''}${value}`) : [];
  }

  /** @throws {SandboxError} If the collection is full. */
  insert(values: Record<string, unknown>): Item {
    if (this.items.size >= maxItems) {
      throw new SandboxError(
        `The sandbox holds ${maxItems} items of "${this.name}", and takes no more. Call reset(), or make fewer.`,
      );
    }
    const item: Item = { values, number: ++this.count, step: 0 };
    this.items.add(item);
    this.#addToIndex(item);
    return item;
  }

  /** Changes an item, and finds it by its new keys afterwards. */
  change(item: Item, change: (values: Record<string, unknown>) => void): void {
    const before = this.#entriesOf(item);
    change(item.values);
    this.#removeFromIndex(item, before);
    this.#addToIndex(item);
  }

  remove(item: Item): void {
    this.#removeFromIndex(item);
    this.items.delete(item);
  }

  /** The ids that name an item where it owns another: its own, and the one without the prefix. */
  idsOf({ values }: Item): unknown[] {
    const { prefix = '' } = this.resource;
    const id = values[this.idKey];
    return prefix && String(id).startsWith(prefix) ? [id, String(id).slice(prefix.length)] : [id];
  }

  /** The items of another collection that belong to an item of this one. */
  ownedBy(item: Item, others: Collection): readonly Item[] {
    const property = own(others.resource.belongsTo, this.name);
    return property === undefined ? [] : others.find(String(property), ...this.idsOf(item));
  }

  /** The item of this collection that an item of another one belongs to. */
  ownerOf(values: object, others: Collection): Item | undefined {
    const id = valueAt(values, String(own(others.resource.belongsTo, this.name)));
    return this.lookUp(this.idKey, id)[0];
  }

  #addToIndex(item: Item): void {
    for (const entry of this.#entriesOf(item)) {
      const items = this.#index.get(entry) ?? new Set();
      this.#index.set(entry, items.add(item));
    }
  }

  #removeFromIndex(item: Item, entries = this.#entriesOf(item)): void {
    for (const entry of entries) {
      const items = this.#index.get(entry);
      items?.delete(item);
      if (items?.size === 0) this.#index.delete(entry);
    }
  }

  /** An item without a key is not found by it. One without an owner is found by `undefined`. */
  #entriesOf({ values }: Item): string[] {
    const keys = this.keys.filter((path) => isSet(valueAt(values, path)));
    const owners = Object.values(this.resource.belongsTo ?? {});
    return [...keys, ...owners].map((path) => indexOf(path, valueAt(values, path)));
  }
}

function indexOf(key: string, value: unknown): string {
  return isSet(value) ? `${key}\n${value}` : key;
}

/** @throws {SandboxError} If there is no such resource. The message names the nearest ones. */
export function collectionOf(collections: ReadonlyMap<string, Collection>, name: string): Collection {
  assertKnown('The document has no resource', name, collections.keys());
  return collections.get(name) as Collection;
}

import { type Document, type Json, own } from './document/openapi.ts';
import type { Operation } from './document/operations.ts';
import { propertiesOf } from './document/schemas.ts';
import { declaredFor, examplesOf } from './http/reply.ts';
import { assign, copy, valueAt } from './state/paths.ts';

/** Takes the items from the examples of each resource, the oldest first: the pages of its list, or else a single item. */
export function readExamples(document: Document, operations: readonly Operation[]): Map<string, readonly Json[]> {
  const resources = document['x-resources'] ?? {};
  const found = new Map<string, Json[]>();
  for (const [name, { order, keys = ['id'] }] of Object.entries(resources)) {
    for (const kind of ['list', 'get', 'view', 'progress']) {
      const reading = operations.filter((operation) => operation.kind === kind && operation.resource === name);
      const items = reading.map((operation) => itemsIn(operation, String(keys[0]))).find(({ length }) => length > 0);
      if (!items) continue;
      found.set(name, order === 'newest' ? items.reverse() : items);
      break;
    }
  }
  return new Map([...found].map(([name, items]) => [name, items.map((item) => withOwners(name, item))]));

  /** An example seldom says whom it belongs to: it is whom it shows, else the first example. */
  function withOwners(name: string, item: Json): Json {
    const { belongsTo = {}, derive = {} } = resources[name] ?? {};
    const owned = copy(item);
    for (const [owner, property] of Object.entries(belongsTo)) {
      const { keys: [key = 'id'] = [], order } = resources[owner] ?? {};
      const shown = Object.keys(derive).find((path) => own(derive[path], 'item') === owner);
      const first = found.get(owner)?.at(order === 'newest' ? -1 : 0);
      const id = valueAt(item, `${shown}/${key}`) ?? own(first, key);
      if (valueAt(item, property) === undefined && id !== undefined) assign(owned, property, id);
    }
    return owned;
  }
}

/** The items that the examples of an operation show. Of several examples of one item, the first shows most. */
function itemsIn(operation: Operation, key: string): Json[] {
  const { media } = declaredFor(operation, 200);
  const properties = Object.entries(propertiesOf(media.schema ?? {}));
  const [list = ''] = properties.find(([, { items }]) => items) ?? [];
  const isOne = operation.kind === 'get' || operation.kind === 'progress' || operation['x-effect']?.one;
  const unique = new Map<string, Json>();
  for (const example of examplesOf(media).values()) {
    const [inner] = Object.values(Object(example));
    const isEnvelope = properties.length === 1 && typeof inner === 'object';
    const shown = isOne ? (isEnvelope ? inner : example) : (own(example, list) ?? []);
    for (const item of [Array.isArray(example) ? example : shown].flat()) {
      const id = JSON.stringify(own(item, key) ?? item);
      if (!unique.has(id)) unique.set(id, item as Json);
    }
  }
  return [...unique.values()];
}

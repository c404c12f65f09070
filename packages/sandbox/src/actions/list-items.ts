import { own, put, type Schema, type Test } from '../document/openapi.ts';
import { propertiesOf, requiredOf } from '../document/schemas.ts';
import type { Collection, Item } from '../state/collection.ts';
import { passes, sortBy } from '../state/filter.ts';
import { assign, copy, keysOfPlace, valuesAt } from '../state/paths.ts';
import { type Call, itemsOf, notFound } from './call.ts';
import { shapeItem, showItem, unitOf } from './items.ts';
import { putNext, selectPage, sortOf } from './list-pages.ts';
import { ownFilter, ownItems } from './owners.ts';
import { evaluate } from './values.ts';

/** Lists items by the `view` of an `x-effect`, or shows the one that it selects. */
export function viewItems(call: Call, collection: Collection): unknown {
  const { of, where = {}, one } = call.operation['x-effect'] ?? {};
  let seen = ownItems(call, collection);
  if (of) {
    const owners = itemsOf(call, of);
    const [owner] = Object.entries(call.path).flatMap(([name, value]) => owners.lookUp(name, value));
    if (!owner) throw notFound(of, call.path);
    seen = owners.ownedBy(owner, collection).filter(ownFilter(call, collection));
  }
  const wanted = Object.entries(where).map(([path, value]) => [path, evaluate(call, collection, {}, value)] as const);
  const items = selectItems(call, collection, seen).filter(({ values }) =>
    wanted.every(([path, value]) => valuesAt(values, path).map(String).includes(String(value))),
  );
  if (!one) return showItems(call, collection, items);
  if (!items[0]) throw notFound(collection.name, Object.fromEntries(wanted));
  return showItem(call, collection, items[0].values);
}

/**
 * The items that the filters of the query select, in the order of the list.
 *
 * @param seen Those that the caller sees. The list may be put in another order.
 */
export function selectItems(call: Call, collection: Collection, seen: Item[] = ownItems(call, collection)): Item[] {
  const { order } = collection.resource;
  const unit = unitOf(collection);
  const tests = testsOf(call, collection);
  const isSelected = ({ values }: Item) => tests.every(([test, wanted]) => passes(values, test, wanted, unit));
  const items = tests.length > 0 ? seen.filter(isSelected) : seen;
  if (order === 'newest') items.reverse();
  const { property, isDescending } = sortOf(call, collection);
  return property ? sortBy(items, property, isDescending) : items;
}

/** The names of the query parameters that select items: all but those of pages and of the order. */
export function filterNames({ operation, query }: Call, sort = ''): string[] {
  const { offset, page, cursor, limit } = operation['x-pagination'] ?? {};
  return Object.keys(query).filter((name) => ![offset, page, cursor, limit, sort].includes(name));
}

/** The tests that the query of a request asks for, each with the value to compare with. */
function testsOf(call: Call, { resource, items }: Collection): [test: Test, wanted: unknown][] {
  const { query, operation, schema } = call;
  const pairs = filterNames(call, resource.sort).flatMap((name) => {
    const value = query[name];
    return value instanceof Object && !Array.isArray(value)
      ? Object.entries(value).map(([key, part]) => [`${name}[${key}]`, part] as const)
      : [[name, value] as const];
  });
  const place = operation['x-pagination']?.items;
  const lists = [schema, ...(place ? [schemaAt(schema, keysOfPlace(place))] : Object.values(propertiesOf(schema)))];
  // A property that no item has selects none. A parameter that is not a property of an item selects all.
  const isProperty = (name: string) =>
    lists.some((one) => Object.hasOwn(propertiesOf(one.items ?? {}), name)) ||
    [...items].some(({ values }) => Object.hasOwn(values, name));
  return pairs.flatMap(([name, wanted]): [Test, unknown][] => {
    const test = own(resource.filters, name) ?? (isProperty(name) && { oneOf: name });
    return test ? [[test, wanted]] : [];
  });
}

/** The body of a list with the items, one page of them where the list has pages. */
export function showItems(call: Call, collection: Collection, items: readonly Item[]): unknown {
  const { schema, example, operation } = call;
  const paging = operation['x-pagination'];
  const { items: shown, size, number, next, hasMore } = selectPage(call, collection, items);
  const properties = Object.entries(propertiesOf(schema));
  const list = properties.find(([, one]) => one.items)?.[0];
  const keys = paging ? keysOfPlace(paging.items) : list === undefined ? [] : [list];
  const { items: itemSchema = {} } = schemaAt(schema, keys);
  const examples = keys.reduce(own, example);
  const shaped = shown.map(({ values }) => shapeItem(call, collection, itemSchema, values, own(examples, '0')));
  if (keys.length === 0 || properties.length === 0) return shaped;
  const { total, pages, more, next: nextPlace } = paging ?? {};
  const count = Math.max(1, Math.ceil(items.length / size));
  const placed: (readonly [keys: readonly string[], value: unknown])[] = [[keys, shaped]];
  for (const [place, value] of [
    [total, items.length],
    [pages, count],
    [more, hasMore],
  ] as const) {
    if (place !== undefined) placed.push([keysOfPlace(place), value]);
  }
  const body = {};
  for (const [name] of properties) {
    const ofName = placed.filter(([[first]]) => first === name);
    const isParent = ofName.some(([path]) => path.length > 1);
    const value = isParent ? (copy(own(example, name)) ?? {}) : ofName.length > 0 ? ofName[0]?.[1] : besideItems(name);
    const known = value ?? (requiredOf(schema).includes(name) ? own(example, name) : undefined);
    if (known !== undefined) put(body, name, known);
    for (const [path, part] of isParent ? ofName : []) assign(body, path.join('/'), part);
  }
  if (nextPlace !== undefined) putNext(body, schema, nextPlace, next);
  return body;

  function besideItems(name: string): unknown {
    const test = own(collection.resource.counts, name) as Test | undefined;
    if (test) return items.filter(({ values }) => passes(values, test, true)).length;
    if (name === paging?.limit) return size;
    return paging?.page && [paging.page, `current_${paging.page}`].includes(name) ? number : undefined;
  }
}

/** The schema at a place of a body. */
function schemaAt(schema: Schema, keys: readonly string[]): Schema {
  return keys.reduce((parent, key) => propertiesOf(parent)[key] ?? {}, schema);
}

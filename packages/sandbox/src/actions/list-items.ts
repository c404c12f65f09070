import { own, put, type Schema, type Test } from '../document/openapi.ts';
import { propertiesOf, requiredOf } from '../document/schemas.ts';
import type { Collection, Item } from '../state/collection.ts';
import { passes, sortBy } from '../state/filter.ts';
import { valuesAt } from '../state/paths.ts';
import { type Call, itemsOf, notFound } from './call.ts';
import { shapeItem, showItem, unitOf } from './items.ts';
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
  const { order, sort = '' } = collection.resource;
  const unit = unitOf(collection);
  const tests = testsOf(call, collection);
  const isSelected = ({ values }: Item) => tests.every(([test, wanted]) => passes(values, test, wanted, unit));
  const items = tests.length > 0 ? seen.filter(isSelected) : seen;
  if (order === 'newest') items.reverse();
  const [property = '', direction = ''] = String(own(call.query, sort) ?? '').split(',');
  return property ? sortBy(items, property, /desc/i.test(direction)) : items;
}

/** The names of the query parameters that select items: all but those of pages and of the order. */
export function filterNames({ operation, query }: Call, sort = ''): string[] {
  const { offset, page, limit } = operation['x-pagination'] ?? {};
  return Object.keys(query).filter((name) => ![offset, page, limit, sort].includes(name));
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
  const properties = propertiesOf(schema);
  const list = operation['x-pagination']?.items;
  const lists = [schema, ...(list ? [properties[list] ?? {}] : Object.values(properties))];
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
  const { schema, example, operation, query } = call;
  const paging = operation['x-pagination'];
  const size = numberOf(paging?.limit, 20) ?? items.length;
  const page = numberOf(paging?.page) ?? 1;
  const start = numberOf(paging?.offset) ?? (page - 1) * size;
  const shown = paging ? items.slice(start, start + size) : items;
  const properties = Object.entries(propertiesOf(schema));
  const list = paging?.items ?? properties.find(([, one]) => one.items)?.[0];
  const shapeAll = (one: Schema, examples: unknown) =>
    shown.map(({ values }) => shapeItem(call, collection, one.items ?? {}, values, own(examples, '0')));
  if (list === undefined) return shapeAll(schema, example);
  const body = {};
  for (const [name, property] of properties) {
    const value = name === list ? shapeAll(property, own(example, name)) : besideItems(name);
    const known = value ?? (requiredOf(schema).includes(name) ? own(example, name) : undefined);
    if (known !== undefined) put(body, name, known);
  }
  return body;

  function besideItems(name: string): unknown {
    const test = own(collection.resource.counts, name) as Test | undefined;
    if (test) return items.filter(({ values }) => passes(values, test, true)).length;
    if (name === paging?.total) return items.length;
    // An empty list has one page.
    if (name === paging?.pages) return Math.max(1, Math.ceil(items.length / size));
    if (name === paging?.limit) return size;
    return paging?.page && [paging.page, `current_${paging.page}`].includes(name) ? page : undefined;
  }
  function numberOf(parameter = '', otherwise?: number): number | undefined {
    const declared = operation.parameters.find(({ name }) => name === parameter);
    const value = own(query, parameter) ?? declared?.schema?.default;
    return typeof value === 'number' ? value : parameter ? otherwise : undefined;
  }
}

import { own, type Pagination, put, type Schema } from '../document/openapi.ts';
import { allows, propertiesOf, requiredOf } from '../document/schemas.ts';
import { Refusal } from '../http/reply.ts';
import type { Collection, Item } from '../state/collection.ts';
import { compareBy } from '../state/filter.ts';
import { keysOfPlace, valueAt } from '../state/paths.ts';
import type { Call } from './call.ts';

/** The page of a list that a request asks for. */
export interface Page {
  readonly items: readonly Item[];
  readonly size: number;
  readonly number: number;
  /** The cursor or the URL of the next page; undefined after the last one. */
  readonly next: unknown;
  readonly hasMore: boolean;
}

/** The name of the query parameter of the sandbox's own links. */
const linkParameter = 'cursor';

/**
 * Selects a page of the items of a list, and links to the next one in the header `Link` if the vendor does.
 *
 * @throws {Refusal} If the sandbox has not made the cursor.
 */
export function selectPage(call: Call, collection: Collection, items: readonly Item[]): Page {
  const paging = call.operation['x-pagination'];
  if (!paging) return { items, size: items.length, number: 1, next: undefined, hasMore: false };
  const isCounted = paging.style === 'offset' || paging.style === 'page';
  const size = numberOf(call, paging.limit, 20) ?? (isCounted && !paging.page ? items.length : 20);
  const number = numberOf(call, paging.page) ?? 1;
  const start = startOf(call, collection, items, paging, (number - 1) * size);
  const shown = items.slice(start, start + size);
  const hasMore = start + size < items.length;
  const last = shown.at(-1);
  const next = hasMore && last ? nextOf(call, collection, paging, last) : undefined;
  if (paging.style === 'link' && paging.next === undefined && next !== undefined)
    call.headers.link = `<${next}>; rel="next"`;
  return { items: shown, size, number, next, hasMore };
}

/** The index of the first item of a page. */
function startOf(
  call: Call,
  collection: Collection,
  items: readonly Item[],
  paging: Pagination,
  counted: number,
): number {
  const { style, cursor, last, offset } = paging;
  if (style === 'offset' || style === 'page') return numberOf(call, offset) ?? counted;
  const given = style === 'link' ? new URL(call.url).searchParams.get(linkParameter) : sentOf(call, cursor);
  if (given === undefined || given === null || given === '') return 0;
  if (last !== undefined) {
    const keys = keysOfPlace(last).join('/');
    const isGiven = ({ values }: Item) => String(valueAt(values, keys)) === String(given);
    const index = items.findIndex(isGiven);
    if (index >= 0) return index + 1;
    // A filter may exclude the item.
    const item = [...collection.items].find(isGiven);
    if (!item) throw new Refusal([400, 404, 422], `There is no ${collection.name} ${given} in this list.`);
    const { property } = sortOf(call, collection);
    const value = property ? valueAt(item.values, property) : undefined;
    return items.filter(orderOf(call, collection, { number: item.number, value })).length;
  }
  const [position, value] = readCursor(given);
  // The item itself may have gone.
  const isBefore = orderOf(call, collection, { number: position, value });
  return items.filter(isBefore).length;
}

/** Whether an item comes no later in a list than the one with a number and a value of the property that orders the list. */
function orderOf(call: Call, collection: Collection, after: { number: number; value: unknown }) {
  const { order } = collection.resource;
  const { property, isDescending } = sortOf(call, collection);
  const sign = order === 'newest' ? -1 : 1;
  return ({ number, values }: Item): boolean => {
    const compared = property ? compareBy(valueAt(values, property), after.value, isDescending) : 0;
    return (compared || (number - after.number) * sign) <= 0;
  };
}

/** The property that a request orders a list by; empty if it asks for none. */
export function sortOf(
  { query }: Call,
  { resource: { sort = '' } }: Collection,
): { readonly property: string; readonly isDescending: boolean } {
  const [property = '', direction = ''] = String(own(query, sort) ?? '').split(',');
  return { property, isDescending: /desc/i.test(direction) };
}

/** The cursor after an item, in the type of its parameter, or the URL with it. */
function nextOf(call: Call, collection: Collection, { style, last, cursor }: Pagination, item: Item): unknown {
  // The caller reads it in the item.
  if (last !== undefined) return undefined;
  const { property } = sortOf(call, collection);
  const text = writeCursor([item.number, property ? valueAt(item.values, property) : undefined]);
  if (style === 'link') return linkTo(call, text);
  const schema = schemaOf(call, cursor);
  if (allows(schema, 'integer', 'number') && !allows(schema, 'string')) return item.number;
  return allows(schema, 'object') && !allows(schema, 'string') ? { [linkParameter]: text } : text;
}

/** The URL of a request with a cursor. Parameters that the document does not declare, such as a key, are left out. */
function linkTo({ url, operation }: Call, cursor: string): string {
  const target = new URL(url);
  const declared = operation.parameters.filter(({ in: place }) => place === 'query').map(({ name }) => name);
  for (const name of new Set(target.searchParams.keys())) {
    if (!declared.includes(name) && !declared.includes(name.replace(/\[.*/s, ''))) target.searchParams.delete(name);
  }
  target.searchParams.set(linkParameter, cursor);
  return target.href;
}

function writeCursor(position: readonly [number: number, value: unknown]): string {
  return btoa(encodeURIComponent(JSON.stringify(position))).replaceAll('=', '');
}

/** @throws {Refusal} If the sandbox has not written it. */
function readCursor(given: unknown): readonly [number: number, value: unknown] {
  if (typeof given === 'number') return [given, undefined];
  try {
    const position = JSON.parse(decodeURIComponent(atob(String(own(given, linkParameter) ?? given))));
    if (typeof position[0] === 'number') return position;
  } catch {
    // Refused below.
  }
  throw new Refusal([400, 422], 'The cursor is not one of this list.', 'invalidRequest');
}

/** Sets where a body says what comes after a page. Where a list ends, the place is null, empty or absent, as the schema allows. */
export function putNext(body: object, schema: Schema, place: string, next: unknown): void {
  const keys = keysOfPlace(place);
  const name = keys.at(-1) ?? '';
  let [parent, declared]: [unknown, Schema] = [body, schema];
  for (const key of keys.slice(0, -1)) {
    const inner = propertiesOf(declared)[key] ?? {};
    const known = own(parent, key);
    if (next === undefined && allows(inner, 'null')) {
      put(parent as object, key, null);
      return;
    }
    if (typeof known !== 'object' || known === null) {
      if (next === undefined && !requiredOf(declared).includes(key)) return;
      put(parent as object, key, {});
    }
    [parent, declared] = [own(parent, key), inner];
  }
  const property = propertiesOf(declared)[name] ?? {};
  const ends = allows(property, 'null') ? null : requiredOf(declared).includes(name) ? '' : undefined;
  const value = next ?? ends;
  if (value === undefined) delete (parent as Record<string, unknown>)[name];
  else put(parent as object, name, value);
}

/** A parameter of the query, or a field of the body. */
function sentOf({ query, body }: Call, name = ''): unknown {
  return own(query, name) ?? own(body, name);
}

function schemaOf({ operation, inputSchema }: Call, name = ''): Schema {
  const declared = operation.parameters.find((one) => one.in === 'query' && one.name === name);
  return declared?.schema ?? propertiesOf(inputSchema)[name] ?? {};
}

function numberOf(call: Call, name: string | undefined, otherwise?: number): number | undefined {
  if (name === undefined) return undefined;
  const value = sentOf(call, name) ?? schemaOf(call, name).default;
  return typeof value === 'number' ? value : otherwise;
}

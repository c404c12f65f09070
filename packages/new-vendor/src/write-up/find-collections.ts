import {
  type Document,
  type Operation,
  operationsOf,
  type Reference,
  resolve,
} from '@plumbline/spec-tools/document/document';
import { camelCase, singular, splitWords } from '../naming.ts';
import type { Node } from '../read/source.ts';

/** A path of items that an API stores, such as `/pets`, which has the path of one item below it: `/pets/{petId}`. */
export interface Collection {
  readonly path: string;
  /** The path parameter that names an item. */
  readonly parameter: string;
  /** What an item is, in the singular. */
  readonly words: readonly string[];
  /** The properties that name an item. */
  readonly keys: readonly string[];
  readonly properties: Properties;
  /** The operations that list, create, get, update and delete items. */
  readonly operations: readonly Operation[];
}

type Properties = Readonly<Record<string, Node>>;

/** Finds the collections of a spec: items can be listed or created, and a single one can be read, changed or deleted. One of these reads items. */
export function findCollections(document: Document): Collection[] {
  const operations = operationsOf(document);
  const byPath = groupBy(operations, ({ path }) => path);
  const byCollection = groupBy(operations, ({ path }) => /^(.*\/[^/{}]+)\/\{[^/{}]+\}$/.exec(path)?.[1] ?? '');
  return [...byCollection].flatMap(([path, onItem]): Collection[] => {
    const parameter = onItem[0]?.path.slice(path.length + '/{'.length, -'}'.length) ?? '';
    const onPath = byPath.get(path) ?? [];
    const get = onItem.find(({ method }) => method === 'GET');
    const list = onPath.find(({ method }) => method === 'GET');
    const create = onPath.find(({ method }) => method === 'POST');
    const properties =
      (get && shownBy(document, get)) ?? (create && shownBy(document, create)) ?? (list && listedBy(document, list));
    const words = wordsOf(path);
    const sent = create && takenBy(document, create);
    const keys = keysOf(words, parameter, properties ?? {}, sent ?? {});
    const [key] = keys;
    if (!properties || key === undefined || !isNamedBy(document, onItem, properties[parameter] ?? properties[key]))
      return [];
    const isStored = (one: Operation) => fitsWhenStored(document, takenBy(document, one), properties);
    const isOnPath = onPath.filter((one) => isOfCollection(document, one, key) && isStored(one));
    const isOnItem = onItem.filter((one) => isOfItem(document, one, key) && isStored(one));
    if (isOnPath.length === 0 || isOnItem.length === 0) return [];
    // The sandbox takes its first items from the examples of what reads them.
    if (![...isOnPath, ...isOnItem].some((one) => one.method === 'GET')) return [];
    return [{ path, parameter, words, keys, properties, operations: [...isOnPath, ...isOnItem] }];
  });
}

function groupBy(
  operations: readonly Operation[],
  keyOf: (operation: Operation) => string,
): ReadonlyMap<string, readonly Operation[]> {
  const groups = new Map<string, Operation[]>();
  for (const operation of operations) {
    const group = groups.get(keyOf(operation));
    if (group) group.push(operation);
    else groups.set(keyOf(operation), [operation]);
  }
  return groups;
}

/** Whether an operation lists or creates items. */
function isOfCollection(document: Document, operation: Operation, key: string): boolean {
  if (operation.method === 'GET') return listedBy(document, operation) !== undefined;
  if (operation.method !== 'POST' || !takesObject(document, operation)) return false;
  return successOf(operation) === undefined || Object.hasOwn(shownBy(document, operation) ?? {}, key);
}

/** Whether an operation gets, updates or deletes an item. */
function isOfItem(document: Document, operation: Operation, key: string): boolean {
  const shown = shownBy(document, operation);
  if (operation.method === 'DELETE') return true;
  if (operation.method === 'GET') return Object.hasOwn(shown ?? {}, key);
  const responds = shown !== undefined || successOf(operation) === undefined;
  return ['PUT', 'PATCH'].includes(operation.method) && takesObject(document, operation) && responds;
}

/** Whether an item may have what a request sends. Some vendors take a number, and show it as text. */
function fitsWhenStored(document: Document, taken: Properties = {}, shown: Properties): boolean {
  return Object.entries(taken).every(([name, schema]) => {
    const types = Object.hasOwn(shown, name) ? typesOf(document, shown[name]) : [];
    if (types.length > 0 && !typesOf(document, schema).every((type) => types.includes(type))) return false;
    return !listsVariants(document, shown[name]) || itemsOf(document, schema) === itemsOf(document, shown[name]);
  });
}

/** Whether a property is a list of objects of several kinds. The sandbox cannot make one kind from another. */
function listsVariants(document: Document, schema: Node | undefined): boolean {
  const variants: Node[] = read(document, itemsOf(document, schema)).anyOf ?? [];
  return variants.filter((one) => read(document, one).properties).length > 1;
}

/** The schema of the items of a list, or of a list in a union; the same object for the same component. */
function itemsOf(document: Document, schema: Node | undefined): Node | undefined {
  const { items, anyOf = [] } = read(document, schema);
  const list = items ?? anyOf.map((one: Node) => read(document, one).items).find(Boolean);
  return list && read(document, list);
}

/** The types of a schema and of its variants, without null; none if it takes any. */
function typesOf(document: Document, schema: Node | undefined): string[] {
  const { type, anyOf = [] } = read(document, schema);
  const variants = anyOf.map((one: Node) => [read(document, one).type ?? []].flat());
  if (variants.some((types: string[]) => types.length === 0)) return [];
  const all: string[] = [type ?? [], ...variants].flat();
  return all.filter((one) => one !== 'null').map((one) => (one === 'integer' ? 'number' : one));
}

/** The words of an item: `/v1/user-groups` has items that are a user group. */
function wordsOf(path: string): string[] {
  // A name has a letter.
  const words = splitWords(path.slice(path.lastIndexOf('/'))).filter((word) => /\p{L}/u.test(word));
  const last = words.pop();
  return last === undefined ? ['item'] : [...words, singular(last)];
}

/** Whether the path takes what a property has. The sandbox makes ids in the form of the property. */
function isNamedBy(document: Document, [operation]: readonly Operation[], property: Node | undefined): boolean {
  const taken: Node = operation?.parameters.filter((one) => one.in === 'path').at(-1)?.schema ?? {};
  const { type, format } = read(document, property);
  const isFormat = taken.format === undefined || taken.format === format;
  const types = [taken, ...(taken.anyOf ?? [])].map((one: Node) => one.type);
  return isFormat && (type === undefined || [type].flat().some((one) => types.includes(one)));
}

/** A path names an item by the property of its parameter's name, or else by the id. The sandbox makes the first key. */
function keysOf(words: readonly string[], parameter: string, properties: Properties, sent: Properties): string[] {
  // `gid` of `{task_gid}`.
  const last = splitWords(parameter).at(-1) ?? 'id';
  const names = ['id', `${words.join('_')}_id`, camelCase([...words, 'id']), last];
  const ids = names.filter((id) => Object.hasOwn(properties, id));
  if (!Object.hasOwn(properties, parameter)) return ids.slice(0, 1);
  // The caller chooses a name, and the vendor an id.
  const isChosen = Object.hasOwn(sent, parameter);
  return isChosen ? [...new Set([...ids.slice(0, 1), parameter])] : [parameter];
}

type SchemaNode = Node | Reference;

function successOf({ responses }: Operation): SchemaNode | undefined {
  const status = Object.keys(responses).find((one) => one.startsWith('2')) ?? '';
  return Object.values(responses[status]?.content ?? {})[0]?.schema;
}

function takenBy(document: Document, { body }: Operation): Properties | undefined {
  return propertiesOf(document, Object.values(body?.content ?? {})[0]?.schema);
}

function takesObject(document: Document, operation: Operation): boolean {
  return operation.body === undefined || takenBy(document, operation) !== undefined;
}

function shownBy(document: Document, operation: Operation): Properties | undefined {
  return propertiesOf(document, successOf(operation));
}

/** The properties of the objects that a response lists: it is an array, or has one. */
function listedBy(document: Document, operation: Operation): Properties | undefined {
  const schema = read(document, successOf(operation));
  const lists = [schema, ...Object.values<Node>(schema.properties ?? {}).map((one) => read(document, one))];
  const list = lists.find(({ items }) => items !== undefined);
  return list && propertiesOf(document, list.items);
}

/** The properties of an object. An object whose only property is an object is a wrapper. */
function propertiesOf(document: Document, schema: SchemaNode | undefined): Properties | undefined {
  const { properties = {}, additionalProperties } = read(document, schema);
  const all = Object.values<Node>(properties);
  const [inner] = all.map((one) => read(document, one).properties);
  if (all.length === 1 && inner && additionalProperties !== true) return inner;
  return all.length > 0 ? properties : undefined;
}

function read(document: Document, schema: SchemaNode | undefined): Node {
  return resolve(document, (schema ?? {}) as Node);
}

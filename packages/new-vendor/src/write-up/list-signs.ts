import { type Document, type Operation, resolve } from '@plumbline/spec-tools/document/document';
import { pointerOf } from '@plumbline/spec-tools/document/pointer';
import { bodyModeOf } from '@plumbline/spec-tools/generate/method-parameters';
import type { Node } from '../read/source.ts';

/** A value within a body, and the names on the way to it. */
export interface Leaf {
  readonly keys: readonly string[];
  readonly schema: Node;
}
/** A parameter, or a field of the body, that may select a page. */
export interface Selector {
  readonly name: string;
  readonly schema: Node;
  readonly description: string;
}
/** What a list has that may say how it is paged. */
export interface Signs {
  readonly selectors: readonly Selector[];
  /** The values beside the items. */
  readonly leaves: readonly Leaf[];
  /** The names on the way to the items. */
  readonly items: readonly string[];
  /** The schema of an item. */
  readonly item: Node;
  /** Whether the operation only reads. */
  readonly isRead: boolean;
}
const itemNames =
  /^(data|items|results?|records|values?|entries|list|objects|elements|rows|resources|content|hits|members|nodes)$/;
const noItems = /^(errors?|warnings?|links?|included|messages|fields|columns|facets|headers|aggregations|sort|tags)$/;

/** Reads the signs of a list; undefined if the operation responds with no list, or with several. */
export function readSigns(document: Document, operation: Operation): Signs | undefined {
  const [mediaType = '', media] = Object.entries(operation.responses['200']?.content ?? {})[0] ?? [];
  if (!/[/+]json$/.test(mediaType) || !media || !['GET', 'POST'].includes(operation.method)) return undefined;
  const body = read(document, media.schema as Node);
  const list = findList(document, operation, body);
  if (!list) return undefined;
  return {
    selectors: selectorsOf(document, operation),
    leaves: leavesOf(document, body),
    items: list.keys,
    item: read(document, list.schema.items ?? {}),
    isRead: operation.method === 'GET',
  };
}

/** The list of a body: the body, its only array, or the array that is named like one. */
function findList(document: Document, { path }: Operation, body: Node): Leaf | undefined {
  if (body.items) return { keys: [], schema: body };
  const arraysIn = (node: Node, before: readonly string[]): Leaf[] =>
    Object.entries<Node>(node.properties ?? {})
      .map(([name, one]) => ({ keys: [...before, name], schema: read(document, one) }))
      .filter(({ keys, schema }) => schema.items && !noItems.test(plain(keys.at(-1))));
  const lists = arraysIn(body, []);
  const nested = Object.entries<Node>(body.properties ?? {}).flatMap(([name, one]) =>
    arraysIn(read(document, one), [name]),
  );
  const all = lists.length > 0 ? lists : nested;
  const last = plain(
    path
      .split('/')
      .filter((part) => part && !part.startsWith('{'))
      .at(-1),
  );
  const isNamed = ({ keys }: Leaf) => itemNames.test(plain(keys.at(-1))) || plain(keys.at(-1)) === last;
  const named = all.filter(isNamed);
  return all.length === 1 ? all[0] : named.length === 1 ? named[0] : undefined;
}

/** The values of a body beside its list, at most three objects deep. */
function leavesOf(document: Document, body: Node, before: readonly string[] = []): Leaf[] {
  return Object.entries<Node>(body.properties ?? {}).flatMap(([name, one]): Leaf[] => {
    const keys = [...before, name];
    const schema = read(document, one);
    if (schema.items || /prev/i.test(name)) return [];
    if (!schema.properties) return [{ keys, schema }];
    return before.length < 2 ? leavesOf(document, schema, keys) : [];
  });
}

function selectorsOf(document: Document, operation: Operation): Selector[] {
  const query = operation.parameters.filter((one) => one.in === 'query');
  const selectors: Selector[] = query.map((parameter) => {
    const { name, schema, description = '' } = parameter as unknown as Node;
    return { name, schema: read(document, schema), description };
  });
  const { body } = operation;
  if (!body || !['fields', 'optional'].includes(bodyModeOf(document, operation) ?? '')) return selectors;
  const { properties = {} } = read(document, (Object.values(body.content)[0]?.schema ?? {}) as Node);
  const fields = Object.entries<Node>(properties);
  return [
    ...selectors,
    ...fields.map(([name, one]) => {
      const schema = read(document, one);
      return { name, schema, description: schema.description ?? '' };
    }),
  ];
}

/** A schema without references, and without the `null` of a nullable one. */
export function read(document: Document, given: Node): Node {
  const schema: Node = resolve(document, given);
  const variants = (schema.anyOf ?? schema.oneOf ?? []).filter((one: Node) => one.type !== 'null');
  return variants.length === 1 ? read(document, variants[0]) : schema;
}

export function isType({ type }: Node, ...types: readonly string[]): boolean {
  return [type].flat().some((one) => types.includes(one));
}

/** A place as a spec has it: the name of a property, or a JSON Pointer. */
export function placeOf(keys: readonly string[]): string {
  const [only = ''] = keys;
  return keys.length === 1 && only !== '' && !only.startsWith('/') ? only : pointerOf(keys);
}

/** A name without case and signs: `page[after]` is `pageafter`. */
export function plain(name = ''): string {
  return name.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
}

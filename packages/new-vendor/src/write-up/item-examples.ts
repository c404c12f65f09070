import type { Operation } from '@plumbline/spec-tools/document/document';
import { isObject, type Node } from '../read/source.ts';
import type { Collection } from './find-collections.ts';

/**
 * Makes the examples of parameters name an item that the examples of the responses show: the sandbox knows those alone. Changes the
 * operations, and returns the collections whose items can be named.
 */
export function nameShownItems(operations: readonly Operation[], collections: readonly Collection[]): Collection[] {
  return collections.filter((collection) => {
    const item = itemOf(collection);
    if (!item) return true;
    const { path, parameter, keys } = collection;
    const id = item[keys.includes(parameter) ? parameter : (keys[0] ?? '')];
    if (id === undefined) return true;
    if (!isSegment(id)) return false;
    const itemPath = `${path}/{${parameter}}`;
    for (const operation of operations.filter((one) => one.path === itemPath || one.path.startsWith(`${itemPath}/`)))
      setPathExample(operation, parameter, id);
    return true;
  });
}

/** The first item that the sandbox has: of its list, or else the single one. */
export function itemOf({ path, operations }: Collection): Node | undefined {
  const reading = operations.filter(({ method }) => method === 'GET');
  const lists = reading.filter((one) => one.path === path);
  const items = [...lists, ...reading.filter((one) => one.path !== path)].map((operation) => {
    const value = exampleOf(operation);
    if (operation.path !== path) return isObject(value) ? unwrap(value) : undefined;
    const list = Array.isArray(value) ? value : Object.values(Object(value)).find(Array.isArray);
    return list?.[0];
  });
  return items.find(isObject);
}

function exampleOf({ responses }: Operation): unknown {
  const status = Object.keys(responses).find((one) => one.startsWith('2')) ?? '';
  const [media] = Object.values(responses[status]?.content ?? {});
  return Object.values(media?.examples ?? {})[0]?.value;
}

/** The object in an object around it alone. */
function unwrap(value: Node): Node {
  const [inner, ...others] = Object.values(value);
  return others.length === 0 && isObject(inner) ? inner : value;
}

/** Whether a value can be a segment of a path, without an escape. */
function isSegment(value: unknown): value is string | number {
  return typeof value === 'number' || (typeof value === 'string' && /^[\w@-][\w@ .:-]*$/.test(value));
}

function setPathExample({ object }: Operation, name: string, example: unknown): void {
  const parameters = ((object as unknown as Node).parameters ?? []) as Node[];
  for (const parameter of parameters)
    if (parameter.in === 'path' && parameter.name === name && takes(parameter.schema, example))
      parameter.example = example;
}

/** Whether a parameter has the type of an id: that of one operation may be another one than those of its siblings. */
function takes({ type, anyOf = [] }: Node, id: unknown): boolean {
  if (anyOf.length > 0) return anyOf.some((variant: Node) => takes(variant, id));
  return type === 'string' || (typeof id === 'number' && (type === 'number' || Number.isInteger(id)));
}

import { type Document, type OperationObject, type Parameter, resolve } from '@plumbline/spec-tools/document/document';
import { keysOf, pointerOf } from '@plumbline/spec-tools/document/pointer';
import type { Change } from './change.ts';

/**
 * Where a change is, for a person: the operation, the component or what else it belongs to, then the way down from there.
 * E.g. `` `users/list` › parameters › page › maximum ``.
 */
export function placeOf(change: Change, base: Document, revision: Document): string {
  const { side, document } = change.revision
    ? { side: change.revision, document: revision }
    : { side: change.base, document: base };
  // Redocly writes the root as `#/`.
  const names = keysOf(objectPointer(change, side?.pointer ?? change.path)).filter((name) => name !== '');
  const { owner, depth } = ownerOf(names, document);
  const way = wayDown(names, depth, document);
  const property = change.kind === 'modified' && change.property ? [change.property] : [];
  return [owner, ...way, ...property].join(' › ');
}

/** Of a modified property, Redocly points to the property where there is one, else to the object. */
function objectPointer({ kind, property }: Change, pointer: string): string {
  const end = kind === 'modified' && property ? pointerOf([property]) : '';
  return end && pointer.endsWith(end) ? pointer.slice(0, -end.length) : pointer;
}

function ownerOf(names: readonly string[], document: Document): { owner: string; depth: number } {
  const [top = 'document', second, third] = names;
  if (top === 'components' && third !== undefined) return { owner: `\`${third}\``, depth: 3 };
  if (top !== 'paths' || second === undefined) return { owner: top, depth: 1 };
  const item = document.paths[second] ?? {};
  const identifier = (method: string) =>
    `\`${(item[method] as OperationObject).operationId ?? `${method} ${second}`}\``;
  if (third === undefined) return { owner: methodsOf(item).map(identifier).join(', ') || `\`${second}\``, depth: 2 };
  return methodsOf(item).includes(third)
    ? { owner: identifier(third), depth: 3 }
    : { owner: `\`${second}\``, depth: 2 };
}

function methodsOf(item: object): string[] {
  return ['get', 'put', 'post', 'patch', 'delete'].filter((method) => method in item);
}

/** Parameters by their names, and without the names that OpenAPI has between one thing and the next. */
function wayDown(names: readonly string[], depth: number, document: Document): string[] {
  const way: string[] = [];
  for (let index = depth; index < names.length; index += 1) {
    const name = names[index] ?? '';
    const next = names[index + 1];
    if (name === 'properties' && next !== undefined) {
      way.push(next);
      index += 1;
    } else if (name === 'parameters' && next !== undefined) {
      const parameter = names.slice(0, index + 2).reduce<unknown>((node, step) => Object(node)[step], document);
      way.push(name, resolve(document, parameter as Parameter)?.name ?? next);
      index += 1;
    } else if (name !== 'content' && name !== 'schema') way.push(name);
  }
  return way;
}

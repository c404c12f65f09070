import { type Document, type OperationObject, type Parameter, resolve } from '@plumbline/spec-tools/document/document';
import { keysOf, pointerOf } from '@plumbline/spec-tools/document/pointer';
import type { Change } from './change.ts';

/**
 * The path of a change, for a person: the operation or component that it belongs to, then the keys below it.
 * Example: `` `users/list` › parameters › page › maximum ``.
 */
export function schemaPath(change: Change, base: Document, revision: Document): string {
  const { side, document } = change.revision
    ? { side: change.revision, document: revision }
    : { side: change.base, document: base };
  // Redocly writes the root as `#/`.
  const names = keysOf(objectPointer(change, side?.pointer ?? change.path)).filter((name) => name !== '');
  const { owner, depth } = ownerOf(names, document);
  const keys = keysBelow(names, depth, document);
  const property = change.kind === 'modified' && change.property ? [change.property] : [];
  return [owner, ...keys, ...property].join(' › ');
}

/** Redocly points to a modified property if it exists, else to its object. */
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

/** The keys below the owner: parameters by their names, without OpenAPI's own keys `content` and `schema`. */
function keysBelow(names: readonly string[], depth: number, document: Document): string[] {
  const keys: string[] = [];
  for (let index = depth; index < names.length; index += 1) {
    const name = names[index] ?? '';
    const next = names[index + 1];
    if (name === 'properties' && next !== undefined) {
      keys.push(next);
      index += 1;
    } else if (name === 'parameters' && next !== undefined) {
      const parameter = names.slice(0, index + 2).reduce<unknown>((node, step) => Object(node)[step], document);
      keys.push(name, resolve(document, parameter as Parameter)?.name ?? next);
      index += 1;
    } else if (name !== 'content' && name !== 'schema') keys.push(name);
  }
  return keys;
}

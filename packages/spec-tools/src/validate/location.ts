import { type Document, type Reference, resolve } from '../document/document.ts';
import { escapeKey, keysOf } from '../document/pointer.ts';

/** The keys from the root of a document to a node. A reference on the way counts as its target. */
export type KeyPath = readonly string[];

/** The node at a path, or `undefined` if there is none. Resolves references, including one at the end. */
export function nodeAt(document: Document, path: KeyPath): unknown {
  let node: unknown = document;
  for (const key of path) {
    node = (resolve(document, node as object | Reference) as Record<string, unknown> | undefined)?.[key];
    if (node === undefined) return undefined;
  }
  return resolve(document, node as object | Reference);
}

/** The JSON Pointer (RFC 6901) to the node at a path, without references on the way. */
export function pointerTo(document: Document, path: KeyPath): string {
  let node: unknown = document;
  let pointer = '';
  for (const key of path) {
    while (isReference(node)) {
      pointer = node.$ref.slice(1);
      node = nodeAt(document, keysOf(pointer).slice(0, -1));
      node = (node as Record<string, unknown>)[keysOf(pointer).at(-1) ?? ''];
    }
    pointer += `/${escapeKey(key)}`;
    node = (node as Record<string, unknown> | undefined)?.[key];
  }
  return pointer;
}

function isReference(node: unknown): node is Reference {
  return typeof node === 'object' && node !== null && '$ref' in node && typeof node.$ref === 'string';
}

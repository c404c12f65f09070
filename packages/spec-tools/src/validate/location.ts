import { type Document, type Reference, resolve } from '../document/document.ts';
import { escapeKey, keysOf } from '../document/pointer.ts';

/** A way into a document by keys, from its root. References on the way are followed. */
export type Place = readonly string[];

/** What is at a place, its own reference followed too; nothing where there is no such place. */
export function nodeAt(document: Document, place: Place): unknown {
  let node: unknown = document;
  for (const key of place) {
    node = (resolve(document, node as object | Reference) as Record<string, unknown> | undefined)?.[key];
    if (node === undefined) return undefined;
  }
  return resolve(document, node as object | Reference);
}

/** The JSON Pointer of a place (RFC 6901), with no reference on the way. */
export function pointerTo(document: Document, place: Place): string {
  let node: unknown = document;
  let pointer = '';
  for (const key of place) {
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

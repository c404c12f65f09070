import type { Document } from '../spec.ts';

/** What is at a JSON Pointer (RFC 6901) in a document; no reference is followed. */
export function nodeAtPointer(document: Document, pointer: string): unknown {
  return keysOf(pointer).reduce<unknown>((node, key) => Object(node)[key], document);
}

/** The keys of a JSON Pointer. */
export function keysOf(pointer: string): string[] {
  const keys = pointer.split('/').slice(1);
  return keys.map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

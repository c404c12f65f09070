import { type Document, own, put } from './openapi.ts';

/**
 * Copies a document. In the place of each reference is what it refers to, so a schema may contain itself. What stands beside a reference
 * replaces what it refers to.
 */
export function dereference(data: object): Document {
  const copies = new Map<object, object>();
  const targetOf = (node: object, depth = 0): object => {
    const { $ref, ...beside } = node as { readonly $ref?: unknown };
    if (typeof $ref !== 'string') return node;
    // A chain of references that never ends is an error of the document.
    if (depth > 100) return beside;
    const keys = decodeURIComponent($ref).split('/').slice(1);
    const target = keys.reduce<unknown>(
      (parent, key) => own(parent, key.replaceAll('~1', '/').replaceAll('~0', '~')),
      data,
    );
    return targetOf({ ...Object(target), ...beside }, depth + 1);
  };
  const copyOf = (node: unknown): unknown => {
    if (typeof node !== 'object' || node === null) return node;
    let copy = copies.get(node);
    if (!copy) {
      copy = Array.isArray(node) ? [] : {};
      copies.set(node, copy);
      for (const [name, value] of Object.entries(targetOf(node))) put(copy, name, copyOf(value));
    }
    return copy;
  };
  return copyOf(data) as Document;
}

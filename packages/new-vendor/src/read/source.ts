import type { Notes } from '../notes.ts';

// biome-ignore lint/suspicious/noExplicitAny: a vendor's document may hold anything.
export type Node = Record<string, any>;

/** A vendor's OpenAPI document, upgraded to 3.1, and its name in evidence. */
export interface Source {
  /** The name of the file. */
  readonly name: string;
  readonly document: Node;
  /** What reading it has left out or left open. An operation that is left out is still in the document. */
  readonly notes?: Notes;
}

/** The methods that clients send. */
export const methods = ['get', 'put', 'post', 'patch', 'delete', 'head', 'options'] as const;

/** Follows a reference within the document. Returns any other node unchanged. */
export function follow({ document }: Pick<Source, 'document'>, node: Node): Node {
  let found = node;
  // References may form a circle.
  for (let step = 0; typeof found?.$ref === 'string' && step < 50; step++) {
    found = nodeAt(document, found.$ref) as Node;
  }
  return found ?? {};
}

/** The value that a reference within a document leads to, without following another reference there. */
export function nodeAt(document: Node, reference: string): unknown {
  return keysIn(reference).reduce<unknown>(
    (parent, key) => (Object.hasOwn(Object(parent), key) ? Object(parent)[key] : undefined),
    document,
  );
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The keys of a reference within a document: `#/paths/~1pets` is `['paths', '/pets']`. */
export function keysIn(reference: string): string[] {
  const keys = reference.replace(/^#\/?/, '').split('/');
  return keys.filter(Boolean).map((key) => decode(key).replaceAll('~1', '/').replaceAll('~0', '~'));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

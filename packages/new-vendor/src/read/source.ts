// biome-ignore lint/suspicious/noExplicitAny: a vendor's document may hold anything.
export type Node = Record<string, any>;

/** A vendor's OpenAPI document, upgraded to 3.1, and its name in evidence. */
export interface Source {
  /** The name of the file. */
  readonly name: string;
  readonly document: Node;
}

export const methods = ['get', 'put', 'post', 'patch', 'delete'] as const;

/** Follows a reference within the document. Returns any other node unchanged. */
export function follow({ document }: Source, node: Node): Node {
  let found = node;
  // References may form a circle.
  for (let step = 0; typeof found?.$ref === 'string' && step < 50; step++) {
    found = keysIn(found.$ref).reduce((parent: Node, key) => parent?.[key], document);
  }
  return found ?? {};
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

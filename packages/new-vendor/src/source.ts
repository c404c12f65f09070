// biome-ignore lint/suspicious/noExplicitAny: a document from elsewhere may hold anything.
export type Node = Record<string, any>;

/** An OpenAPI document from elsewhere, as 3.1, and what it is called in evidence. */
export interface Source {
  /** The name of the file. */
  readonly name: string;
  readonly document: Node;
}

export const methods = ['get', 'put', 'post', 'patch', 'delete'] as const;

/** The node that a reference within the document points to; the node itself where it is none. */
export function follow({ document }: Source, node: Node): Node {
  let found = node;
  // As many steps as no chain that ends has.
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

/** The keys on the way to a place of a document, from its root. */
export type Path = readonly string[];

/** An object of a document, as changes see it. */
export type Node = Record<string, unknown>;

/** A path as a JSON Pointer (RFC 6901). */
export function pointerOf(path: Path): string {
  return path.map((key) => `/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
}

/** The path that a `$ref` within a document names. */
export function pathOf(reference: string): Path {
  return reference
    .slice(2)
    .split('/')
    .map((key) => key.replace(/~1/g, '/').replace(/~0/g, '~'));
}

/** What stands at a path. */
export function at(document: object, path: Path): Node {
  const node = path.reduce<unknown>((parent, key) => Object(parent)[key], document);
  if (typeof node !== 'object' || node === null) throw new Error(`There is no object at ${pointerOf(path)}.`);
  return node as Node;
}

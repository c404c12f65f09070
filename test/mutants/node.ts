import { pointerOf } from '@plumbline/spec-tools/document/pointer';

/** The keys on the way to a place of a document, from its root. */
export type Path = readonly string[];

/** An object of a document, as changes see it. */
export type Node = Record<string, unknown>;

/** What stands at a path. */
export function at(document: object, path: Path): Node {
  const node = path.reduce<unknown>((parent, key) => Object(parent)[key], document);
  if (typeof node !== 'object' || node === null) throw new Error(`There is no object at ${pointerOf(path)}.`);
  return node as Node;
}

import { pointerOf } from '@plumbline/spec-tools/document/pointer';

/** The keys from the root of a document to a place. */
export type Path = readonly string[];

/** An object of a document that a change can write to. */
export type Node = Record<string, unknown>;

/** The object at a path. */
export function at(document: object, path: Path): Node {
  const node = path.reduce<unknown>((parent, key) => Object(parent)[key], document);
  if (typeof node !== 'object' || node === null) throw new Error(`There is no object at ${pointerOf(path)}.`);
  return node as Node;
}

import { type Node, nodeAt } from './source.ts';

/** A path item with what it refers to, or what is wrong with its reference. */
export function withReference(document: Node, item: Node): Node | string {
  const { $ref, ...own } = item;
  if (typeof $ref !== 'string') return item;
  const fault = faultOf(document, $ref);
  if (fault) return fault;
  const target = withReference(document, nodeAt(document, $ref) as Node);
  return typeof target === 'string' ? target : { ...target, ...own };
}

/** The fault of references that lead to one another. */
export const circle = 'refers to itself';

/** Why a reference leads to nothing. */
export function faultOf(document: Node, reference: string): string | undefined {
  const seen = new Set<string>();
  for (let found = reference; !seen.has(found); ) {
    seen.add(found);
    if (!found.startsWith('#')) return 'is in another document that was not read';
    const target = nodeAt(document, found);
    if (target === undefined || target === null) return 'does not exist';
    const next = Object(target).$ref;
    if (typeof next !== 'string') return undefined;
    found = next;
  }
  return circle;
}

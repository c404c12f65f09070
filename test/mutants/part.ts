import type { Document } from '@plumbline/spec-tools/document/document';
import { keysOf, pointerOf } from '@plumbline/spec-tools/document/pointer';
import { at, type Node } from './node.ts';

/**
 * A document with one path only, and the components that the path refers to. A mock serves it in a fraction of the time.
 * Operations that need no credentials stay, since clients call them to get credentials.
 */
export function partOf(document: Document, path: string): Document {
  const paths = Object.entries(document.paths).filter(
    ([name, item]) => name === path || Object.values(item).some(isOpen),
  );
  const part = { ...document, paths: Object.fromEntries(paths) };
  const components: Record<string, Node> = { securitySchemes: at(document, ['components', 'securitySchemes']) };
  const wanted = referencesIn(part.paths);
  for (const reference of wanted) {
    const [, kind = '', name = ''] = keysOf(reference);
    const component = at(document, ['components', kind, name]);
    components[kind] = { ...components[kind], [name]: component };
    for (const next of referencesIn(component)) wanted.add(next);
  }
  return { ...part, components } as Document;
}

function isOpen(operation: unknown): boolean {
  const { security } = Object(operation);
  return (
    Array.isArray(security) && (security.length === 0 || security.some((needed) => Object.keys(needed).length === 0))
  );
}

/** References to the components that a node refers to, or to parts of. */
function referencesIn(node: unknown): Set<string> {
  const found = new Set<string>();
  JSON.stringify(node, (key, value) => {
    if (key === '$ref' && typeof value === 'string') found.add(`#${pointerOf(keysOf(value).slice(0, 3))}`);
    return value;
  });
  return found;
}

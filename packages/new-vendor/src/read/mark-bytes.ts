import type { Node } from './source.ts';

/**
 * Writes bytes in the way of OpenAPI 3.1 where OpenAPI 3.0 has `format: binary` as the schema of a body. The upgrade to 3.1 would remove it,
 * and with it what tells a file of any type from JSON.
 */
export function markBytes(document: Node): Node {
  const seen = new Set<object>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null || seen.has(node)) return;
    seen.add(node);
    for (const [name, child] of Object.entries(node)) {
      if (name === 'content') for (const media of Object.values(Object(child))) markMedia(Object(media));
      visit(child);
    }
  };
  visit(document);
  return document;
}

function markMedia(media: Node): void {
  const { type, format } = Object(media.schema);
  if (type === 'string' && format === 'binary') {
    media.schema = { type, contentMediaType: 'application/octet-stream' };
  }
}

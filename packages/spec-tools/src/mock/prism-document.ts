import { bodyKindOf } from '../document/content-kind.ts';
import { type Body, type Document, operationsOf } from '../document/document.ts';
import { bodySerializerOf } from '../generate/body-encoding.ts';

/**
 * Copies a document without the schemas of request bodies that Prism cannot read: multipart bodies with lists or JSON, forms with lists or
 * objects, and ranges of media types. Prism then accepts any such body. `validateExchange` validates them.
 */
export function prismDocument(document: Document): Document {
  const copy = structuredClone(document);
  for (const operation of operationsOf(copy)) {
    const { body } = operation;
    if (!body || !bodySerializerOf(copy, operation)) continue;
    const content = Object.entries(body.content).map(([mediaType, { examples }]) => [
      mediaType.includes('*') && bodyKindOf(mediaType) === 'bytes' ? '*/*' : mediaType,
      { ...(examples && { examples }) },
    ]);
    (body as { content: Body['content'] }).content = Object.fromEntries(content);
  }
  return copy;
}

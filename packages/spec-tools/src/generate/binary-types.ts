import ts from 'typescript';
import { bodyKindOf } from '../document/content-kind.ts';
import { type Document, type Media, operationsOf, type Reference, resolve, type Schema } from '../document/document.ts';

/** The types of the runtime for bytes: of a whole body, and of a file in a multipart body. */
export const binaryTypes = ['Binary', 'FileInput'] as const;
type BinaryType = (typeof binaryTypes)[number];
interface Marked {
  'x-binary-type'?: BinaryType;
  readonly type?: unknown;
}

/** Whether a schema is bytes, as OpenAPI 3.0 (`format: binary`) or 3.1 (`contentMediaType`) says it. A base64 text is none. */
export function isBinarySchema({ type, format, contentMediaType, contentEncoding }: Schema): boolean {
  const isText = [type ?? 'string'].flat().includes('string');
  return isText && (format === 'binary' || (contentMediaType !== undefined && !contentEncoding));
}

/**
 * Copies a document, with a mark on each schema of bytes in a request body: as the whole body, or as a part of a multipart body.
 * Anywhere else, such as in JSON, `format: binary` is text.
 */
export function markBinary(document: Document): Document {
  const copy = structuredClone(document);
  for (const { body } of operationsOf(copy)) {
    for (const [mediaType, media] of Object.entries(body?.content ?? {})) {
      const kind = bodyKindOf(mediaType);
      if (kind === 'bytes') (resolve(copy, media.schema) as Marked)['x-binary-type'] = 'Binary';
      if (kind !== 'multipart') continue;
      const files = [...filesOf(copy, media).map(([, file]) => file), ...otherFilesOf(copy, media)];
      for (const file of files) (file as Marked)['x-binary-type'] = 'FileInput';
    }
  }
  return copy;
}

/** The schemas of the files in a multipart body, each with the name of its field. */
export function filesOf(document: Document, { schema }: Media): [name: string, file: Schema][] {
  return Object.entries(resolve(document, schema).properties ?? {}).flatMap(([name, property]) =>
    variantsOf(document, property)
      .filter(isBinarySchema)
      .map((file): [string, Schema] => [name, file]),
  );
}

/** The schemas of the files in a multipart body whose fields have any names. */
export function otherFilesOf(document: Document, { schema }: Media): Schema[] {
  const { additionalProperties: others } = resolve(document, schema);
  return typeof others === 'object' ? variantsOf(document, others).filter(isBinarySchema) : [];
}

/** A schema, its variants, and those of the items of its lists. */
function variantsOf(document: Document, given: Schema | Reference, seen: Set<Schema> = new Set()): readonly Schema[] {
  const schema = resolve(document, given);
  // A schema may contain itself.
  if (seen.has(schema)) return [];
  seen.add(schema);
  const inner = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.items ? [schema.items] : [])];
  return [schema, ...inner.flatMap((one) => variantsOf(document, one, seen))];
}

/** The type of a marked schema; undefined for any other. */
export function binaryTypeOf(schema: object): ts.TypeNode | undefined {
  const { 'x-binary-type': name, type } = schema as Marked;
  if (!name) return undefined;
  const reference = ts.factory.createTypeReferenceNode(name);
  if (![type].flat().includes('null')) return reference;
  return ts.factory.createUnionTypeNode([reference, ts.factory.createLiteralTypeNode(ts.factory.createNull())]);
}

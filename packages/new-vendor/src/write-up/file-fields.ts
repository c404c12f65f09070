/** Which fields of a multipart body are files. */

import { bodyKindOf } from '@plumbline/spec-tools/document/content-kind';
import { isBinarySchema } from '@plumbline/spec-tools/generate/binary-types';
import { noNotes } from '../notes.ts';
import { follow, type Node, type Source } from '../read/source.ts';
import { mergeAllOf } from './merge-all-of.ts';

/** A schema without references and `allOf`. What is lost is noted where the schema is written. */
export function mergedSchema(source: Source, schema: unknown): Node {
  if (typeof schema !== 'object' || schema === null) return {};
  const merged = mergeAllOf({ source, notes: noNotes(), place: '' }, follow(source, schema));
  return typeof merged.$ref === 'string' ? mergedSchema(source, merged) : merged;
}

/**
 * Writes a field that is a file, a list of files, or a union with a file; undefined for any other field.
 *
 * @param encoding How the field is sent, by the document.
 * @param write Writes the other variants of a union.
 */
export function fileOf(
  source: Source,
  property: unknown,
  encoding: Node | undefined,
  write: (variant: unknown) => Node = Object,
  depth = 0,
): Node | undefined {
  // A file is in no list of lists. A schema may contain itself.
  if (depth > 2) return undefined;
  const { description, deprecated, type, items, anyOf, oneOf, nullable: _, ...schema } = mergedSchema(source, property);
  const about = { ...(description && { description }), ...(deprecated === true && { deprecated }) };
  if (items || [type].flat().includes('array')) {
    const file = fileOf(source, items ?? {}, encoding, write, depth + 1);
    return file && { ...about, type: 'array', items: file };
  }
  const variants: unknown[] = [...(anyOf ?? []), ...(oneOf ?? [])];
  const files = variants.map((variant) => fileOf(source, variant, undefined, write, depth + 1));
  if (variants.length > 0) {
    const [first] = files;
    if (files.every((file) => file === undefined)) return undefined;
    if (variants.length === 1) return { ...about, ...first };
    return { ...about, anyOf: variants.map((variant, index) => files[index] ?? write(variant)) };
  }
  const isBytes = isBinarySchema({ type: type ?? 'string', ...schema });
  // OpenAPI 3.1: a part without a type is bytes. Its media type may be in `encoding`.
  const isPlain = [type ?? 'string'].flat().includes('string') && !plainKeywords.some((key) => key in schema);
  const isFile = isBytes || (isPlain && encoding?.contentType && bodyKindOf(encoding.contentType) === 'bytes');
  return isFile ? { ...about, type: 'string', format: 'binary' } : undefined;
}

const plainKeywords = ['properties', 'enum', 'const', 'format', 'contentEncoding'];

import { type Document, type Reference, resolve } from '../document/document.ts';
import type { TextSchema } from './coerce.ts';
import { type Declaration, pairsOf, readPairs } from './deserialize.ts';
import { type KeyPath, nodeAt } from './location.ts';
import type { SchemaValidators, Violation } from './schema-validators.ts';

interface MediaObject {
  readonly schema?: TextSchema | Reference;
  readonly encoding?: Readonly<Record<string, { readonly style?: string; readonly explode?: boolean }>>;
}

/** The declared media type that matches a `Content-Type`: the same one, or else a range. Parameters are ignored. */
export function declaredMediaType(content: object, contentType: string): string | undefined {
  const essence = essenceOf(contentType);
  const declared = Object.keys(content);
  const [type] = essence.split('/');
  for (const wanted of [essence, `${type}/*`, '*/*']) {
    const found = declared.find((mediaType) => essenceOf(mediaType) === wanted);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Parses a body by its media type.
 *
 * @throws {SyntaxError} When a JSON body is not JSON.
 */
export function readBody(document: Document, contentType: string, media: MediaObject, text: string): unknown {
  const essence = essenceOf(contentType);
  if (/[/+]json$/.test(essence)) return JSON.parse(text);
  if (essence !== 'application/x-www-form-urlencoded') return text;

  const pairs = pairsOf(text);
  const { properties = {} } = resolve(document, media.schema ?? {});
  const form = new Map<string, unknown>();
  const read = new Set<string>();
  for (const [name, schema] of Object.entries(properties)) {
    const field: Declaration = { path: [], name, in: 'query', schema, ...media.encoding?.[name] };
    const { value, names } = readPairs(document, field, pairs);
    if (value === undefined) continue;
    form.set(name, value);
    for (const used of names) read.add(used);
  }
  for (const [name] of pairs) {
    if (!read.has(name)) form.set(name, new URLSearchParams(text).get(name));
  }
  return Object.fromEntries(form);
}

/** Validates a body against the media types that are declared at a path. */
export function validateContent(
  document: Document,
  schemas: SchemaValidators,
  path: KeyPath,
  contentType: string,
  text: string,
): readonly Violation[] {
  const content = nodeAt(document, path) as Readonly<Record<string, MediaObject | Reference>>;
  const mediaType = declaredMediaType(content, contentType);
  const violation = (message: string) => [{ pointer: '', keyword: 'mediaType', message }];
  if (mediaType === undefined) {
    return violation(
      `has ${contentType ? `the media type ${contentType}` : 'no media type'}; the spec declares ${Object.keys(content).join(', ')}`,
    );
  }
  try {
    const value = readBody(document, contentType, resolve(document, content[mediaType] ?? {}), text);
    return schemas.at([...path, mediaType, 'schema'])?.(value) ?? [];
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return violation(text === '' ? 'is missing' : `is not valid ${contentType}`);
  }
}

function essenceOf(mediaType: string): string {
  return mediaType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

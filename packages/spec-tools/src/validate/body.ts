import { bodyKindOf, contentKindOf, essenceOf, isSequence } from '../document/content-kind.ts';
import { type Document, type EncodingObject, type Reference, resolve } from '../document/document.ts';
import type { TextSchema } from './coerce.ts';
import { readEvents } from './events.ts';
import { readForm, readMultipart } from './form.ts';
import { type KeyPath, nodeAt } from './location.ts';
import type { SchemaValidators, Violation } from './schema-validators.ts';

/** A media type object of OpenAPI, as far as bodies are read by it. */
export interface MediaObject {
  readonly schema?: TextSchema | Reference;
  readonly encoding?: Readonly<Record<string, EncodingObject>>;
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
 * @throws {SyntaxError} When JSON or a multipart body is malformed.
 */
export function readBody(document: Document, contentType: string, media: MediaObject, text: string): unknown {
  if (contentKindOf(document, contentType, media.schema) === 'json') return JSON.parse(text);
  const kind = bodyKindOf(contentType);
  // A client reads the form of a response as text.
  if (kind === 'form' && resolve(document, media.schema ?? {}).type !== 'string')
    return readForm(document, media, text);
  return kind === 'multipart' ? readMultipart(document, media, contentType, text) : text;
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
    const media = resolve<MediaObject>(document, content[mediaType] ?? {});
    const validate = schemas.at([...path, mediaType, 'schema']) ?? (() => []);
    if (!isSequence(contentKindOf(document, contentType, media.schema))) {
      return validate(readBody(document, contentType, media, text));
    }
    return readEvents(document, contentType, media.schema ?? {}, text).flatMap((event, index) =>
      validate(event).map((found) => ({ ...found, pointer: `/${index}${found.pointer}` })),
    );
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return violation(text === '' ? 'is missing' : `is not valid ${contentType}`);
  }
}

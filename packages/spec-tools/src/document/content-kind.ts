import { type Document, type Reference, resolve, type Schema } from './document.ts';

/**
 * What a body is: one JSON value, text, bytes, a stream of events (`text/event-stream`), or JSON lines, of which each is an event too.
 */
export type ContentKind = 'json' | 'text' | 'bytes' | 'events' | 'lines';

const lines = /^application\/(x-)?(ndjson|jsonl|json-?lines|stream\+json|json-seq)$|\+json-seq$/;
const text =
  /^text\/(?!json$)|[/+](x-)?(xml|yaml|csv|graphql|jwt|javascript|sql|toml|sh)$|^application\/x-www-form-urlencoded$/;

const isJson = /[/+]json$/;

/** A media type without its parameters. */
export function essenceOf(mediaType: string): string {
  return mediaType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/** The kind of a body by its media type. JSON whose schema is binary is bytes: documents declare so what is a file of any type. */
export function contentKindOf(document: Document, mediaType: string, schema: Schema | Reference = {}): ContentKind {
  const kind = kindOf(essenceOf(mediaType));
  return kind === 'json' && isBinary(resolve(document, schema)) ? 'bytes' : kind;
}

/** What a request body is, by its media type. */
export type BodyKind = 'json' | 'form' | 'multipart' | 'text' | 'bytes';

/** What a request body of a media type is. JSON lines are sent as text. */
export function bodyKindOf(mediaType: string): BodyKind {
  const essence = essenceOf(mediaType);
  if (isJson.test(essence)) return 'json';
  if (essence === 'application/x-www-form-urlencoded') return 'form';
  if (essence === 'multipart/form-data') return 'multipart';
  return kindOf(essence) === 'bytes' ? 'bytes' : 'text';
}

function kindOf(essence: string): ContentKind {
  if (essence === 'text/event-stream') return 'events';
  if (lines.test(essence)) return 'lines';
  if (text.test(essence)) return 'text';
  return isJson.test(essence) ? 'json' : 'bytes';
}

/** Whether a schema is that of bytes: `format: binary`, or in the way of OpenAPI 3.1 text with a media type and no encoding. */
export function isBinary({ type, format, contentMediaType, contentEncoding }: Schema): boolean {
  return (
    (type === undefined || [type].flat().includes('string')) &&
    (format === 'binary' || (contentMediaType === 'application/octet-stream' && contentEncoding === undefined))
  );
}

/** Whether a body is a sequence of events, which its schema and its examples describe one by one. */
export function isSequence(kind: ContentKind): boolean {
  return kind === 'events' || kind === 'lines';
}

import type { Media } from '../document/openapi.ts';
import { isObject } from '../document/schemas.ts';
import { readForm, readMultipart } from './form.ts';

/** A media type without its parameters. */
export function essenceOf(mediaType: string): string {
  return mediaType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/** Whether a media type is in a range of media types, such as `text/*`. */
function isIn(mediaType: string, range: string): boolean {
  return ['*/*', mediaType, mediaType.replace(/\/.*/, '/*')].includes(range);
}

/** The declared media type that matches a `Content-Type` best: the same one, or else a range. */
export function declaredType(content: object, contentType: string): string | undefined {
  const types = Object.keys(content).filter((range) => isIn(essenceOf(contentType), essenceOf(range)));
  const rank = (type: string) => type.split('*').length;
  return types.sort((one, other) => rank(one) - rank(other))[0];
}

/** The first declared media type that an `Accept` header takes, by its order of preference (RFC 9110 §12.5.1). */
export function acceptedType(content: object, accept?: string | null): string | undefined {
  const ranges = (accept?.trim() || '*/*').split(',').map((part) => {
    const [, quality = 1] = /;\s*q=([\d.]+)/i.exec(part) ?? [];
    return { range: essenceOf(part), quality: Number(quality) };
  });
  const wanted = ranges.filter(({ quality }) => quality > 0).sort((one, other) => other.quality - one.quality);
  const types = Object.keys(content);
  return wanted.flatMap(({ range }) => types.find((type) => isIn(essenceOf(type), range)) ?? [])[0];
}

/**
 * Reads a request body by its media type. Returns `undefined` for an object in a media type that is not read, such as XML.
 *
 * @throws {SyntaxError} If JSON or a multipart body is malformed.
 */
export function readBody(contentType: string, media: Media, text: string): unknown {
  const essence = essenceOf(contentType);
  if (/[/+]json$/.test(essence)) return parseJson(text);
  if (essence === 'application/x-www-form-urlencoded') return readForm(media, text);
  if (essence === 'multipart/form-data') return readMultipart(media, contentType, text);
  return isObject(media.schema ?? {}) ? undefined : text;
}

/**
 * Parses JSON. Half of a surrogate pair, which JSON permits, becomes U+FFFD, since nothing can be made of it in UTF-8.
 *
 * @throws {SyntaxError} If the text is not JSON, or a number is too large.
 * @throws {RangeError} If its lists and objects are nested too deeply to be written again.
 */
export function parseJson(text: string): unknown {
  const written = JSON.stringify(JSON.parse(text), (_, part) => {
    if (typeof part === 'number' && !Number.isFinite(part)) throw new SyntaxError('A number is too large.');
    return part;
  });
  // What is written escapes a half, and no pair. After an escaped backslash, `ud83d` is text.
  return JSON.parse(written.replace(/\\(\\|ud...)/g, (found) => (found === '\\\\' ? found : '\\ufffd')));
}

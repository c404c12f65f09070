import type { EncodingDefinition } from '../pipeline/operation.ts';
import { Bare, isRecord, ownValue } from '../pipeline/own-value.ts';
import { refuseOption } from './check-text.ts';
import { type BodySerializer, serializeJson } from './request-body.ts';
import { convert, toPlain, toText } from './values.ts';

/** A field of a form: its texts, and what stands between them. */
export interface Field {
  readonly name: string;
  readonly texts: readonly string[];
  readonly delimiter?: string;
}

/**
 * Serializes a form whose fields may be lists and objects, as OpenAPI's `encoding` says.
 *
 * Without an `encoding`, a list is repeated (`a=1&a=2`) and an object is JSON. With `deepObject`, lists and objects are nested in
 * brackets: `items[0][price]=x`.
 */
export const formBody: BodySerializer = (label, root, body, _headers, encoding) => {
  if (typeof body === 'string' || body instanceof URLSearchParams) return String(body);
  if (!isRecord(body)) return refuseOption(label, root, 'must be an object, because it is sent as a form.');
  const pairs = Object.entries(body).flatMap(([name, value]) => {
    const own = encoding && ownValue(encoding, name);
    const encode = own?.allowReserved ? encodeUnreserved : encodeText;
    return fieldsOf(label, root ? `${root}.${name}` : name, name, value, own).map(
      ({ name: key, texts, delimiter = '' }) => `${encodeText(key)}=${texts.map(encode).join(delimiter)}`,
    );
  });
  return pairs.join('&');
};

/**
 * Finds the fields of a form, or the parts of a multipart body, that a value becomes.
 *
 * @param place The place of the value in the parameters.
 * @throws {PlumblineError} If a value has no text. The message has its place.
 */
export function fieldsOf(
  label: string,
  place: string,
  name: string,
  given: unknown,
  { style, explode = !style || style === 'form', contentType = '' }: EncodingDefinition = new Bare(),
): Field[] {
  const value = toPlain(given);
  if (value === undefined) return [];
  if (style === 'deepObject') return nestedFieldsOf(label, place, name, value, []);
  const isList = Array.isArray(value);
  const toJson = (): Field[] => [{ name, texts: [serializeJson(label, place, value)] }];
  // A text of a JSON media type is JSON already.
  if (!style && isJson(contentType) && typeof value !== 'string') return toJson();
  if (!isList && !isRecord(value)) return [{ name, texts: [toText(label, place, value)] }];
  if (!isList && !style) return toJson();
  const delimiter = { spaceDelimited: '%20', pipeDelimited: '|' }[style as string] ?? ',';
  if (isList) {
    const texts = Array.from(value, (item, index) => textOf(label, `${place}[${index}]`, item));
    if (explode) return texts.map((text) => ({ name, texts: [text] }));
    return texts.length > 0 ? [{ name, texts, delimiter }] : [];
  }
  const texts = Object.entries(convert(value, (item, key) => toText(label, `${place}.${key}`, item)));
  return explode
    ? texts.map(([key, text]) => ({ name: key, texts: [text] }))
    : [{ name, texts: texts.flat(), delimiter }];
}

/** Writes lists and objects with brackets: `a[b][0]`. */
function nestedFieldsOf(label: string, place: string, name: string, given: unknown, ancestors: unknown[]): Field[] {
  const value = toPlain(given);
  if (value === undefined) return [];
  const isList = Array.isArray(value);
  if ((!isList && !isRecord(value)) || ancestors.includes(value))
    return [{ name, texts: [toText(label, place, value)] }];
  return Object.entries(value).flatMap(([key, item]) =>
    nestedFieldsOf(label, isList ? `${place}[${key}]` : `${place}.${key}`, `${name}[${key}]`, item, [
      ...ancestors,
      value,
    ]),
  );
}

/** An item of a list: text, or else JSON. */
function textOf(label: string, place: string, item: unknown): string {
  const value = toPlain(item);
  return Array.isArray(value) || isRecord(value) ? serializeJson(label, place, value) : toText(label, place, value);
}

/** Whether a media type is JSON of some kind. */
export function isJson(mediaType: string): boolean {
  return /[/+]json\b/i.test(mediaType);
}

function encodeText(text: string): string {
  return new URLSearchParams({ a: text }).toString().slice(2);
}

/** Leaves reserved characters (RFC 3986) unencoded, except those with a meaning in a form. */
function encodeUnreserved(text: string): string {
  return encodeText(text).replace(/%(3A|2F|3F|5B|5D|40|21|24|27|28|29|2C|3B)/g, decodeURIComponent);
}

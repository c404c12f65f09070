import { isScalar } from '../pipeline/headers.ts';
import type { RequestBody } from '../pipeline/http-request.ts';
import type { EncodingDefinition } from '../pipeline/operation.ts';
import { isRecord } from '../pipeline/own-value.ts';
import { refuseOption } from './check-text.ts';
import { convert, toPlain, toText } from './values.ts';

/**
 * Serializes the request body of an operation.
 *
 * @param label The path of the operation, for messages.
 * @param root The parameter that is the whole body; empty if the body is made of parameters.
 * @param headers The headers of the request, with its media type. A serializer may change that, also to none, if the transport names it.
 * @param encoding How the fields of the body are sent, by the operation.
 * @throws {PlumblineError} If a value in it would be lost or changed. The message has its place, not the value.
 */
export type BodySerializer = (
  label: string,
  root: string,
  body: unknown,
  headers: Record<string, string>,
  encoding?: Readonly<Record<string, EncodingDefinition>>,
) => RequestBody;

/** Serializes a request body: as a form of plain fields, as JSON, or unchanged if it is text or bytes of another media type. */
export const serializeBody: BodySerializer = (label, root, body, headers) => {
  const mediaType = headers['content-type'] ?? 'application/json';
  if (body instanceof FormData) {
    // Its boundary is part of its media type, which the transport names.
    delete headers['content-type'];
    return body;
  }
  if (mediaType.startsWith('application/x-www-form-urlencoded')) {
    if (typeof body === 'string' || body instanceof URLSearchParams) return String(body);
    if (!isRecord(body)) refuseOption(label, root, 'must be an object, because it is sent as a form.');
    const fields = convert(body, (value, name) => toText(label, root ? `${root}.${name}` : name, value));
    return new URLSearchParams(fields).toString();
  }
  if (/[/+]json\b/i.test(mediaType)) return serializeJson(label, root, body);
  if (isRecord(body) || Array.isArray(body)) refuseOption(label, root || 'body', 'must be text or bytes.');
  return body as RequestBody;
};

/**
 * Serializes a value as JSON.
 *
 * @param root The place of the value in the parameters; empty if they are the value.
 * @throws {PlumblineError} If a value in it would be lost or changed. The message has its place, not the value.
 */
export function serializeJson(label: string, root: string, value: unknown): string {
  let place: string | undefined;
  try {
    place = findFault(toPlain(value), []);
    if (place === undefined) return JSON.stringify(value);
  } catch (cause) {
    // It is nested too deeply.
    if (!(cause instanceof RangeError)) throw cause;
  }
  return refuseOption(label, (root + (place ?? '')).replace(/^\./, '') || 'body', 'cannot be sent as JSON.');
}

/** Finds the place of the first value that JSON would drop or change. Names of places are made only if there is one. */
function findFault(value: unknown, ancestors: unknown[]): string | undefined {
  if (value === null || (isScalar(value) && typeof value !== 'bigint')) return undefined;
  const isList = Array.isArray(value);
  if ((!isList && !isRecord(value)) || ancestors.includes(value)) return '';
  ancestors.push(value);
  // `keys` would skip the holes of a list.
  for (const key of isList ? value.keys() : Object.keys(value)) {
    const item = toPlain((value as Readonly<Record<PropertyKey, unknown>>)[key]);
    if (item === undefined && !isList) continue;
    const place = findFault(item, ancestors);
    if (place !== undefined) return `${isList ? `[${key}]` : `.${key}`}${place}`;
  }
  ancestors.pop();
  return undefined;
}

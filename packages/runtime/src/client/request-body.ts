import { isScalar } from '../pipeline/headers.ts';
import { isRecord } from '../pipeline/own-value.ts';
import { refuseOption } from './check-text.ts';
import { convert, toPlain, toText } from './values.ts';

/**
 * Serializes a request body: as a form, as JSON, or unchanged if it is text or bytes of another media type.
 *
 * @param root The parameter that is the whole body; empty if the body is made of parameters.
 * @throws {PlumblineError} If a value in it would be lost or changed. The message has its place, not the value.
 */
export function serializeBody(label: string, root: string, body: unknown, mediaType = 'application/json'): BodyInit {
  if (body instanceof FormData) return body;
  if (mediaType.startsWith('application/x-www-form-urlencoded')) {
    if (typeof body === 'string' || body instanceof URLSearchParams) return String(body);
    if (!isRecord(body)) refuseOption(label, root, 'must be an object, because it is sent as a form.');
    const fields = convert(body, (value, name) => toText(label, root ? `${root}.${name}` : name, value));
    return new URLSearchParams(fields).toString();
  }
  const isJson = /[/+]json\b/i.test(mediaType);
  // Text, bytes and the like.
  if (!isJson && !isRecord(body) && !Array.isArray(body)) return body as BodyInit;
  let place: string | undefined;
  try {
    place = findFault(toPlain(body), []);
    if (place === undefined) return JSON.stringify(body);
  } catch (cause) {
    // It is nested too deeply.
    if (!(cause instanceof RangeError)) throw cause;
  }
  refuseOption(label, (root + (place ?? '')).replace(/^\./, '') || 'body', 'cannot be sent as JSON.');
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

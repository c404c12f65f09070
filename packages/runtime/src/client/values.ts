/** The values that a path, a query, a header and a form can carry, and the text of each. */

import { isScalar } from '../pipeline/headers.ts';
import { Bare, isRecord } from '../pipeline/own-value.ts';
import { refuseOption } from './check-text.ts';

/** Converts text, a finite number, a boolean, a bigint, or a value whose `toJSON` gives one, such as a Date. Else undefined. */
export function textOf(value: unknown): string | undefined {
  const plain = toPlain(value);
  // A lone surrogate has no encoding.
  if (typeof plain === 'string') return /[\ud800-\udfff]/u.test(plain) ? undefined : plain;
  return isScalar(plain) ? String(plain) : undefined;
}

/** @throws {PlumblineError} If {@link textOf} finds no text. The message does not contain the value. */
export function toText(label: string, place: string, value: unknown): string {
  return (
    textOf(value) ??
    refuseOption(label, place, 'cannot be sent. Leave it out, or pass text, a finite number, a boolean or a Date.')
  );
}

/**
 * Converts a parameter to text, or to a list or a record of texts. Undefined properties of a record are omitted.
 *
 * @throws {PlumblineError} If a value has no text. The message has its place, such as `categories[1]`.
 */
export function toParameter(label: string, name: string, value: unknown): unknown {
  if (Array.isArray(value)) return Array.from(value, (item, index) => toText(label, `${name}[${index}]`, item));
  if (!isRecord(value) || toPlain(value) !== value) return toText(label, name, value);
  // openapi-fetch does not encode names.
  return convert(
    value,
    (item, key) => toText(label, `${name}.${key}`, item),
    (key) => encodeURIComponent(toText(label, name, key)),
  );
}

/** Converts each property of a record, except those that are undefined. The result has no prototype. */
export function convert<T>(
  record: Readonly<Record<string, unknown>>,
  toValue: (value: unknown, name: string) => T,
  toName: (name: string) => string = String,
): Record<string, T> {
  const converted = new Bare() as Record<string, T>;
  for (const name of Object.keys(record))
    if (record[name] !== undefined) converted[toName(name)] = toValue(record[name], name);
  return converted;
}

/** Converts a value with its `toJSON`, as JSON does. That of bytes would make an object of them; an invalid Date has no JSON. */
export function toPlain(value: unknown): unknown {
  if (!value || !/object|bigint/.test(typeof value) || ArrayBuffer.isView(value)) return value;
  const { toJSON } = value as { toJSON?: unknown };
  return typeof toJSON === 'function' ? (toJSON.call(value) ?? value) : value;
}

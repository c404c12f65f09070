import { PlumblineError } from '../errors/plumbline-error.ts';
import type { HeaderRecord } from './http-request.ts';

/**
 * Makes a record of headers as they are sent: names in lower case, values without white space around them.
 *
 * @throws {PlumblineError} For a header that cannot be sent. The message does not repeat its value.
 */
export function normalizeHeaders(headers: Readonly<Record<string, string>>): HeaderRecord {
  const normalized = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    try {
      normalized.append(name, value);
    } catch {
      throw new PlumblineError(`The header \`${name}\` has a name or a value that cannot be sent.`);
    }
  }
  return Object.fromEntries(normalized);
}

/** @throws {PlumblineError} For a header that cannot be sent. */
export function assertValidHeaders(headers: Readonly<Record<string, string>>): void {
  normalizeHeaders(headers);
}

import { PlumblineError } from '../errors/plumbline-error.ts';
import type { HeaderRecord } from './http-request.ts';

/**
 * Normalizes headers: names in lower case, values without surrounding white space.
 *
 * @throws {PlumblineError} If a header cannot be sent. The message does not contain its value.
 */
export function normalizeHeaders(headers: Readonly<Record<string, string>>): HeaderRecord {
  const normalized = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    try {
      normalized.append(name, value);
    } catch {
      throw new PlumblineError(`The header \`${name}\` has an invalid name or value.`);
    }
  }
  return Object.fromEntries(normalized);
}

/** @throws {PlumblineError} If a header cannot be sent. */
export function assertValidHeaders(headers: Readonly<Record<string, string>>): void {
  normalizeHeaders(headers);
}

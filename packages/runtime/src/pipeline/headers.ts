import { PlumblineError } from '../errors/plumbline-error.ts';
import type { HeaderRecord } from './http-request.ts';
import { ownCopy } from './own-value.ts';

/**
 * Normalizes headers: names in lower case, values without surrounding white space. Undefined values are omitted.
 *
 * @throws {PlumblineError} If a header cannot be sent. The message does not contain its value.
 */
export function normalizeHeaders(headers: Readonly<Record<string, string | undefined>>): HeaderRecord {
  const normalized = new Headers();
  for (const [name, value] of Object.entries<unknown>(headers)) {
    if (value === undefined) continue;
    try {
      // No header has a NUL.
      normalized.append(name, isScalar(value) ? String(value) : '\0');
    } catch {
      throw new PlumblineError(`The header \`${printable(name)}\` has an invalid name or value.`);
    }
  }
  return ownCopy(Object.fromEntries(normalized));
}

/** Whether a value is text, a finite number, a boolean or a bigint. */
export function isScalar(value: unknown): boolean {
  return /^(string|boolean|bigint)$/.test(typeof value) || Number.isFinite(value);
}

/** Makes a name from outside fit for an error message: short, and without characters that are not printable ASCII. */
export function printable(name: string): string {
  return name.slice(0, 200).replace(/[^ -~]/g, '?');
}

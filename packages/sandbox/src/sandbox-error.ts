/** A test uses the sandbox wrongly, or asks what the vendor's document does not say. Clients throw it unchanged, and never retry. */
export class SandboxError extends Error {
  override readonly name = 'SandboxError';
}
// Plumbline's clients throw errors with this brand unchanged, without a retry.
Object.defineProperty(SandboxError.prototype, Symbol.for('@plumbline/error'), { value: true });

/**
 * @param problem The beginning of the message, such as `fail: there is no fault`.
 * @throws {SandboxError} If a name is not known. The message says which ones are nearest.
 */
export function assertKnown(problem: string, name: string, known: Iterable<string>): void {
  const names = [...known];
  if (!names.includes(name)) throw new SandboxError(`${problem} "${name}".${nearest(name, names)}`);
}

/** Says which of the known names are nearest to an unknown one: `Did you mean "users/list" or "users/get"?` */
export function nearest(name: string, known: readonly string[]): string {
  const ranked = known.map((other) => ({ other, distance: distanceOf(name.toLowerCase(), other.toLowerCase()) }));
  ranked.sort((one, other) => one.distance - other.distance);
  const names = ranked.slice(0, 3).map(({ other }) => `"${other}"`);
  return names.length > 0 ? ` Did you mean ${names.join(' or ')}?` : '';
}

/** The Levenshtein distance of two texts. Only the first 100 characters count. */
function distanceOf(one: string, other: string): number {
  const letters = [...other.slice(0, 100)];
  let row = [...letters.keys(), letters.length];
  for (const letter of one.slice(0, 100)) {
    const [first = 0, ...above] = row;
    let diagonal = first;
    row = [first + 1];
    for (const [index, up] of above.entries()) {
      row.push(Math.min(up + 1, (row[index] ?? 0) + 1, diagonal + Number(letters[index] !== letter)));
      diagonal = up;
    }
  }
  return row.at(-1) ?? 0;
}

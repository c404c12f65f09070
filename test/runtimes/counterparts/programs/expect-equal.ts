/** Throws unless both values are equal as JSON. */
export function expectEqual(what: string, actual: unknown, expected: unknown): void {
  const [received, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (received !== wanted) throw new Error(`${what}: ${received} instead of ${wanted}.`);
}

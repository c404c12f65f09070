/** Ends the program with exit code 1, unless both are the same as JSON. */
export function expectEqual(what: string, actual: unknown, expected: unknown): void {
  const [seen, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (seen !== wanted) throw new Error(`${what}: ${seen} instead of ${wanted}.`);
}

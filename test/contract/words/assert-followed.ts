import { strict as assert } from 'node:assert';
import { isDeepStrictEqual } from 'node:util';
import type { Words } from './words.ts';

/** Asserts that the spec has what is printed; where the words say that it contradicts them, that it has something else. */
export function assertFollowed(
  { contradictions }: Pick<Words, 'contradictions'>,
  key: string,
  found: unknown,
  expected: unknown,
): void {
  if (!contradictions?.[key])
    assert.deepEqual(found, expected, `${key} differs: ${text(found)}, printed is ${text(expected)}`);
  else assert.ok(!isDeepStrictEqual(found, expected), `${key} is as printed: take the contradiction away`);
}

function text(value: unknown): string {
  return JSON.stringify(value) ?? 'nothing';
}

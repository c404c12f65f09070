import { strict as assert } from 'node:assert';
import { isDeepStrictEqual } from 'node:util';
import type { Document, Parameter } from '@plumbline/spec-tools/document/document';
import { isObject, variantsOf } from '../constraints/json-schema.ts';
import { readSchema } from '../constraints/read-schema.ts';

/** Asserts that a parameter arrives with its value. As text, a number of a union is also a string, and one item is also a list of it. */
export function assertSent(
  document: Document,
  { schema }: Pick<Parameter, 'schema'>,
  sent: unknown,
  expected: unknown,
): void {
  const read = readSchema(document, schema);
  const isUnion = variantsOf(read).length > 0 || variantsOf(read.items ?? {}).length > 0;
  if (isUnion && isDeepStrictEqual(textsOf(sent), textsOf(expected))) return;
  assert.deepEqual(sent, expected);
}

function textsOf(value: unknown): unknown[] {
  return [value].flat().map((one) => (isObject(one) ? one : String(one)));
}

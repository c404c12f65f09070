import type { Document } from '@plumbline/spec-tools/document/document';
import { expect, it } from 'vitest';
import { assertSent } from './assert-sent.ts';

const document = { openapi: '3.1.0', paths: {}, components: {} } as unknown as Document;
const union = { anyOf: [{ type: 'string' }, { type: 'integer' }] };
const listed = { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] };

const accepts = (schema: object, sent: unknown, expected: unknown) => {
  try {
    assertSent(document, { schema } as Parameters<typeof assertSent>[1], sent, expected);
    return true;
  } catch {
    return false;
  }
};

it.each([
  [union, '0', 0],
  [{ type: 'array', items: union }, ['0', '1'], [0, 1]],
  [listed, ['a'], 'a'],
])('assertSent of %j takes %j for %j', (schema, sent, expected) => {
  expect(accepts(schema, sent, expected)).toBe(true);
});

it.each([
  [{ type: 'integer' }, '0', 0],
  [union, '1', 0],
  [{ type: 'array', items: union }, ['0,1'], [0, 1]],
])('assertSent of %j does not take %j for %j', (schema, sent, expected) => {
  expect(accepts(schema, sent, expected)).toBe(false);
});

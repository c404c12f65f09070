import type { Document } from '@plumbline/spec-tools/document/document';
import { expect, it } from 'vitest';
import type { Difference } from './difference.ts';
import { pairRenames } from './renames.ts';

const properties = {
  size: { type: 'number' },
  state: { anyOf: [{ type: 'string', enum: ['on'] }, { type: 'string' }] },
};
const document = { components: { schemas: { Thing: { type: 'object', properties } } } } as unknown as Document;
const place = {
  operation: 'things/get',
  status: 200,
  place: 'response 200 body',
  pointer: '',
  at: '/components/schemas/Thing',
};
const missing = (name: string, more: object = {}): Difference => ({ ...place, kind: 'missing field', name, ...more });
const added = (name: string | undefined, type: string, more: object = {}): Difference => ({
  ...place,
  kind: 'new field',
  name,
  found: { type: [type] },
  ...more,
});

it.each([
  ['an integer for a number', missing('size'), added('length', 'integer')],
  ['a string for an open enum', missing('state'), added('phase', 'string')],
])('pairs %s', (_, one, other) => {
  expect(pairRenames(document, [one, other])).toEqual([{ ...other, kind: 'renamed field', before: one.name }]);
});

it.each([
  ['another type', missing('size'), added('length', 'string')],
  ['another operation', missing('size'), added('length', 'integer', { operation: 'things/list' })],
  ['another answer', missing('size'), added('length', 'integer', { place: 'response 201 body' })],
  ['another object', missing('size'), added('length', 'integer', { pointer: '/parts/*' })],
  ['another schema', missing('size'), added('length', 'integer', { at: '/components/schemas/Part' })],
  ['a name that is not shown', missing('size'), added(undefined, 'integer')],
])('does not pair fields of %s', (_, one, other) => {
  expect(pairRenames(document, [one, other])).toEqual([one, other]);
});

import { expect, it } from 'vitest';
import { fill } from './fill.ts';

it('fill keeps the properties of an example and adds the missing ones', () => {
  const schema = {
    type: 'object',
    properties: {
      id: { type: 'integer', minimum: 5 },
      tags: { type: 'array', items: { type: 'string' } },
      ok: { type: 'boolean' },
    },
  } as const;
  expect(fill(schema, { id: 9, more: 1 })).toEqual({ id: 9, more: 1, tags: ['text'], ok: true });
  expect(fill(schema)).toEqual({ id: 5, tags: ['text'], ok: true });
});

it('fill replaces null where another type is allowed', () => {
  expect(fill({ type: ['string', 'null'] }, null)).toBe('text');
  expect(fill({ type: 'null' }, null)).toBe(null);
});

it('fill keeps a required property that can only be null', () => {
  const schema = { type: 'object', properties: { a: { type: 'null' } }, required: ['a', 'b'] } as const;
  expect(fill(schema, { a: null })).toEqual({ a: null, b: 'text' });
});

it('fill keeps the variant of a union that the example matches', () => {
  const schema = {
    anyOf: [
      { type: 'object', required: ['a'], properties: { a: { type: 'string' } } },
      { type: 'object', required: ['b'], properties: { b: { type: 'string' }, c: { type: 'string' } } },
    ],
  } as const;
  expect(fill(schema, { b: 'x' })).toEqual({ b: 'x', c: 'text' });
  expect(fill(schema)).toEqual({ a: 'text' });
});

it('fill generates the smallest value within the limits', () => {
  expect(fill({ type: 'string', minLength: 6 })).toBe('textxx');
  expect(fill({ type: 'string', maxLength: 2 })).toBe('te');
  expect(fill({ type: 'number', exclusiveMinimum: 3 })).toBe(4);
  expect(fill({ type: 'array', items: { type: 'null' }, minItems: 2 })).toEqual([null, null]);
});

it('fill throws for a pattern without an example', () => {
  expect(() => fill({ type: 'string', pattern: '^a$' })).toThrow('pattern ^a$: no value can be generated');
  expect(fill({ type: 'string', pattern: '^a$' }, 'a')).toBe('a');
});

it('fill throws for an unsupported format', () => {
  expect(() => fill({ type: 'string', format: 'iri' })).toThrow('unsupported format iri.');
});

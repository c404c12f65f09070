import { expect, it } from 'vitest';
import { fill } from './fill.ts';

it('keeps what an example has, and adds what it lacks', () => {
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

it('puts a value where an example has null, when another type is allowed', () => {
  expect(fill({ type: ['string', 'null'] }, null)).toBe('text');
  expect(fill({ type: 'null' }, null)).toBe(null);
});

it('stays within the variant of a union that the example is of', () => {
  const schema = {
    anyOf: [
      { type: 'object', required: ['a'], properties: { a: { type: 'string' } } },
      { type: 'object', required: ['b'], properties: { b: { type: 'string' }, c: { type: 'string' } } },
    ],
  } as const;
  expect(fill(schema, { b: 'x' })).toEqual({ b: 'x', c: 'text' });
  expect(fill(schema)).toEqual({ a: 'text' });
});

it('makes the least that limits allow', () => {
  expect(fill({ type: 'string', minLength: 6 })).toBe('textxx');
  expect(fill({ type: 'string', maxLength: 2 })).toBe('te');
  expect(fill({ type: 'number', exclusiveMinimum: 3 })).toBe(4);
  expect(fill({ type: 'array', items: { type: 'null' }, minItems: 2 })).toEqual([null, null]);
});

it('cannot make up what has a pattern, and asks for an example', () => {
  expect(() => fill({ type: 'string', pattern: '^a$' })).toThrow('The pattern ^a$ needs an example');
  expect(fill({ type: 'string', pattern: '^a$' }, 'a')).toBe('a');
});

it('knows no format that nobody wrote values for', () => {
  expect(() => fill({ type: 'string', format: 'iri' })).toThrow('There are no values for the format `iri`.');
});

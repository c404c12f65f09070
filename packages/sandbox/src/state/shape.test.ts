import { expect, it } from 'vitest';
import type { Schema } from '../document/openapi.ts';
import { shape } from './shape.ts';

const text: Schema = { type: 'string' };
const needs = (a: Schema): Schema => ({ type: 'object', required: ['a'], properties: { a } });
const user: Schema = { type: 'object', properties: { id: text } };

it.each<[value: unknown, schema: Schema, example: unknown, shaped: unknown]>([
  ['mary@example.com', { type: 'array', items: text }, undefined, ['mary@example.com']],
  ['user_1', user, { id: 'user_2' }, { id: 'user_2' }],
  ['user_1', user, undefined, {}],
  [['user_1'], { type: 'array', items: user }, [{ id: 'user_2' }], [{ id: 'user_2' }]],
  [{ id: 'user_1' }, { type: ['string', 'null'] }, undefined, null],
  [null, { type: ['object', 'null'] }, {}, null],
  [{ id: 'user_1' }, {}, undefined, { id: 'user_1' }],
  [{}, needs({ type: 'string', format: 'date-time' }), undefined, { a: '2000-01-01T00:00:00Z' }],
  [{}, needs({ type: 'string', minLength: 1 }), undefined, { a: 'text' }],
  [{}, needs({ type: 'integer', minimum: 1 }), undefined, { a: 1 }],
  [{}, needs(text), undefined, { a: '' }],
])('shape gives the value %j the kind of the schema %j', (value, schema, example, shaped) => {
  expect(shape(schema, value, example, 1000)).toEqual(shaped);
});

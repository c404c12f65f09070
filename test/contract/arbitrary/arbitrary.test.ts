import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accepts, type JsonSchema } from '../constraints/json-schema.ts';
import { arbitraryOf, runs } from './arbitrary.ts';

const draw = (schema: JsonSchema) => fc.sample(arbitraryOf(schema), runs);

describe('arbitraryOf', () => {
  it.each<[JsonSchema]>([
    [{ type: 'string', minLength: 2, maxLength: 4 }],
    [{ type: 'string', pattern: '^[0-9a-f]{4}$' }],
    [{ type: 'integer', minimum: 1, maximum: 3 }],
    [{ type: 'integer', maximum: 0 }],
    [{ type: 'number', minimum: 0.5, maximum: 0.75 }],
    [{ type: ['string', 'null'] }],
    [{ enum: ['a', 2, null] }],
    [{ const: 'v2' }],
    [{ type: 'array', items: { type: 'boolean' }, minItems: 1, maxItems: 2 }],
    [{ type: 'object', properties: { a: { type: 'null' } }, required: ['a', 'b'] }],
    [{ type: 'object', properties: { a: { type: 'null' } }, additionalProperties: false }],
    [{ type: 'object', additionalProperties: { type: 'integer' } }],
    [{ oneOf: [{ type: 'integer' }, { type: 'integer', minimum: 7 }] }],
  ])('each generated instance of %j is valid', (schema) => {
    for (const value of draw(schema)) expect(accepts(schema, value), JSON.stringify(value)).toBe(true);
  });

  it('generated instances cover each variant and each type', () => {
    const drawn = draw({ anyOf: [{ type: 'integer' }, { type: ['boolean', 'null'] }] });
    expect(new Set(drawn.map((value) => typeof value))).toEqual(new Set(['number', 'boolean', 'object']));
  });

  it('generated objects lack optional properties and have undeclared ones', () => {
    const drawn = draw({ type: 'object', properties: { a: { type: 'null' } } }) as object[];
    expect(drawn.some((value) => 'a' in value)).toBe(true);
    expect(drawn.some((value) => !('a' in value))).toBe(true);
    expect(drawn.some((value) => Object.keys(value).some((name) => name !== 'a'))).toBe(true);
  });

  it.each([
    ['characters beyond the Basic Multilingual Plane', /[\u{10000}-\u{10ffff}]/u],
    ['single surrogates', /\p{Surrogate}/u],
    ['right-to-left characters', /[\u05d0\u202e]/],
    ['NUL', /\0/],
  ])('generated text contains %s', (_, pattern) => {
    expect(draw({ type: 'string' }).some((value) => pattern.test(value as string))).toBe(true);
  });

  it('generated instances are the same in each run', () => {
    expect(draw({ type: 'object' })).toEqual(draw({ type: 'object' }));
  });
});

it('generated lists in text have no item that is null', () => {
  const schema: JsonSchema = { type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'null' }] } };
  const drawn = fc.sample(arbitraryOf(schema, 'text'), runs) as unknown[][];
  expect(drawn.flat()).not.toContain(null);
});

it.each<[string, JsonSchema]>([
  ['uniqueItems', { type: 'array', uniqueItems: true }],
  ['not', { not: {} }],
  ['minProperties', { properties: { a: { type: 'object', minProperties: 1 } }, type: 'object' }],
  ['type', { type: 'object', anyOf: [{}] }],
])('arbitraryOf throws for the unsupported keyword %s', (keyword, schema) => {
  expect(() => arbitraryOf(schema)).toThrow(`unsupported keyword ${keyword}.`);
});

it('arbitraryOf throws for an unsupported format', () => {
  expect(() => arbitraryOf({ type: 'string', format: 'iri' })).toThrow('unsupported format iri.');
});

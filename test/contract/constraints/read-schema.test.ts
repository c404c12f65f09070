import type { Document } from '@plumbline/spec-tools/document/document';
import { describe, expect, it } from 'vitest';
import { readSchema } from './read-schema.ts';

const document = {
  info: { title: 'Small', version: '1.0.0' },
  servers: [],
  paths: {},
  components: {
    schemas: {
      Name: { type: 'string', maxLength: 5, description: 'A name.', 'x-evidence': {} },
      User: { type: 'object', properties: { name: { $ref: '#/components/schemas/Name' } } },
      Tree: { type: 'object', properties: { child: { $ref: '#/components/schemas/Tree' } } },
    },
  },
} as Document;
const read = (schema: object | boolean) => readSchema(document, schema as never);
const Name = { $ref: '#/components/schemas/Name' };

it('readSchema resolves references and drops annotations', () => {
  expect(read({ $ref: '#/components/schemas/User', description: 'Who.' })).toEqual({
    type: 'object',
    properties: { name: { type: 'string', maxLength: 5 } },
  });
});

it('readSchema returns the same object for each reference to a component', () => {
  expect(read(Name)).toBe(read({ ...Name, deprecated: true }));
});

it('readSchema merges keywords beside a reference', () => {
  expect(read({ ...Name, minLength: 1 })).toEqual({ type: 'string', maxLength: 5, minLength: 1 });
});

it('readSchema reads true as any value and false as no value', () => {
  expect(read(true)).toEqual({});
  expect(read({ properties: { a: false } })).toEqual({ properties: { a: { not: {} } } });
  expect(read({ additionalProperties: false })).toEqual({ additionalProperties: false });
});

describe('allOf', () => {
  it('readSchema merges the parts of allOf', () => {
    const parts = [
      { type: 'object', required: ['a'], properties: { a: { type: 'string' } } },
      { required: ['b'], properties: { a: { minLength: 1 }, b: Name } },
    ];
    expect(read({ allOf: parts })).toEqual({
      type: 'object',
      required: ['a', 'b'],
      properties: { a: { type: 'string', minLength: 1 }, b: { type: 'string', maxLength: 5 } },
    });
  });

  it('readSchema throws where the parts of allOf differ', () => {
    expect(() => read({ allOf: [{ minimum: 1 }, { minimum: 2 }] })).toThrow('differ in `minimum`');
  });

  it('readSchema throws where a part of allOf forbids additional properties', () => {
    const closed = { properties: { a: {} }, additionalProperties: false };
    expect(() => read({ allOf: [closed, { properties: { b: {} } }] })).toThrow('has `additionalProperties` of its own');
  });
});

it.each([
  ['if', { if: {} }],
  ['patternProperties', { patternProperties: {} }],
  ['unevaluatedProperties', { properties: { a: { unevaluatedProperties: false } } }],
  ['readOnly', { items: { readOnly: true } }],
])('readSchema throws for the unsupported keyword %s', (keyword, schema) => {
  expect(() => read(schema)).toThrow(`\`${keyword}\``);
});

it('readSchema ends a schema that refers to itself', () => {
  const { properties = {} } = read({ $ref: '#/components/schemas/Tree' });
  expect(properties).toEqual({});
});

it('readSchema throws where a schema requires itself', () => {
  const Endless = {
    type: 'object',
    properties: { next: { $ref: '#/components/schemas/Endless' } },
    required: ['next'],
  };
  const document = { components: { schemas: { Endless } } } as unknown as Document;
  expect(() => readSchema(document, { $ref: '#/components/schemas/Endless' })).toThrow('A schema requires itself');
});

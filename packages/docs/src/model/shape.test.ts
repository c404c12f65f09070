import { documentOf } from '@plumbline/spec-tools/document/small-document';
import { describe, expect, it } from 'vitest';
import { ShapeReader } from './shape.ts';

const evidence = { level: 'documented', source: 'https://vendor.example/docs' } as const;
const readShape = (schema: object, schemas: object = {}) =>
  new ShapeReader(documentOf({}, { components: { schemas } })).readShape(schema, evidence);

describe('a shape', () => {
  it('a shape has the type of its schema, with the constraints as limits', () => {
    const shape = readShape({ type: 'integer', minimum: 1, maximum: 1000, default: 20 });
    expect(shape).toMatchObject({ type: 'integer', limits: ['1 to 1,000'], default: '20' });
    expect(readShape({ type: 'string', minLength: 1 }).limits).toEqual(['at least 1 character']);
  });

  it('a nullable string has the type `string or null`', () => {
    expect(readShape({ type: ['string', 'null'] }).type).toBe('string or null');
  });

  it('an enum is closed unless its union admits other strings', () => {
    const known = { type: 'string', enum: ['DRAFT', 'DONE'] };
    expect(readShape(known)).toMatchObject({ type: 'string', values: ['"DRAFT"', '"DONE"'], open: false });
    expect(readShape({ anyOf: [known, { type: 'string' }] })).toMatchObject({
      values: ['"DRAFT"', '"DONE"'],
      open: true,
    });
    expect(readShape({ anyOf: [known, { type: 'null' }] })).toMatchObject({ open: false });
  });

  it('a tuple, a map and an intersection have the types of their parts', () => {
    const text = { type: 'string' };
    const number = { type: 'number' };
    expect(readShape({ type: 'array', prefixItems: [text, number] }).type).toBe('[string, number]');
    expect(readShape({ type: 'object', additionalProperties: number }).type).toBe('map of number');
    const parts = {
      allOf: [
        { type: 'object', properties: { a: text } },
        { type: 'object', properties: { b: text } },
      ],
    };
    expect(readShape(parts).fields.map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('a shape of schemas that hold one another ends', () => {
    const names = Array.from({ length: 20 }, (_, index) => `S${index}`);
    const properties = Object.fromEntries(names.map((name) => [name, { $ref: `#/components/schemas/${name}` }]));
    const schemas = Object.fromEntries(names.map((name) => [name, { type: 'object', properties: { ...properties } }]));
    const count = JSON.stringify(readShape({ $ref: '#/components/schemas/S0' }, schemas)).split('"name"').length;
    expect(count).toBeLessThan(2000);
  });

  it('an array has no default from its items', () => {
    expect(readShape({ type: 'array', items: { type: 'integer', default: 20 } }).default).toBeUndefined();
  });

  it('an array of objects lists the fields of its items, and which are required', () => {
    const item = { type: 'object', required: ['id'], properties: { id: { type: 'string' }, name: { type: 'string' } } };
    const { type, fields } = readShape({ type: 'array', items: item });
    expect(type).toBe('array of object');
    expect(fields.map(({ name, required }) => [name, required])).toEqual([
      ['id', true],
      ['name', false],
    ]);
  });

  it('a union names each variant by its tag, and the variant for other tags', () => {
    const tagged = (value?: string) => ({
      type: 'object',
      properties: { kind: { type: 'string', ...(value && { const: value }) }, lives: { type: 'integer' } },
    });
    const labels = readShape({ anyOf: [tagged('cat'), tagged('dog'), tagged()] }).variants.map(({ label }) => label);
    expect(labels).toEqual(['`kind`: `"cat"`', '`kind`: `"dog"`', 'another `kind`']);
  });

  it('a union names each variant by its schema', () => {
    const Email = { type: 'object', properties: { email: { type: 'string' } } };
    const Id = { type: 'object', properties: { id: { type: 'string' } } };
    const oneOf = [{ $ref: '#/components/schemas/Email' }, { $ref: '#/components/schemas/Id' }];
    expect(readShape({ oneOf }, { Email, Id }).variants.map(({ label }) => label)).toEqual(['Email', 'Id']);
  });

  it('a recursive schema ends at its second occurrence', () => {
    const Node = { type: 'object', properties: { next: { $ref: '#/components/schemas/Node' } } };
    const { fields } = readShape({ $ref: '#/components/schemas/Node' }, { Node });
    expect(fields[0]?.shape).toMatchObject({ type: 'object', limits: ['recursive: same fields as above'], fields: [] });
  });
});

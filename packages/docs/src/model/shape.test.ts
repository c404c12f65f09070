import { documentOf } from '@plumbline/spec-tools/document/small-document';
import { describe, expect, it } from 'vitest';
import { ShapeReader } from './shape.ts';

const evidence = { level: 'documented', source: 'https://vendor.example/docs' } as const;
const shapeOf = (schema: object, schemas: object = {}) =>
  new ShapeReader(documentOf({}, { components: { schemas } })).shapeOf(schema, evidence);

describe('a value in words', () => {
  it('names its type, and what it must be besides', () => {
    const { type, limits } = shapeOf({ type: 'integer', minimum: 1, maximum: 1000, default: 20 });
    expect([type, ...limits]).toEqual(['integer', '1 to 1,000', 'default 20']);
    expect(shapeOf({ type: 'string', minLength: 1 }).limits).toEqual(['at least 1 character']);
  });

  it('may be null', () => {
    expect(shapeOf({ type: ['string', 'null'] }).type).toBe('string or null');
  });

  it('tells a closed list of values from an open one', () => {
    const known = { type: 'string', enum: ['DRAFT', 'DONE'] };
    expect(shapeOf(known)).toMatchObject({ type: 'string', values: ['"DRAFT"', '"DONE"'], open: false });
    expect(shapeOf({ anyOf: [known, { type: 'string' }] })).toMatchObject({
      values: ['"DRAFT"', '"DONE"'],
      open: true,
    });
    expect(shapeOf({ anyOf: [known, { type: 'null' }] })).toMatchObject({ open: false });
  });

  it('goes into lists and objects, and says which fields are required', () => {
    const item = { type: 'object', required: ['id'], properties: { id: { type: 'string' }, name: { type: 'string' } } };
    const { type, fields } = shapeOf({ type: 'array', items: item });
    expect(type).toBe('array of object');
    expect(fields.map(({ name, required }) => [name, required])).toEqual([
      ['id', true],
      ['name', false],
    ]);
  });

  it('has a name for each of its forms', () => {
    const Email = { type: 'object', properties: { email: { type: 'string' } } };
    const Id = { type: 'object', properties: { id: { type: 'string' } } };
    const oneOf = [{ $ref: '#/components/schemas/Email' }, { $ref: '#/components/schemas/Id' }];
    expect(shapeOf({ oneOf }, { Email, Id }).variants.map(({ label }) => label)).toEqual(['Email', 'Id']);
  });

  it('ends where it holds itself', () => {
    const Node = { type: 'object', properties: { next: { $ref: '#/components/schemas/Node' } } };
    const { fields } = shapeOf({ $ref: '#/components/schemas/Node' }, { Node });
    expect(fields[0]?.shape).toMatchObject({ type: 'object', limits: ['as above'], fields: [] });
  });
});

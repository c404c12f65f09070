import { expect, it } from 'vitest';
import { dereference } from './dereference.ts';
import type { Schema } from './openapi.ts';
import { isObject, propertiesOf, requiredOf, violationOf } from './schemas.ts';

const user = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'integer' }, friend: { $ref: '#/components/schemas/User' } },
};
const ref = (place: string): Schema => ({ $ref: place }) as Schema;
/** A schema of a document without references. */
const read = (schema: object, document: object = { components: { schemas: { User: user } } }): Schema =>
  (dereference({ ...document, read: schema }) as { read?: Schema }).read ?? {};

it('a schema is validated with its references, and says where a value is wrong', () => {
  const list = read({ type: 'array', items: ref('#/components/schemas/User') });
  expect(violationOf(list, [{ id: 1, friend: { id: 2 } }])).toBeUndefined();
  expect(violationOf(list, [{ id: 1, friend: { id: 'x' } }])).toBe(
    '/0/friend/id: Instance type "string" is invalid. Expected "integer".',
  );
  expect(violationOf(read(ref('#/components/schemas/User/properties/id')), 'x')).toContain('integer');
});

it('a schema is validated with references to a schema in a path, as some bundlers write them', () => {
  const places = [
    '#/paths/~1a~1%7Bid%7D/get/responses/200/content/application~1json/schema',
    '#/paths/~1a~1{id}/get/responses/200/content/application~1json/schema/properties/id',
    '#/components/parameters/Id/schema',
  ];
  const document = {
    paths: { '/a/{id}': { get: { responses: { 200: { content: { 'application/json': { schema: user } } } } } } },
    components: {
      parameters: { Id: { name: 'id', in: 'query', schema: { type: 'integer' } } },
      schemas: {
        User: user,
        All: { type: 'object', properties: Object.fromEntries(places.map((place, i) => [i, ref(place)])) },
      },
    },
  };
  const validate = (value: object) => violationOf(read(ref('#/components/schemas/All'), document), value);
  expect(validate({ 0: { id: 1 }, 1: 2, 2: 3 })).toBeUndefined();
  expect(validate({ 0: { id: 'x' } })).toMatch(/^\/0\/id: /);
  expect(validate({ 1: 'x' })).toMatch(/^\/1: /);
  expect(validate({ 2: 'x' })).toMatch(/^\/2: /);
});

it('what stands beside a reference counts too', () => {
  const schema = read({ ...ref('#/components/schemas/User'), required: ['friend'] });
  expect(Object.keys(propertiesOf(schema))).toEqual(['id', 'friend']);
  expect(requiredOf(schema)).toEqual(['friend']);
});

it('a reference to nothing, or to itself, permits each value', () => {
  const schemas = { Self: ref('#/components/schemas/Self') };
  expect(violationOf(read(ref('#/components/schemas/None')), 1)).toBeUndefined();
  expect(violationOf(read(ref('#/components/schemas/Self'), { components: { schemas } }), 1)).toBeUndefined();
});

it('examples with an id are not taken for schemas', () => {
  const example = (text: string) => ({ type: 'object', example: { id: '1', text } });
  const document = { components: { schemas: { One: example('a'), Other: example('b') } } };
  expect(violationOf(read(ref('#/components/schemas/Other'), document), { id: 1 })).toBeUndefined();
});

it('the schema true permits each value, and false none', () => {
  const [yes, no] = [true, false] as unknown as [Schema, Schema];
  expect(violationOf(yes, { a: 1 })).toBeUndefined();
  expect(violationOf(no, { a: 1 })).toBeDefined();
  expect(isObject(yes)).toBe(false);
  const schema: Schema = { type: 'object', properties: { a: yes, b: no } };
  expect(violationOf(schema, { a: 1 })).toBeUndefined();
  expect(violationOf(schema, { b: 1 })).toBeDefined();
});

it('the properties and the required names of an object are also those of allOf', () => {
  const schema = read({
    allOf: [ref('#/components/schemas/User')],
    required: ['name'],
    properties: { name: { type: 'string' } },
  });
  expect(Object.keys(propertiesOf(schema))).toEqual(['id', 'friend', 'name']);
  expect(requiredOf(schema)).toEqual(['id', 'name']);
  expect(isObject(schema)).toBe(true);
});

it('a name like __proto__ is validated as any other', () => {
  const closed: Schema = { type: 'object', properties: { a: {} }, additionalProperties: false };
  expect(violationOf(closed, JSON.parse('{"__proto__":1}'))).toBeDefined();
  expect(violationOf({ type: 'object', required: ['constructor'] }, {})).toBeDefined();
});

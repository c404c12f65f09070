import { expect, it } from 'vitest';
import { createSandbox } from '../create-sandbox.ts';
import { dereference } from './dereference.ts';
import type { Schema } from './openapi.ts';
import { sampleOf } from './sample.ts';
import { violationOf } from './schemas.ts';

const components = {
  schemas: {
    Tree: {
      type: 'object',
      required: ['name'],
      properties: { name: { type: 'string' }, next: { $ref: '#/components/schemas/Tree' } },
    },
  },
};

it.each<[schema: Schema, sample: unknown]>([
  [{}, {}],
  [{ type: 'null' }, null],
  [{ type: 'boolean' }, true],
  [{ const: 'a' }, 'a'],
  [{ type: 'string', enum: ['a', 'b'] }, 'a'],
  [{ type: 'string', minLength: 6 }, 'text..'],
  [{ type: 'string', maxLength: 2 }, 'te'],
  [{ type: 'string', format: 'uuid' }, '00000000-0000-4000-8000-000000000000'],
  [{ type: 'string', format: 'date-time' }, '2000-01-01T00:00:00Z'],
  [{ type: 'integer', minimum: 3 }, 3],
  [{ type: 'number', exclusiveMinimum: 3 }, 4],
  [{ type: 'number', maximum: -3 }, -3],
  [{ items: { type: 'integer', example: 7 }, minItems: 2 }, [7, 7]],
  [{ anyOf: [{ type: 'string' }, { type: 'null' }] }, 'text'],
  [{ type: 'array', prefixItems: [{ type: 'boolean' }, { type: 'null' }] }, [true, null]],
  [{ allOf: [{ type: 'object', properties: { a: { type: 'null' } } }, { properties: { b: {} } }] }, { a: null, b: {} }],
  [
    { properties: { a: { type: 'null' } }, oneOf: [{ required: ['b'], properties: { b: { type: 'null' } } }] },
    { a: null, b: null },
  ],
  [
    { $ref: '#/components/schemas/Tree' } as Schema,
    { name: 'text', next: { name: 'text', next: { name: 'text', next: { name: 'text' } } } },
  ],
])('the sample of the schema %j fits it', (schema, sample) => {
  const { read = {} } = dereference({ read: schema, components }) as { read?: Schema };
  expect(sampleOf(read)).toEqual(sample);
  expect(violationOf(read, sample)).toBeUndefined();
});

const media = (schema: object) => ({ content: { 'application/json': { schema } } });

it('a sandbox of a document without examples responds with a sample of the schema', async () => {
  const { fetch } = createSandbox({
    openapi: '3.1.0',
    paths: {
      '/users': { get: { responses: { 200: media({ type: 'object', properties: { name: { type: 'string' } } }) } } },
    },
  });
  const response = await fetch('http://localhost/users');
  expect([response.status, await response.json()]).toEqual([200, { name: 'text' }]);
});

it('a sandbox responds with an example to a delete whose response has content', async () => {
  const user = { type: 'object', properties: { id: { type: 'string' } } };
  const { fetch } = createSandbox({
    openapi: '3.1.0',
    'x-resources': { user: { path: '/users', keys: ['id'] } },
    paths: {
      '/users': { post: { responses: { 200: media(user) } } },
      '/users/{id}': { delete: { responses: { 200: media({ const: { deleted: true } }) } } },
    },
  });
  const { id } = await (await fetch('http://localhost/users', { method: 'POST' })).json();
  const response = await fetch(`http://localhost/users/${id}`, { method: 'DELETE' });
  expect(await response.json()).toEqual({ deleted: true });
});

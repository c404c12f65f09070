import { expect, it } from 'vitest';
import { type Document, operationsOf } from '../document/document.ts';
import { prismLimitOf } from './prism-limits.ts';

const schemas = { Pet: { type: ['object', 'null'], properties: { name: { type: 'string' } } } };

/** The limit of an operation that takes a body of a schema. */
function limitOf(schema: object, required: boolean): string | undefined {
  const media = { schema, examples: { example: { value: {} } } };
  const post = {
    operationId: 'pets/create',
    requestBody: { required, content: { 'application/json': media } },
    responses: { 204: { description: 'Created.' } },
  };
  const document = { openapi: '3.1.0', paths: { '/pets': { post } }, components: { schemas } } as unknown as Document;
  const [operation] = operationsOf(document);
  return operation && prismLimitOf(document, operation);
}

it.each([
  ['by its type', { type: ['array', 'null'] }],
  ['by a variant', { anyOf: [{ type: 'object' }, { type: 'null' }] }],
  ['by a reference', { $ref: '#/components/schemas/Pet' }],
])('Prism cannot judge a required body that may be null %s', (_, schema) => {
  expect(limitOf(schema, true)).toBe('Prism takes a body of null for an absent one.');
  expect(limitOf(schema, false)).toBe(undefined);
});

it('Prism can judge a required body of an object', () => {
  expect(limitOf({ type: 'object' }, true)).toBe(undefined);
});

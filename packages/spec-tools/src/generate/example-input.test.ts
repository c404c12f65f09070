import { expect, it } from 'vitest';
import { operationsOf } from '../document/document.ts';
import { bodyOf, documentOf, parameter } from '../document/small-document.ts';
import { exampleInput } from './example-input.ts';

it('exampleInput has the examples of all parameters and body fields, and no header that the client sends itself', () => {
  const schema = { type: 'object', properties: { name: { type: 'string' } } };
  const requestBody = bodyOf(schema);
  const [media] = Object.values((requestBody as { content: Record<string, object> }).content);
  Object.assign(Object(media), { examples: { one: { value: { name: 'Mary' } } } });
  const parameters = [
    parameter('path', 'id', {}, { required: true, example: 'u_1' }),
    parameter('query', 'dry', {}, { example: true }),
    parameter('header', 'X-Tenant', {}, { example: 'acme' }),
    parameter('header', 'X-Version', { const: '2' }, { required: true, example: '2' }),
    parameter('header', 'Idempotency-Key', {}, { example: 'a-key' }),
    parameter('query', 'unknown'),
  ];
  const document = documentOf({ 'PUT /users/{id}': { operationId: 'users/update', requestBody, parameters } });
  expect(operationsOf(document).map((operation) => exampleInput(document, operation))).toEqual([
    { id: 'u_1', dry: true, 'X-Tenant': 'acme', name: 'Mary' },
  ]);
});

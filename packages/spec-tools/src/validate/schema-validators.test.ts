import { expect, it } from 'vitest';
import { bodyOf, documentOf } from '../document/small-document.ts';
import { createSchemaValidators } from './schema-validators.ts';

const node = { type: 'object', properties: { next: { $ref: '#/components/schemas/Node' }, kind: { enum: ['a'] } } };
const document = documentOf(
  {
    'POST /nodes/{id}': {
      operationId: 'nodes/create',
      requestBody: bodyOf({ $ref: '#/components/schemas/Node' }),
      responses: { '5XX': { $ref: '#/components/responses/Failed' } },
    },
  },
  {
    components: {
      schemas: { Node: node },
      responses: { Failed: { content: { 'text/plain': { schema: { type: 'string', format: 'date' } } } } },
    } as never,
  },
);
const schemas = createSchemaValidators(document);

it('requestBody validates with a schema that refers to itself', () => {
  const validate = schemas.requestBody('nodes/create', 'application/json');
  expect(validate?.({ next: { kind: 'a' } })).toEqual([]);
  expect(validate?.({ next: { next: { kind: 'b' } } })).toEqual([
    { pointer: '/next/next/kind', keyword: 'enum', message: 'must be equal to one of the allowed values (["a"])' },
  ]);
});

it('responseBody validates by the key of the status, including formats', () => {
  const validate = schemas.responseBody('nodes/create', '5XX', 'text/plain');
  expect(validate?.('2024-02-29')).toEqual([]);
  expect(validate?.('2023-02-29')).toMatchObject([{ pointer: '', keyword: 'format' }]);
});

it('each method returns undefined if the document has no such schema', () => {
  expect(schemas.requestBody('nodes/create', 'text/csv')).toBeUndefined();
  expect(schemas.responseBody('nodes/create', '200', 'application/json')).toBeUndefined();
  expect(schemas.at(['paths', '/nodes/{id}', 'post', 'requestBody', 'nothing', 'below'])).toBeUndefined();
});

it('requestBody refuses an operationId that the document does not have', () => {
  expect(() => schemas.requestBody('nodes/delete', 'application/json')).toThrow('no operation nodes/delete');
});

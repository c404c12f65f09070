import { expect, it } from 'vitest';
import { bodyOf, documentOf } from '../document/small-document.ts';
import { createValidators } from './validators.ts';

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
const validators = createValidators(document);

it('compiles a request body, whose schema may refer to itself', () => {
  const validate = validators.requestBody('nodes/create', 'application/json');
  expect(validate?.({ next: { kind: 'a' } })).toEqual([]);
  expect(validate?.({ next: { next: { kind: 'b' } } })).toEqual([
    { pointer: '/next/next/kind', keyword: 'enum', message: 'must be equal to one of the allowed values (["a"])' },
  ]);
});

it('compiles a response body by the key of its status, and knows formats', () => {
  const validate = validators.responseBody('nodes/create', '5XX', 'text/plain');
  expect(validate?.('2024-02-29')).toEqual([]);
  expect(validate?.('2023-02-29')).toMatchObject([{ pointer: '', keyword: 'format' }]);
});

it('has nothing where the document has nothing', () => {
  expect(validators.requestBody('nodes/create', 'text/csv')).toBeUndefined();
  expect(validators.responseBody('nodes/create', '200', 'application/json')).toBeUndefined();
  expect(validators.at(['paths', '/nodes/{id}', 'post', 'requestBody', 'nothing', 'below'])).toBeUndefined();
});

it('refuses the name of an operation that the document does not have', () => {
  expect(() => validators.requestBody('nodes/delete', 'application/json')).toThrow('no operation nodes/delete');
});

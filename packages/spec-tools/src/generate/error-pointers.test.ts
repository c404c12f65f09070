import { expect, it } from 'vitest';
import { documentOf } from '../document/small-document.ts';
import { errorPointersOf } from './error-pointers.ts';

const problem = {
  type: 'object',
  properties: {
    errors: { type: 'array', items: { properties: { message: { type: 'string' } } } },
    error: { anyOf: [{ type: 'string' }, { properties: { 'a/b': { type: 'string' } } }] },
  },
};
const responses = {
  200: { content: { 'application/json': { schema: { properties: { name: {} } } } } },
  422: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } } },
};
const read = (errors?: object) =>
  errorPointersOf(
    documentOf(
      { 'GET /users': { operationId: 'users/list', responses } },
      { components: { schemas: { Problem: problem } }, ...(errors && { 'x-errors': errors }) },
    ),
  );

it('errorPointersOf returns nothing if the document has no x-errors', () => {
  expect(read()).toBeUndefined();
});

it('errorPointersOf returns the places and the header, without their evidence', () => {
  const evidence = { level: 'documented', source: 'https://vendor.example/docs' };
  const errors = {
    message: { pointers: ['/errors/0/message', '/error'], 'x-evidence': evidence },
    code: { pointers: ['/error/a~1b'], 'x-evidence': evidence },
    requestId: { header: 'X-Request-Id', 'x-evidence': evidence },
  };
  expect(read(errors)).toEqual({
    message: [['errors', '0', 'message'], ['error']],
    code: [['error', 'a/b']],
    requestId: 'X-Request-Id',
  });
});

it.each(['/errors/0/text', '/errors/message', '/name', '/constructor'])(
  'errorPointersOf refuses %s, which no error response declares',
  (pointer) => {
    expect(() => read({ message: { pointers: [pointer] } })).toThrow(
      `x-errors: no error response declares ${pointer}. Correct the pointer, or declare the field.`,
    );
  },
);

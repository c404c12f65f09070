import { expect, it } from 'vitest';
import { documentOf, parameter } from '../document/small-document.ts';
import { mockedOperations, withReadableParameters } from './prism-parameters.ts';

const list = { type: 'array', items: { type: 'string' } };
const parametersOf = (...parameters: object[]) => {
  const document = documentOf({ 'GET /things/{id}': { operationId: 'things/get', parameters } });
  const [item] = Object.values(withReadableParameters(document).paths);
  return (Object(item).get as { parameters: unknown }).parameters;
};

it('the mock takes a parameter that Prism cannot read as any text', () => {
  expect(parametersOf(parameter('path', 'id', list, { required: true, style: 'label', example: ['a'] }))).toEqual([
    { name: 'id', in: 'path', required: true, example: ['a'], schema: {} },
  ]);
  expect(parametersOf(parameter('header', 'X-Ids', list, { required: true }))).toEqual([
    { name: 'X-Ids', in: 'header', required: false, example: undefined, schema: {} },
  ]);
});

it('the mock reads other parameters as the spec has them, and no cookie', () => {
  const page = parameter('query', 'page', { type: 'integer' });
  const ids = parameter('query', 'ids', list);
  expect(parametersOf(page, ids, parameter('cookie', 'session', {}))).toEqual([page, ids]);
});

it('the mock has one operation of those that differ in a fixed query or a fragment', () => {
  const document = documentOf({
    'GET /a': { operationId: 'a/get' },
    'GET /a?beta=true': { operationId: 'a/getBeta' },
    'GET /b#one': { operationId: 'b/one' },
    'GET /b#two': { operationId: 'b/two' },
    'PUT /b#two': { operationId: 'b/put' },
  });
  expect(mockedOperations(document).map(({ id }) => id)).toEqual(['a/get', 'b/one', 'b/put']);
  const { paths } = withReadableParameters(document);
  expect(Object.keys(paths)).toEqual(['/a', '/b']);
  expect(Object.keys(paths['/b'] ?? {})).toEqual(['get', 'put']);
});

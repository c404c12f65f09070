import { describe, expect, it } from 'vitest';
import type { Node, Source } from '../read/source.ts';
import { writeUp } from './write-up.ts';

const ok = (schema: object) => ({ 200: { description: 'Good.', content: { 'application/json': { schema } } } });
const sourceOf = (paths: Node, rest: Node = {}): Source => ({
  name: 'api.yaml',
  document: { openapi: '3.1.0', info: { title: 'API' }, servers: [{ url: 'https://api.test' }], paths, ...rest },
});

it('writeUp renames reserved names and says why', () => {
  const get = (operationId: string) => ({ get: { operationId, responses: ok({}) } });
  const { document, notes } = writeUp(
    'acme',
    sourceOf({ '/a': get('api/list'), '/b': get('api/get'), '/c': get('pets/then'), '/d': get('pets/catch') }),
  );
  const ids = Object.values<Node>(document.paths).map((item) => item.get.operationId);
  expect(ids).toEqual(['apiResource/list', 'apiResource/get', 'pets/getThen', 'pets/catch']);
  expect(notes.leftForYou.slice(-2)).toEqual([
    'Choose better names than `apiResource/list`, `apiResource/get`, if you can: a group of operations cannot be called `api`, as `client.api` is the openapi-fetch client.',
    expect.stringContaining('a method cannot be called `then`, as `await`'),
  ]);
});

it.each<[what: string, texts: Node, summary: string, description: string]>([
  ['no text', {}, 'Files: delete', 'Files: delete.'],
  ['empty texts', { summary: ' ', description: '' }, 'Files: delete', 'Files: delete.'],
  ['a summary', { summary: 'Drops a file.' }, 'Drops a file', 'Drops a file.'],
  ['a description', { description: 'Drops a file. For good.' }, 'Drops a file', 'Drops a file. For good.'],
  ['a long sentence', { description: `Drops ${'x'.repeat(120)}.` }, 'Files: delete', `Drops ${'x'.repeat(120)}.`],
])('the title of an operation with %s is what is known of it', (_, texts, summary, description) => {
  const { document } = writeUp('acme', sourceOf({ '/files/{id}': { delete: { ...texts, responses: ok({}) } } }));
  expect(document.paths['/files/{id}'].delete).toMatchObject({ summary, description });
});

const list = { type: 'array', items: { type: 'string' } };
const parameterOf = (name: string, place: string, schema: Node = { type: 'string' }): Node => ({
  name,
  in: place,
  schema,
});

it('writeUp keeps lists of different styles, and headers', () => {
  const parameters = [
    parameterOf('ids', 'query', list),
    { ...parameterOf('tags', 'query', list), explode: false },
    { ...parameterOf('names', 'query', list), style: 'pipeDelimited' },
    { ...parameterOf('X-Tenant', 'header'), required: true },
    parameterOf('X-Trace', 'header'),
    { ...parameterOf('X-Version', 'header', { type: 'string', enum: ['2'] }), required: true },
  ];
  const { document, notes } = writeUp('acme', sourceOf({ '/things': { get: { parameters, responses: ok({}) } } }));
  const written: Node[] = document.paths['/things'].get.parameters;
  expect(written.map(({ name, style, explode }) => [name, style, explode])).toEqual([
    ['ids', 'form', true],
    ['tags', 'form', false],
    ['names', 'pipeDelimited', false],
    ['X-Tenant', undefined, undefined],
    ['X-Trace', undefined, undefined],
    ['X-Version', undefined, undefined],
  ]);
  expect(written.map(({ required, schema }) => [required, schema.const]).slice(3)).toEqual([
    [true, undefined],
    [undefined, undefined],
    [true, '2'],
  ]);
  expect(notes.leftOut).toEqual([]);
});

describe('operations that are left out', () => {
  it.each<[why: string, operation: Node, rest?: Node]>([
    [
      'It requires a request body, and fetch cannot send a body with GET.',
      { requestBody: { required: true, content: { 'application/json': {} } }, responses: ok({}) },
    ],
  ])('writeUp leaves out an operation: %s', (why, operation, rest = {}) => {
    const good = { responses: ok({}) };
    const { notes, taken } = writeUp(
      'acme',
      sourceOf({ '/good': { get: good, post: good }, '/bad': { get: operation } }, rest),
    );
    expect(notes.leftOut).toEqual([{ method: 'get', path: '/bad', reason: why }]);
    expect(taken.map(({ path }) => path)).toEqual(['/good', '/good']);
  });
});

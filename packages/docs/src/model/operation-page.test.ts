import { operationsOf } from '@plumbline/spec-tools/document/document';
import { documentOf, parameter } from '@plumbline/spec-tools/document/small-document';
import { typeNamesOf } from '@plumbline/spec-tools/generate/type-names';
import { describe, expect, it } from 'vitest';
import { readOperationPage } from './operation-page.ts';
import type { DescribedDocument } from './spec-node.ts';

const inferred = { level: 'inferred', source: 'https://vendor.example/docs §It', note: 'Shown once only.' };
const json = (schema: object, examples: object = { one: { value: {} } }) => ({
  content: { 'application/json': { schema, examples } },
});
const success = (response: object) => ({ responses: { 200: { description: 'It.', ...response } } });

function pageOf(operation: object) {
  const components = { securitySchemes: { apiKey: { type: 'apiKey', name: 'X-API-KEY' } } };
  const document = documentOf({ 'GET /it': { operationId: 'it/get', ...operation } }, { components });
  const [first] = operationsOf(document);
  if (!first) throw new Error('The document has no operation.');
  return readOperationPage('vendor', document as DescribedDocument, first, typeNamesOf('vendor', document));
}

describe('reading an operation page', () => {
  it.each([
    ['an operation without evidence', { 'x-evidence': undefined }, 'specs/vendor: GET /it has no x-evidence'],
    [
      'an operation with an unknown evidence level',
      { 'x-evidence': { level: 'certain', source: 'x' } },
      'specs/vendor: GET /it: x-evidence needs a level (documented, inferred, unknown) and a source',
    ],
    [
      'a parameter without an example',
      { parameters: [parameter('query', 'size')] },
      'specs/vendor: GET /it: the parameter size has no example',
    ],
    [
      'a response without an example',
      success(json({ type: 'object' }, {})),
      'specs/vendor: GET /it: the response 200 application/json has no example',
    ],
    [
      'a request body without an example',
      { requestBody: json({ type: 'object' }, {}) },
      'specs/vendor: GET /it: the request body application/json has no example',
    ],
  ])('%s throws an error that names the location', (_, operation, message) => {
    expect(() => pageOf(operation)).toThrow(message);
  });
});

describe('what an operation page calls things', () => {
  it('a parameter has its location, and the name that the method gives it', () => {
    const named = (place: 'path' | 'query' | 'cookie') => parameter(place, 'id', {}, { example: 'a' });
    const { parameters } = pageOf({ parameters: [named('path'), named('query'), named('cookie')] });
    expect(parameters.map(({ name, location }) => [name, location])).toEqual([
      ['id', 'path'],
      ['query_id', 'query'],
      ['cookie_id', 'cookie'],
    ]);
  });

  it('a redirect is a success if no other is declared', () => {
    const { responses } = pageOf({ responses: { 302: { description: 'There.' }, 404: { description: 'None.' } } });
    expect(responses.map(({ status, isSuccess }) => [status, isSuccess])).toEqual([
      ['302', true],
      ['404', false],
    ]);
  });

  it('a part of a multipart body that is bytes is a file', () => {
    const binary = { type: 'string', format: 'binary' };
    const schema = { type: 'object', properties: { file: binary, files: { type: 'array', items: binary } } };
    const content = { 'multipart/form-data': { schema, examples: { one: { value: {} } } } };
    const { body } = pageOf({ requestBody: { content } });
    expect(body?.media[0]?.shape.fields.map(({ name, shape: { type, limits } }) => [name, type, limits])).toEqual([
      ['file', 'file', []],
      ['files', 'array of file', []],
    ]);
  });
});

describe('evidence on an operation page', () => {
  it('a parameter without evidence inherits that of the operation', () => {
    const { parameters } = pageOf({ parameters: [parameter('query', 'size', {}, { example: 2 })] });
    expect(parameters).toMatchObject([{ name: 'size', differs: false, evidence: { level: 'documented' } }]);
  });

  it('evidence of a response is marked as different and applies to the fields below', () => {
    const schema = { type: 'object', properties: { id: { type: 'string' } } };
    const { responses } = pageOf(success({ ...json(schema), 'x-evidence': inferred }));
    expect(responses).toMatchObject([{ differs: true, evidence: { level: 'inferred' } }]);
    expect(responses[0]?.media[0]?.shape.fields).toMatchObject([
      { name: 'id', differs: false, evidence: { level: 'inferred' } },
    ]);
  });

  it('the tally counts the operation, its parameters, each status and the fields of a success', () => {
    const schema = {
      type: 'object',
      properties: { id: { type: 'string', 'x-evidence': inferred }, name: { type: 'string' } },
    };
    const parameters = [parameter('query', 'size', {}, { example: 2 })];
    expect(pageOf({ parameters, ...success(json(schema)) }).tally).toEqual({ documented: 4, inferred: 1, unknown: 0 });
  });
});

it('an operation page names the types of its parameters, of its response and of its result', () => {
  const required = [parameter('query', 'size', {}, { example: 2 })];
  const content = json({ type: 'object' });
  expect(pageOf({ operationId: 'users/pushTokens/list', parameters: required, ...success(content) }).types).toEqual({
    parameters: 'UsersPushTokensListParams',
    response: 'UsersPushTokensListResponse',
    result: 'UsersPushTokensListResult',
  });
  expect(pageOf({ responses: { 204: { description: 'Done.' } } }).types).toEqual({
    parameters: undefined,
    response: undefined,
    result: 'ItGetResult',
  });
});

it('an operation page states whether a retry is safe, and why', () => {
  expect(pageOf({}).retry).toEqual({ again: 'yes', why: expect.stringContaining('RFC 9110') });
});

describe('the kinds of responses on an operation page', () => {
  const object = { type: 'object', properties: { id: { type: 'string' } } };
  const mediaOf = (type: string, schema: object) =>
    pageOf(success({ content: { [type]: { schema, examples: { one: { value: 'x' } } } } }));

  it.each([
    ['application/pdf', { type: 'string', format: 'binary' }, 'bytes'],
    ['text/event-stream', object, 'stream of object'],
    ['application/x-ndjson', object, 'stream of object'],
    ['text/event-stream', { type: 'string' }, 'stream of string'],
    ['text/csv', { type: 'string' }, 'string'],
  ])('a response of %s with the schema %j is shown as %s', (type, schema, shown) => {
    expect(mediaOf(type, schema).responses[0]?.media[0]?.shape.type).toBe(shown);
  });

  it('the events of a stream have their fields, and a type', () => {
    const { responses, types } = mediaOf('text/event-stream', object);
    expect(responses[0]?.media[0]?.shape.fields).toMatchObject([{ name: 'id' }]);
    expect(types.event).toBe('ItGetEvent');
    expect(mediaOf('application/pdf', {}).types.event).toBeUndefined();
  });
});

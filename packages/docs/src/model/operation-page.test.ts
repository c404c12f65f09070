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

import { operationsOf } from '@plumbline/spec-tools/document/document';
import { documentOf, parameter } from '@plumbline/spec-tools/document/small-document';
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
  return readOperationPage('vendor', document as DescribedDocument, first);
}

describe('a spec that lacks what a page must have', () => {
  it.each([
    ['evidence of an operation', { 'x-evidence': undefined }, 'specs/vendor: GET /it has no x-evidence'],
    [
      'a level that there is',
      { 'x-evidence': { level: 'certain', source: 'x' } },
      'specs/vendor: GET /it: x-evidence needs a level (documented, inferred, unknown) and a source',
    ],
    [
      'the example of a parameter',
      { parameters: [parameter('query', 'size')] },
      'specs/vendor: GET /it: the parameter size has no example',
    ],
    [
      'the example of an answer',
      success(json({ type: 'object' }, {})),
      'specs/vendor: GET /it: the answer 200 application/json has no example',
    ],
    [
      'the example of a request body',
      { requestBody: json({ type: 'object' }, {}) },
      'specs/vendor: GET /it: the request body application/json has no example',
    ],
  ])('is refused with the place, for want of %s', (_, operation, message) => {
    expect(() => pageOf(operation)).toThrow(message);
  });
});

describe('how sure a part is', () => {
  it('is as what it stands in, where it says nothing itself', () => {
    const { parameters } = pageOf({ parameters: [parameter('query', 'size', {}, { example: 2 })] });
    expect(parameters).toMatchObject([{ name: 'size', differs: false, evidence: { level: 'documented' } }]);
  });

  it('is told where it differs, and holds for what is below', () => {
    const schema = { type: 'object', properties: { id: { type: 'string' } } };
    const { answers } = pageOf(success({ ...json(schema), 'x-evidence': inferred }));
    expect(answers).toMatchObject([{ differs: true, evidence: { level: 'inferred' } }]);
    expect(answers[0]?.media[0]?.shape.fields).toMatchObject([
      { name: 'id', differs: false, evidence: { level: 'inferred' } },
    ]);
  });

  it('is counted: the operation, what is sent, each status, and what a success brings', () => {
    const schema = {
      type: 'object',
      properties: { id: { type: 'string', 'x-evidence': inferred }, name: { type: 'string' } },
    };
    const parameters = [parameter('query', 'size', {}, { example: 2 })];
    expect(pageOf({ parameters, ...success(json(schema)) }).tally).toEqual({ documented: 4, inferred: 1, unknown: 0 });
  });
});

it('says whether and why it is safe to send again', () => {
  expect(pageOf({}).retry).toEqual({ again: 'yes', why: expect.stringContaining('GET only reads') });
});

import { describe, expect, it } from 'vitest';
import { documentOf, tableOf } from '../document/small-document.ts';
import { generateOperations } from './operations.ts';

const text = { type: 'string' };
const object = { type: 'object', properties: { id: { type: 'string' }, data: text } };
const binary = { type: 'string', format: 'binary' };

/** The code for an operation whose success has these media types with these schemas. */
function generate(content: Readonly<Record<string, object>>, operation: object = {}): string {
  const media = Object.entries(content).map(([name, schema]) => [name, { schema }]);
  const responses = { 200: { content: Object.fromEntries(media) } };
  return generateOperations(
    'small-vendor',
    documentOf({ 'GET /files': { operationId: 'files/get', responses, ...operation } }),
  );
}
const kindsOf = (content: Readonly<Record<string, object>>) =>
  (tableOf(generate(content)) as { files: { get: { responseKinds?: object } } }).files.get.responseKinds;

describe('the kinds of responses', () => {
  it.each([
    ['application/json', object],
    ['application/vnd.api+json', object],
    ['application/problem+xml', object],
    ['text/json', object],
    ['text/csv', text],
    ['text/plain; charset=utf-8', binary],
    ['application/yaml', text],
    ['application/x-www-form-urlencoded', text],
  ])('the kind of %s is left out', (mediaType, schema) => {
    expect(kindsOf({ [mediaType]: schema })).toBeUndefined();
  });

  it.each([
    ['application/octet-stream', {}],
    ['application/pdf', binary],
    ['image/*', {}],
    ['*/*', binary],
    ['application/json', binary],
    ['application/json', { contentMediaType: 'application/octet-stream' }],
    ['multipart/mixed', {}],
  ])('the kind of %s with the schema %j is bytes', (mediaType, schema) => {
    expect(kindsOf({ [mediaType]: schema })).toEqual({ [mediaType]: 'bytes' });
  });

  it.each([
    ['text/event-stream', { type: 'object' }, {}],
    ['text/event-stream', text, { data: 'text' }],
    ['text/event-stream', {}, { data: 'any' }],
    ['text/event-stream', { anyOf: [text, { type: 'object' }] }, { data: 'any' }],
    ['text/event-stream', object, { data: 'text', events: true }],
    ['text/event-stream', { type: 'object', properties: { id: text, data: text, model: text } }, {}],
    [
      'text/event-stream',
      { oneOf: [object, { type: 'object', properties: { event: text, data: { type: 'object' } } }] },
      { data: 'any', events: true },
    ],
    ['application/jsonl', object, {}],
    ['application/x-ndjson', { type: 'array' }, {}],
    ['application/json-seq', { type: 'integer' }, {}],
    ['application/stream+json', text, { data: 'text' }],
  ])('the kind of %s with the schema %j is a stream of events: %j', (mediaType, schema, kind) => {
    expect(kindsOf({ [mediaType]: schema })).toEqual({ [mediaType]: kind });
  });
});

describe('the features for responses', () => {
  it.each([
    [{ 'application/json': object }, '', '{}'],
    [{ 'application/pdf': {} }, 'readSpecial, ', '{ responses: readSpecial }'],
    [{ 'application/jsonl': object }, 'readStreams, ', '{ responses: /* @__PURE__ */ readStreams() }'],
    [
      { 'text/event-stream': object },
      '',
      "{ responses: /* @__PURE__ */ readStreams(() => import('eventsource-parser')) }",
    ],
  ])('the features for %j are imported only where they are needed', (content, _, features) => {
    const code = generate(content);
    expect(code).toContain(`export const features: ClientFeatures = ${features};`);
    expect(code.includes('import { readS')).toBe(features !== '{}');
  });

  it('a redirect needs the features for responses', () => {
    const code = generate({}, { responses: { 302: {} } });
    expect(code).toContain('features: ClientFeatures = { responses: readSpecial };');
    expect(tableOf(code)).toHaveProperty('files.get.redirects', true);
    expect(code).toContain('): Call<undefined, FilesGetResult>;');
  });

  it('a stream has a third type, that of its events', () => {
    expect(generate({ 'text/event-stream': object })).toContain(
      ': Call<FilesGetResponse, FilesGetResult, FilesGetEvent>;',
    );
    expect(generate({ 'text/event-stream': object, 'application/json': object })).toContain(
      ': Call<FilesGetResponse<Media>, FilesGetResult<Media>, FilesGetEvent<Media>>;',
    );
  });

  it('HEAD has no body', () => {
    const responses = { 200: { content: { 'application/pdf': { schema: {} } } } };
    const code = generateOperations(
      'small-vendor',
      documentOf({ 'HEAD /files': { operationId: 'files/head', responses } }),
    );
    expect(tableOf(code)).toHaveProperty('files.head', {
      method: 'HEAD',
      path: '/files',
      responseMediaTypes: [],
    });
    expect(code).toContain('): Call<undefined, FilesHeadResult>;');
  });
});

import { describe, expect, it } from 'vitest';
import { documentOf } from '../document/small-document.ts';
import { createValidator } from './validate-exchange.ts';

const url = 'https://api.vendor.test';
const item = { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } };
const event = { type: 'object', properties: { event: { type: 'string' }, retry: { type: 'integer' }, data: item } };

/** Validates a body of a media type, whose events have a schema. Returns the pointers and messages of the findings. */
function validate(mediaType: string, schema: object, body: string) {
  const content = { [mediaType]: { schema, examples: {} } };
  const document = documentOf({ 'GET /events': { operationId: 'events/list', responses: { 200: { content } } } });
  const request = { method: 'GET', url: `${url}/events`, headers: { 'x-key': 'k' } };
  const response = { status: 200, headers: { 'content-type': `${mediaType}; charset=utf-8` }, body };
  const findings = createValidator(document, url).response({ request, response });
  return findings.map(({ pointer, keyword }) => `${pointer} ${keyword}`);
}

describe('the validator of a sequence', () => {
  it.each([
    [
      'text/event-stream',
      item,
      ': hello\n\ndata: {"id":\ndata: 1}\n\nevent: a\r\ndata: {"id":2}\r\n\r\ndata: [DONE]\n\n',
    ],
    ['text/event-stream', event, 'event: a\nretry: 10\ndata: {"id":1}\n\n'],
    ['text/event-stream', { type: 'string' }, 'data: 1\n\n'],
    ['text/event-stream', {}, 'data: one\n\ndata: 1\n\n'],
    ['application/x-ndjson', item, '{"id":1}\n\n{"id":2}\r\n'],
    ['application/json-seq', item, '\x1e{"id":\n1}\n\x1e{"id":2}\n'],
  ])('the validator accepts events of %s with the schema %j', (mediaType, schema, body) => {
    expect(validate(mediaType, schema, body)).toEqual([]);
  });

  it.each([
    ['text/event-stream', item, 'data: {"id":1}\n\ndata: {}\n\n', ['/1 required']],
    ['text/event-stream', event, 'data: {"id":"1"}\n\n', ['/0/data/id type']],
    ['text/event-stream', item, 'data: one\n\n', [' mediaType']],
    ['application/x-ndjson', item, '{"id":1}\n{"id":"2"}\n', ['/1/id type']],
  ])('the validator refuses an event of %s that violates its schema', (mediaType, schema, body, found) => {
    expect(validate(mediaType, schema, body)).toEqual(found);
  });
});

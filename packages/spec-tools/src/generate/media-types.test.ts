import { describe, expect, it } from 'vitest';
import { documentOf, parameter, tableOf } from '../document/small-document.ts';
import { generateOperations } from './operations.ts';

const schema = { type: 'object' };
const contentOf = (...mediaTypes: string[]) => Object.fromEntries(mediaTypes.map((name) => [name, { schema }]));
const generate = (operation: object) =>
  generateOperations('small-vendor', documentOf({ 'POST /users': { operationId: 'users/create', ...operation } }));

describe('the media type of a request', () => {
  const form = 'application/x-www-form-urlencoded';

  it.each([
    [['application/json'], undefined],
    [[form, 'application/json'], undefined],
    [['text/plain', form], form],
    [['application/merge-patch+json'], 'application/merge-patch+json'],
  ])('of %j is %s', (mediaTypes, expected) => {
    const table = tableOf(generate({ requestBody: { required: true, content: contentOf(...mediaTypes) } }));
    expect(table).toHaveProperty('users.create.body', 'fields');
    if (expected) expect(table).toHaveProperty('users.create.requestMediaType', expected);
    else expect(table).not.toHaveProperty('users.create.requestMediaType');
  });
});

describe('the media types of a success', () => {
  const answering = (responses: object, rest: object = {}) => generate({ responses, ...rest });

  it.each([
    [{ 200: { content: contentOf('application/json') }, 400: { content: contentOf('text/html') } }],
    [{ 200: { content: contentOf('application/json') }, 202: { content: contentOf('application/json') } }],
    [{ 204: {} }],
  ])('are left out where there is JSON only, or none: %j', (responses) => {
    const code = answering(responses);
    expect(tableOf(code)).not.toHaveProperty('users.create.responseMediaTypes');
    expect(code).toContain('options?: CallOptions): Call<operations["users/create"]>;');
  });

  it('begin with JSON, and the caller chooses', () => {
    const code = answering({
      200: { content: contentOf('text/csv', 'application/json') },
      206: { content: contentOf('text/csv') },
    });
    expect(tableOf(code)).toHaveProperty('users.create.responseMediaTypes', ['application/json', 'text/csv']);
    expect(code).toContain(`create<Media extends 'application/json' | 'text/csv' = 'application/json'>(`);
    expect(code).toContain('options?: NegotiatedCallOptions<Media>): Call<operations["users/create"], Media>;');
  });

  it('are the types of a call where there is no JSON', () => {
    const one = answering({ 200: { content: contentOf('text/csv') } });
    expect(tableOf(one)).toHaveProperty('users.create.responseMediaTypes', ['text/csv']);
    expect(one).toContain(`options?: CallOptions): Call<operations["users/create"], 'text/csv'>;`);
    const two = answering({ 200: { content: contentOf('text/csv', 'text/plain') } });
    expect(two).toContain(`create<Media extends 'text/csv' | 'text/plain' = 'text/csv'>(`);
  });

  it('can be chosen beside an idempotency key', () => {
    const parameters = [parameter('header', 'Idempotency-Key')];
    expect(answering({ 200: { content: contentOf('application/json', 'text/csv') } }, { parameters })).toContain(
      'options?: IdempotentCallOptions & NegotiatedCallOptions<Media>)',
    );
  });
});

import { describe, expect, it } from 'vitest';
import { documentOf, parameter, tableOf } from '../document/small-document.ts';
import { generateOperations } from './operations.ts';

const schema = { type: 'object', additionalProperties: true };
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
    [['text/plain', 'multipart/form-data'], 'multipart/form-data'],
    [[form, 'application/vnd.api+json'], 'application/vnd.api+json'],
  ])('the media type of a request with %j is %s', (mediaTypes, expected) => {
    const table = tableOf(generate({ requestBody: { required: true, content: contentOf(...mediaTypes) } }));
    expect(table).toHaveProperty('users.create.body', 'fields');
    if (expected) expect(table).toHaveProperty('users.create.requestMediaType', expected);
    else expect(table).not.toHaveProperty('users.create.requestMediaType');
  });
});

describe('the media types of a 2xx response', () => {
  const respondingWith = (responses: object, rest: object = {}) => generate({ responses, ...rest });

  it.each([
    [{ 200: { content: contentOf('application/json') }, 400: { content: contentOf('text/html') } }],
    [{ 200: { content: contentOf('application/json') }, 202: { content: contentOf('application/json') } }],
    [{ 200: { content: contentOf('application/json') }, 204: {} }],
    [{ default: { content: contentOf('application/json') } }],
    [{ 404: { content: contentOf('text/html') } }],
  ])('the media types are left out if the responses have only JSON, or if none is a success: %j', (responses) => {
    const code = respondingWith(responses);
    expect(tableOf(code)).not.toHaveProperty('users.create.responseMediaTypes');
    expect(code).toMatch(/options\?: CallOptions\): Call<(UsersCreateResponse|unknown), UsersCreateResult>;/);
  });

  it.each([[{ 204: {} }], [{ 200: {}, 202: {} }], [{ '2XX': {}, 400: { content: contentOf('application/json') } }]])(
    'the list of media types is empty if no success has a body: %j',
    (responses) => {
      const code = respondingWith(responses);
      expect(tableOf(code)).toHaveProperty('users.create.responseMediaTypes', []);
      expect(code).toContain('options?: CallOptions): Call<undefined, UsersCreateResult>;');
    },
  );

  it.each([
    [{ default: { content: contentOf('text/html') } }, ['text/html']],
    [{ 302: { content: contentOf('text/html') } }, []],
    [{ 302: {}, default: { content: contentOf('text/html') } }, []],
  ])(
    'the media types are those of default, if no other success is declared, and none of a redirect: %j',
    (given, types) => {
      expect(tableOf(respondingWith(given))).toHaveProperty('users.create.responseMediaTypes', types);
    },
  );

  it('the list of media types begins with JSON, and the caller chooses one', () => {
    const code = respondingWith({
      200: { content: contentOf('text/csv', 'application/json') },
      206: { content: contentOf('text/csv') },
    });
    expect(tableOf(code)).toHaveProperty('users.create.responseMediaTypes', ['application/json', 'text/csv']);
    expect(code).toContain(`create<Media extends 'application/json' | 'text/csv' = 'application/json'>(`);
    expect(code).toContain(
      'options?: NegotiatedCallOptions<Media>): Call<UsersCreateResponse<Media>, UsersCreateResult<Media>>;',
    );
  });

  it('the caller chooses among media types without JSON too, and takes a single one', () => {
    const one = respondingWith({ 200: { content: contentOf('text/csv') } });
    expect(tableOf(one)).toHaveProperty('users.create.responseMediaTypes', ['text/csv']);
    expect(one).toContain(`options?: CallOptions): Call<UsersCreateResponse, UsersCreateResult>;`);
    const two = respondingWith({ 200: { content: contentOf('text/csv', 'text/plain') } });
    expect(two).toContain(`create<Media extends 'text/csv' | 'text/plain' = 'text/csv'>(`);
  });

  it('a media type can be chosen together with an idempotency key', () => {
    const parameters = [parameter('header', 'Idempotency-Key')];
    expect(respondingWith({ 200: { content: contentOf('application/json', 'text/csv') } }, { parameters })).toContain(
      'options?: IdempotentCallOptions & NegotiatedCallOptions<Media>)',
    );
  });
});

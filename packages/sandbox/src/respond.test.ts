import { describe, expect, it } from 'vitest';
import { createSandbox } from './create-sandbox.ts';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: object, examples: object = {}) => ({ 'application/json': { schema, examples } });
const errors = (...statuses: number[]) =>
  Object.fromEntries(
    statuses.map((status) => [
      status,
      { content: json(ref('Error'), { one: { value: { error: { message: 'Text.' } } } }) },
    ]),
  );
const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
const page = { name: 'page', in: 'query', schema: { type: 'integer' } };
const limit = { name: 'limit', in: 'query', schema: { type: 'integer', maximum: 50 } };
const pages = { ada: { value: { notes: [{ id: 'n1', text: 'Ada' }] } }, none: { value: { notes: [] } } };
const document = {
  paths: {
    '/notes': {
      get: {
        operationId: 'notes/list',
        parameters: [page, limit],
        'x-pagination': { style: 'page', page: 'page', limit: 'limit', items: 'notes' },
        responses: {
          200: { content: { ...json(ref('Notes'), pages), 'text/csv': { schema: { type: 'string' } } } },
          ...errors(400),
        },
      },
      post: {
        operationId: 'notes/create',
        requestBody: {
          required: true,
          content: { ...json(ref('Note')), 'application/x-www-form-urlencoded': { schema: ref('Note') } },
        },
        responses: { 201: { content: json(ref('Note')) }, ...errors(422) },
      },
    },
    '/notes/{id}': {
      get: {
        operationId: 'notes/get',
        parameters: [id],
        responses: { 200: { content: json(ref('Note')) }, ...errors(404) },
      },
      put: { operationId: 'notes/replace', parameters: [id], responses: { 200: {}, 404: {} } },
      delete: { operationId: 'notes/delete', parameters: [id], responses: { 204: {} } },
    },
    '/plain': {
      post: {
        operationId: 'plain',
        parameters: [{ name: 'sid', in: 'cookie', required: true, schema: { type: 'integer' } }],
        requestBody: { content: json({ type: 'object' }) },
        responses: {
          200: {
            content: {
              '*/*': { schema: { type: 'object', required: ['ok'], properties: { ok: { type: 'boolean' } } } },
            },
          },
        },
      },
    },
    '/files': {
      post: {
        operationId: 'files',
        requestBody: {
          content: {
            'multipart/form-data': { schema: { type: 'object', required: ['file'] } },
            'application/xml': { schema: { type: 'object', required: ['file'] } },
          },
        },
        responses: {
          202: {},
          '4XX': {
            content: json({
              type: 'object',
              required: ['detail'],
              properties: { detail: { type: 'string' }, meta: true },
            }),
          },
        },
      },
    },
  },
  components: {
    schemas: {
      Note: {
        type: 'object',
        required: ['text'],
        properties: { id: { type: 'string' }, text: { type: 'string', maxLength: 3_000_000 } },
        example: { id: 'n1', text: 'Ada' },
      },
      Notes: { type: 'object', properties: { notes: { type: 'array', items: ref('Note') } }, example: { id: 'n1' } },
      Error: { type: 'object', properties: { error: { type: 'object', properties: { message: { type: 'string' } } } } },
    },
  },
  'x-resources': { note: { path: '/notes', keys: ['id'] } },
};

type Sent = { readonly type?: string; readonly headers?: Record<string, string> };

/** The status and the body of a response of a new sandbox with the examples. */
async function send(
  method: string,
  path: string,
  body?: string,
  { type = 'application/json', headers = {} }: Sent = {},
) {
  const sandbox = createSandbox(document, { examples: true });
  const response = await sandbox.fetch(`http://localhost${path}`, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': type }), ...headers },
    ...(body !== undefined && { body }),
  });
  const text = await response.text();
  return [response.status, text && response.headers.get('content-type')?.endsWith('json') ? JSON.parse(text) : text];
}
const refusal = (message: unknown) => ({ error: { message } });

describe('a refusal', () => {
  it.each([
    ['with the status that the operation declares', 'GET', '/notes?limit=51', undefined, 400, '51 is greater than 50.'],
    ['for a page 0', 'GET', '/notes?page=0', undefined, 400, 'page: 0 is less than 1.'],
    ['for a negative limit', 'GET', '/notes?limit=-1', undefined, 400, 'limit: -1 is less than 0.'],
    [
      'for a parameter of another type',
      'GET',
      '/notes?page=x',
      undefined,
      400,
      'page: Instance type "string" is invalid.',
    ],
    ['for a missing body', 'POST', '/notes', undefined, 422, 'The request body is missing'],
    ['for JSON that ends early', 'POST', '/notes', '{"text":', 422, 'The body is not valid application/json.'],
    ['for a missing property', 'POST', '/notes', '{}', 422, 'body: Instance does not have required property "text".'],
    [
      'for a value of another type',
      'POST',
      '/notes',
      '{"text":1}',
      422,
      'body/text: Instance type "number" is invalid.',
    ],
    ['for an unknown id', 'GET', '/notes/n2', undefined, 404, 'There is no note with id "n2".'],
    ['for the id __proto__', 'GET', '/notes/__proto__', undefined, 404, 'There is no note with id "__proto__".'],
    ['for the id constructor', 'GET', '/notes/constructor', undefined, 404, 'There is no note with id "constructor".'],
  ])('a refusal is in the format of the vendor: %s', async (_, method, path, body, status, message) => {
    expect(await send(method, path, body)).toEqual([status, refusal(expect.stringContaining(message))]);
  });

  it('a refusal names the media types of a body of another type', async () => {
    const message = 'The media type of the body is application/json or application/x-www-form-urlencoded.';
    expect(await send('POST', '/notes', 'a', { type: 'text/plain' })).toEqual([422, refusal(message)]);
  });

  it('a refusal is 400 with the reason where the document declares none', async () => {
    const headers = { cookie: 'sid=1' };
    expect(await send('POST', '/plain', '[]', { headers })).toEqual([
      400,
      { message: expect.stringContaining('body: ') },
    ]);
    expect(await send('POST', '/plain', '{', { headers })).toEqual([
      400,
      { message: expect.stringContaining('not valid') },
    ]);
    expect(await send('POST', '/plain')).toEqual([400, { message: 'sid: the cookie parameter is missing' }]);
    expect(await send('DELETE', '/notes/n2')).toEqual([404, { message: 'There is no note with id "n2".' }]);
  });

  it('a refusal has no body where its response has none', async () => {
    expect(await send('PUT', '/notes/n2')).toEqual([404, '']);
  });

  it('a refusal has the reason where a response without an example has a place for it', async () => {
    expect(await send('POST', '/files', 'a', { type: 'text/plain' })).toEqual([
      415,
      { detail: 'The media type of the body is multipart/form-data or application/xml.', meta: {} },
    ]);
  });

  it('a refusal is 406 where no media type of the success is accepted', async () => {
    const headers = { accept: 'image/png' };
    expect(await send('GET', '/notes', undefined, { headers })).toEqual([
      406,
      { message: 'No response has the media type image/png.' },
    ]);
  });
});

it.each([
  ['JSON', 'application/json', '{"text":"Bob"}'],
  ['a form', 'application/x-www-form-urlencoded', 'text=Bob'],
])('a sandbox creates an item from %s', async (_, type, body) => {
  expect(await send('POST', '/notes', body, { type })).toEqual([201, { id: 'n2', text: 'Bob' }]);
});

it('a sandbox takes a body of 2 MB', async () => {
  const text = 'a'.repeat(2_000_000);
  expect(await send('POST', '/notes', JSON.stringify({ text }))).toEqual([201, { id: 'n2', text }]);
});

it('a sandbox refuses a body that is nested too deeply', async () => {
  const body = `{"text":"Bob","list":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
  expect(await send('POST', '/notes', body)).toEqual([422, refusal('The body is not valid application/json.')]);
});

it('a sandbox takes __proto__ in a body as a name', async () => {
  expect(await send('POST', '/notes', '{"text":"Bob","__proto__":{"text":"no"}}')).toEqual([
    201,
    { id: 'n2', text: 'Bob' },
  ]);
  expect(Object.hasOwn(Object.prototype, 'text')).toBe(false);
});

it('a sandbox takes a body that it does not read', async () => {
  expect(await send('POST', '/files', '<a/>', { type: 'application/xml' })).toEqual([202, '']);
});

it('a sandbox reads a multipart body', async () => {
  const type = 'multipart/form-data; boundary=x';
  const part = '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nb\r\n--x--';
  expect(await send('POST', '/files', part, { type })).toEqual([202, '']);
  expect(await send('POST', '/files', part.replace('"file"', '"other"'), { type })).toEqual([400, expect.anything()]);
});

it('a sandbox responds to a range of media types with JSON', async () => {
  expect(await send('POST', '/plain', undefined, { headers: { cookie: 'a=b; sid=1' } })).toEqual([200, { ok: true }]);
});

describe('Prefer', () => {
  const prefer = (value: string) => send('GET', '/notes', undefined, { headers: { prefer: value } });

  it.each([
    ['code=400', [400, refusal('Text.')]],
    ['example=none', [200, { notes: [] }]],
    ['code=200, example="none"', [200, { notes: [] }]],
    ['code=200; example=ada', [200, { notes: [{ id: 'n1', text: 'Ada' }] }]],
    ['respond-async', [200, { notes: [{ id: 'n1', text: 'Ada' }] }]],
  ])('Prefer: %s selects a response of the document', async (value, expected) => {
    expect(await prefer(value)).toEqual(expected);
  });

  it.each([
    ['code=418', 'Prefer: notes/list has no response "418". Did you mean "400" or "200"?'],
    ['code=999', 'Prefer: notes/list has no response "999".'],
    ['example=nil', 'Prefer: the response 200 of notes/list has no example "nil". Did you mean "ada" or "none"?'],
  ])('Prefer: %s throws, since the document has no such response', async (value, message) => {
    await expect(prefer(value)).rejects.toThrow(message);
  });

  it('Prefer does not select a response to a request that is invalid', async () => {
    const sent = await send('GET', '/notes?limit=51', undefined, { headers: { prefer: 'code=200' } });
    expect(sent[0]).toBe(400);
  });
});

it.each(['"text"', 'null', 'false', '[]'])(
  'a body %s creates an item without its properties, if its schema has no type',
  async (body) => {
    const paths = {
      '/things': {
        post: {
          operationId: 'things/create',
          requestBody: { content: json({ properties: { name: { type: 'string' } } }) },
          responses: { 201: { content: json({ properties: { id: { type: 'string' } } }) } },
        },
      },
      '/things/{id}': {
        get: { operationId: 'things/get', parameters: [id], responses: { 200: { content: json({}) } } },
      },
    };
    const vendor = createSandbox({ paths } as object);
    const headers = { 'content-type': 'application/json' };
    const response = await vendor.fetch('https://example.com/things', { method: 'POST', headers, body });
    expect(response.status).toBe(201);
  },
);

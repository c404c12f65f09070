import { describe, expect, it } from 'vitest';
import { bodyOf, documentOf, parameter } from '../document/small-document.ts';
import type { Exchange } from './exchange.ts';
import { createValidator } from './validate-exchange.ts';

const url = 'http://127.0.0.1:4010';
const json = 'application/json';
const form = 'application/x-www-form-urlencoded';
const text = { type: 'string' };
const integer = { type: 'integer' };
const texts = { type: 'array', items: text };
const integers = { type: 'array', items: integer };
const named = {
  type: 'object',
  properties: { name: { type: 'string', maxLength: 3 }, size: integer, tags: integers },
  required: ['name'],
  additionalProperties: false,
};
const responseOf = (schema: object, rest: object = {}) => ({
  description: 'Done.',
  content: { [json]: { schema } },
  ...rest,
});

/** A validator for a document of one operation, with all components that the operation may refer to. */
function validatorOf(operation: object, route = 'POST /users') {
  const document = documentOf(
    { [route]: { operationId: 'it', security: [], ...operation } },
    {
      components: {
        schemas: { Named: named, Size: integer },
        parameters: { Limit: parameter('query', 'limit', { $ref: '#/components/schemas/Size' }) },
        headers: { Left: { schema: integer } },
        requestBodies: { Named: bodyOf({ $ref: '#/components/schemas/Named' }) },
        responses: { Named: responseOf({ $ref: '#/components/schemas/Named' }) },
        securitySchemes: {
          key: { type: 'apiKey', in: 'header', name: 'X-Key' },
          secret: { type: 'apiKey', in: 'header', name: 'X-Secret' },
          queryKey: { type: 'apiKey', in: 'query', name: 'api_key' },
          cookie: { type: 'apiKey', in: 'cookie', name: 'session' },
          basic: { type: 'http', scheme: 'basic' },
          token: { type: 'oauth2' },
          raw: { type: 'apiKey', in: 'header', name: 'Authorization' },
          custom: { type: 'http', scheme: 'Token' },
          certificate: { type: 'mutualTLS' },
        },
      } as never,
    },
  );
  return createValidator(document, url);
}

interface Parts {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: string;
  status?: number;
}
function exchangeOf({ method = 'POST', path = '/users', headers = {}, body, status = 200 }: Parts): Exchange {
  const content = body === undefined ? {} : { body };
  return { request: { method, url: url + path, headers, ...content }, response: { status, headers, ...content } };
}

const request = (operation: object, parts: Parts, route?: string) =>
  validatorOf(operation, route)
    .request(exchangeOf(parts))
    .map((finding) => `${finding.place} ${finding.keyword} ${finding.pointer}`.trim());
const response = (responses: object, parts: Parts) =>
  validatorOf({ responses })
    .response(exchangeOf(parts))
    .map((finding) => `${finding.place} ${finding.keyword} ${finding.pointer}`.trim());

describe('the operation of a request', () => {
  const validator = createValidator(
    documentOf({
      'GET /users/{id}': { operationId: 'templated', security: [], parameters: [parameter('path', 'id', integer)] },
      'GET /users/me': {
        operationId: 'literal',
        security: [],
        parameters: [parameter('query', 'q', {}, { required: true })],
      },
    }),
    `${url}/`,
  );
  it('a path without template parameters wins over one with them', () => {
    const [finding] = validator.request(exchangeOf({ method: 'GET', path: '/users/me' }));
    expect(finding).toMatchObject({ operation: 'literal', place: 'request query q' });
  });
  it('an operation is found at its own server, and at that of the validator', () => {
    const servers = [{ url: 'https://upload.vendor.test' }];
    const own = createValidator(
      documentOf({ 'GET /files': { operationId: 'own', security: [], servers } }),
      `${url}/v1`,
    );
    const ask = (address: string) =>
      own.request({ request: { method: 'GET', url: address, headers: {} }, response: { status: 200, headers: {} } });
    expect(ask('https://upload.vendor.test/files')).toEqual([]);
    expect(ask(`${url}/v1/files`)).toEqual([]);
    expect(ask('https://evil.test/files')).toMatchObject([{ keyword: 'undeclared' }]);
  });
  it('an operation is found by its path template', () => {
    expect(validator.request(exchangeOf({ method: 'GET', path: '/users/7' }))).toEqual([]);
    const [finding] = validator.request(exchangeOf({ method: 'GET', path: '/users/x' }));
    expect(finding).toMatchObject({ operation: 'templated', place: 'request path id', keyword: 'type' });
  });
  it('an operation that only a fragment tells apart is found by the response that a request accepts', () => {
    const responding = (operationId: string, type: string, inner: object) => ({
      operationId,
      security: [],
      parameters: [parameter('query', 'stream', inner)],
      responses: { 200: { description: 'ok', content: { [type]: {} } } },
    });
    const told = createValidator(
      documentOf({
        'GET /talk': responding('json', 'application/json', { const: 'false' }),
        'GET /talk#stream': responding('stream', 'text/event-stream', { const: 'true' }),
      }),
      url,
    );
    const ask = (stream: boolean, accept: string) =>
      told.request(exchangeOf({ method: 'GET', path: `/talk?stream=${stream}`, headers: { accept } }));
    expect(ask(false, 'application/json')).toEqual([]);
    expect(ask(true, 'text/event-stream')).toEqual([]);
    expect(ask(true, 'application/json')).toMatchObject([{ operation: 'json' }]);
  });
  it.each([
    ['another path', { method: 'GET', path: '/people?q=secret' }],
    ['a longer path', { method: 'GET', path: '/users/7/8' }],
    ['another server', { method: 'GET', path: '0/users/7' }],
    ['another method', { method: 'POST', path: '/users/7' }],
  ])('an undeclared operation is reported without the query: %s', (_, parts) => {
    const findings = [...validator.request(exchangeOf(parts)), ...validator.response(exchangeOf(parts))];
    expect(findings.map(({ place, keyword }) => [place, keyword])).toEqual([
      ['request', 'undeclared'],
      ['response', 'undeclared'],
    ]);
    expect(JSON.stringify(findings)).not.toContain('secret');
  });
});

describe('a parameter', () => {
  it.each([
    ['?limit=5', integer, {}, []],
    ['?limit=-5.0', integer, {}, []],
    ['?limit=', integer, {}, ['request query limit type']],
    ['?limit=0x10', integer, {}, ['request query limit type']],
    ['?limit=1&limit=2', integer, {}, ['request query limit type']],
    ['?limit=2.5', { type: 'number', maximum: 2 }, {}, ['request query limit maximum']],
    ['?limit=true', { type: 'boolean' }, {}, []],
    ['?limit=yes', { type: 'boolean' }, {}, ['request query limit type']],
    ['?limit=5', text, {}, []],
    ['?limit=5', { enum: [5] }, {}, []],
    ['?limit=5', { anyOf: [integer, { type: 'string', enum: ['all'] }] }, {}, []],
    ['?limit=b', { anyOf: [text, { type: 'array', items: { type: 'string', enum: ['a'] } }] }, {}, []],
    ['?limit=5', { const: 5 }, {}, []],
    ['?limit=6', { const: 5 }, {}, ['request query limit const']],
    ['?limit=5', { type: ['integer', 'string'], const: '5' }, {}, []],
    ['?limit=a%20b+c', { const: 'a b c' }, {}, []],
    ['?limit=%', text, {}, []],
    ['?limit=5', { anyOf: [integer, { type: 'null' }] }, {}, []],
    ['?limit=x', { allOf: [{ $ref: '#/components/schemas/Size' }] }, {}, ['request query limit type']],
    ['?limit=a&limit=b', { ...texts, minItems: 2 }, {}, []],
    ['?limit=1&limit=x', integers, {}, ['request query limit type /1']],
    ['?limit=1,x', integers, { explode: false }, ['request query limit type /1']],
    ['?limit=a%2Cb,c', { ...texts, maxItems: 2 }, { explode: false }, []],
    ['?limit=1%20x', integers, { style: 'spaceDelimited' }, ['request query limit type /1']],
    ['?limit=1|x', integers, { style: 'pipeDelimited' }, ['request query limit type /1']],
    ['?limit[name]=a&limit[size]=5', named, { style: 'deepObject' }, []],
    ['?limit%5Bname%5D=abcd', named, { style: 'deepObject' }, ['request query limit maxLength /name']],
    ['?limit[name]=a&limit[nick]=b', named, { style: 'deepObject' }, ['request query limit additionalProperties']],
    ['?limit[name]=a&limit[tags]=1&limit[tags]=2', named, { style: 'deepObject' }, []],
    ['?name=abcd&size=x', named, {}, ['request query limit maxLength /name', 'request query limit type /size']],
    ['?limit=name,abcd', named, { explode: false }, ['request query limit maxLength /name']],
    ['', integer, {}, []],
    ['', integer, { required: true }, ['request query limit missing']],
    ['?limt=5', integer, {}, ['request query limt undeclared']],
  ])('the query %s with the schema %j and %j gives %j', (search, schema, rest, expected) => {
    const parameters = [parameter('query', 'limit', schema, rest)];
    expect(request({ parameters }, { path: `/users${search}` })).toEqual(expected);
  });

  it('a query parameter may be JSON', () => {
    const parameters = [{ name: 'where', in: 'query', content: { [json]: { schema: named } } }];
    expect(request({ parameters }, { path: '/users?where=%7B%22name%22%3A%22abc%22%7D' })).toEqual([]);
    expect(request({ parameters }, { path: '/users?where=%7B%7D' })).toEqual(['request query where required']);
    expect(request({ parameters }, { path: '/users?where=x' })).toEqual(['request query where type']);
  });

  it('a path parameter is decoded, and split if it is a list', () => {
    const route = 'GET /users/{ids}/{name}.csv';
    const parameters = [parameter('path', 'ids', integers), parameter('path', 'name', { const: 'a/b+' })];
    const ask = (path: string) => request({ parameters }, { method: 'GET', path }, route);
    expect(ask('/users/1,2/a%2Fb+.csv')).toEqual([]);
    expect(ask('/users/1,x/ab.csv')).toEqual(['request path ids type /1', 'request path name const']);
  });

  it('a header parameter is found in any letter case', () => {
    const parameters = [parameter('header', 'X-Count', integer, { required: true })];
    expect(request({ parameters }, { headers: { 'x-count': '5' } })).toEqual([]);
    expect(request({ parameters }, { headers: { 'x-count': 'five' } })).toEqual(['request header X-Count type']);
    expect(request({ parameters }, {})).toEqual(['request header X-Count missing']);
  });

  it('a header parameter may be JSON or a list', () => {
    const where = { name: 'X-Where', in: 'header', content: { [json]: { schema: named } } };
    const parameters = [where, parameter('header', 'X-Counts', integers)];
    expect(request({ parameters }, { headers: { 'x-where': '{"name":"abc"}', 'x-counts': '1, 2' } })).toEqual([]);
    expect(request({ parameters }, { headers: { 'x-where': '{}', 'x-counts': '1,x' } })).toEqual([
      'request header X-Where required',
      'request header X-Counts type /1',
    ]);
  });

  it('a parameter of the operation overrides that of its path item, and a reference is resolved', () => {
    const operation = { security: [], parameters: [{ $ref: '#/components/parameters/Limit' }] };
    const document = documentOf(
      { 'POST /users': operation },
      {
        pathItem: {
          parameters: [parameter('query', 'limit', { ...integer, maximum: 1 }), parameter('query', 'page', integer)],
        },
        components: { parameters: { Limit: parameter('query', 'limit', integer) } } as never,
      },
    );
    const findings = createValidator(document, url).request(exchangeOf({ path: '/users?limit=5&page=x' }));
    expect(findings).toMatchObject([{ place: 'request query page', keyword: 'type' }]);
  });
});

describe('the headers of a request', () => {
  it('headers that a runtime, a client or the mock adds are allowed', () => {
    const standard = [
      'accept',
      'accept-encoding',
      'content-type',
      'content-length',
      'host',
      'connection',
      'user-agent',
    ];
    const headers = Object.fromEntries([...standard, 'sec-fetch-mode', 'prefer'].map((name) => [name, 'x']));
    expect(request({}, { headers })).toEqual([]);
  });
  it('other undeclared headers are reported', () => {
    const headers = { 'idempotency-key': '1', authorization: 'Bearer x', 'x-key': 'k', cookie: 'session=1' };
    expect(request({}, { headers })).toEqual(Object.keys(headers).map((name) => `request header ${name} undeclared`));
  });
});

describe('the credentials of a request', () => {
  const either = [{ key: [], secret: [] }, { token: [] }];
  const missing = ['request security missing'];
  it.each([
    [either, { 'x-key': 'k', 'x-secret': 's' }, []],
    [either, { authorization: 'Bearer t' }, []],
    [either, { 'x-key': 'k' }, missing],
    [either, { 'x-key': 'k', 'x-secret': '' }, missing],
    [either, { authorization: 'Basic t' }, missing],
    [either, {}, missing],
    [[{}, { token: [] }], {}, []],
    [[{ basic: [] }], { authorization: 'Basic eDp5' }, []],
    [[{ basic: [] }], { authorization: 'Basic ' }, missing],
    [[{ basic: [] }], { authorization: 'basic eA==' }, missing],
    [[{ raw: [] }], { authorization: 'k3y' }, []],
    [[{ custom: [] }], { authorization: 'token k3y' }, []],
    [[{ custom: [] }], { authorization: 'Bearer k3y' }, missing],
    [[{ certificate: [] }], {}, []],
    [[{ certificate: [] }], { authorization: 'Bearer t' }, ['request header authorization undeclared']],
    [[{ cookie: [] }], { cookie: 'a=1; session=2' }, []],
    [[{ cookie: [] }], { cookie: 'a=1' }, missing],
    [[{ unknown: [] }], {}, missing],
    [[{ key: [] }], { 'x-key': 'k', 'x-secret': 's' }, ['request header x-secret undeclared']],
  ])('credentials for %j are validated: %j', (security, headers, expected) => {
    expect(request({ security }, { headers })).toEqual(expected);
  });
  it('credentials may be in the query', () => {
    expect(request({ security: [{ queryKey: [] }] }, { path: '/users?api_key=k' })).toEqual([]);
    expect(request({ security: [{ queryKey: [] }] }, {})).toEqual(missing);
  });
  it('credentials of the document apply if the operation names none', () => {
    const validator = createValidator(
      documentOf({ 'POST /users': { security: undefined } }, { security: [{ key: [] }] as never, components: {} }),
      url,
    );
    expect(validator.request(exchangeOf({}))).toMatchObject([{ place: 'request security', message: 'requires key' }]);
  });
});

describe('the request body', () => {
  const operation = { requestBody: { $ref: '#/components/requestBodies/Named' } };
  const headers = { 'content-type': `${json}; charset=utf-8` };
  it.each([
    [operation, { headers, body: '{"name":"abc"}' }, []],
    [
      operation,
      { headers, body: '{"name":"abcd","size":"5","nick":1}' },
      ['additionalProperties', 'maxLength /name', 'type /size'],
    ],
    [operation, { headers, body: '{}' }, ['required']],
    [operation, { headers, body: '{' }, ['mediaType']],
    [operation, { headers: { 'content-type': 'text/plain' }, body: '{"name":"abc"}' }, ['mediaType']],
    [operation, { body: '{"name":"abc"}' }, ['mediaType']],
    [operation, {}, ['missing']],
    [{ requestBody: bodyOf(named, { required: false }) }, {}, []],
    [{}, { headers, body: '{}' }, ['undeclared']],
  ])('a request body of %j, sent as %j, gives %j', (declared, parts, expected) => {
    expect(request(declared, parts)).toEqual(expected.map((found) => `request body ${found}`));
  });

  it.each([
    ['name=a+b&size=5', {}, []],
    ['name=abcd&size=x', {}, ['maxLength /name', 'type /size']],
    ['name=a&nick=b', {}, ['additionalProperties']],
    ['name=a&tags=1&tags=2', {}, []],
    ['name=a&tags=1,x', { tags: { style: 'form', explode: false } }, ['type /tags/1']],
  ])('a form %s with the encoding %j gives %j', (body, encoding, expected) => {
    const requestBody = { required: true, content: { [form]: { schema: named, encoding } } };
    const found = request({ requestBody }, { headers: { 'content-type': form }, body });
    expect(found).toEqual(expected.map((one) => `request body ${one}`));
  });

  it('a request body may be declared by a range of media types, and text stays text', () => {
    const requestBody = bodyOf({ type: 'string', minLength: 2 }, { mediaType: 'text/*' });
    expect(request({ requestBody }, { headers: { 'content-type': 'text/csv' }, body: '12' })).toEqual([]);
    expect(request({ requestBody }, { headers: { 'content-type': 'text/csv' }, body: '1' })).toEqual([
      'request body minLength',
    ]);
  });
});

describe('a response', () => {
  const headers = { 'content-type': json };
  const good = { headers, body: '{"name":"abc"}' };
  it.each([
    [{ 200: { $ref: '#/components/responses/Named' } }, good, []],
    [{ 200: responseOf(named) }, { headers, body: '{"name":1}' }, ['response 200 body type /name']],
    [{ 200: responseOf(named) }, { headers, body: 'x' }, ['response 200 body mediaType']],
    [{ 200: responseOf(named) }, { headers }, ['response 200 body mediaType']],
    [
      { 200: responseOf(named) },
      { headers: { 'content-type': 'text/html' }, body: '' },
      ['response 200 body mediaType'],
    ],
    [{ 200: { description: 'Done.' } }, {}, []],
    [{ 200: { description: 'Done.' } }, good, ['response 200 body undeclared']],
    [{ 200: responseOf(named) }, { ...good, status: 404 }, ['response 404 status']],
    [{ '4XX': responseOf(named), default: {} }, { ...good, status: 404 }, []],
    [{ 200: {}, default: responseOf({ type: 'string' }) }, { ...good, status: 404 }, ['response 404 body type']],
    [{ 200: {}, '2XX': responseOf(named) }, good, ['response 200 body undeclared']],
  ])('the responses %j give for the response %j: %j', (responses, parts, expected) => {
    expect(response(responses, parts)).toEqual(expected);
  });

  it('a response has the declared headers, and may have others', () => {
    const declared = {
      'Retry-After': { required: true, schema: integer },
      'X-Left': { $ref: '#/components/headers/Left' },
    };
    const responses = { 200: { description: 'Done.', headers: { 'Content-Type': { schema: integer }, ...declared } } };
    expect(response(responses, { headers: { 'retry-after': '5', 'content-type': json, server: 'x' } })).toEqual([]);
    expect(response(responses, { headers: { 'x-left': 'x' } })).toEqual([
      'response 200 header Retry-After missing',
      'response 200 header X-Left type',
    ]);
  });
});

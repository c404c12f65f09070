import { describe, expect, it } from 'vitest';
import { bodyOf, documentOf, parameter, tableOf } from '../document/small-document.ts';
import { generateOperations } from './operations.ts';

const user = { type: 'object', properties: { name: { type: 'string' } } };
const list = (...parameters: object[]) => generate({ 'GET /users': { operationId: 'users/list', parameters } });
const create = (requestBody: object, ...parameters: object[]) =>
  generate({ 'POST /users': { operationId: 'users/create', requestBody, parameters } });

function generate(operations: Parameters<typeof documentOf>[0]): string {
  return generateOperations('small-vendor', documentOf(operations));
}

describe('a query parameter', () => {
  it('a query parameter is in the table if its operation has a request body', () => {
    const table = tableOf(create(bodyOf(user), parameter('query', 'dry')));
    expect(table).toHaveProperty('users.create.parameters', { dry: { in: 'query' } });
  });

  it('a query parameter is not in the table if its operation has no request body', () => {
    expect(tableOf(list(parameter('query', 'dry')))).toEqual({ users: { list: { method: 'GET', path: '/users' } } });
  });

  it('a query parameter may be called `__proto__`', () => {
    const code = create(bodyOf(user), parameter('query', '__proto__'));
    expect(JSON.stringify(tableOf(code))).toContain('"parameters":{"__proto__":{"in":"query"}}');
  });
});

describe('the serialization of arrays and objects', () => {
  const query = (name: string, schema: object, way: object = {}) => parameter('query', name, schema, way);
  const array = { type: 'array' };
  const comma = { style: 'form', explode: false };

  function serializationOf(...parameters: object[]) {
    const code = list(...parameters);
    const [, shared = ''] = code.match(/querySerialization: QuerySerialization = (\{[^;]*\});/) ?? [];
    return { shared: shared.replace(/\s+/g, ' '), own: (tableOf(code) as Table).users.list.parameters };
  }
  interface Table {
    readonly users: { readonly list: { readonly parameters?: unknown } };
  }

  it('the most frequent serialization is the default, and a parameter that differs has its own', () => {
    const { shared, own } = serializationOf(query('a', array), query('b', array, comma), query('c', array, comma));
    expect(shared).toBe('{ array: { style: "form", explode: false } }');
    expect(own).toEqual({ a: { style: 'form', explode: true } });
  });

  it('the first of equally frequent serializations is the default', () => {
    const { shared, own } = serializationOf(query('a', array, { style: 'pipeDelimited' }), query('b', array));
    expect(shared).toBe('{ array: { style: "pipeDelimited", explode: false } }');
    expect(own).toEqual({ b: { style: 'form', explode: true } });
  });

  it('the default serialization of arrays is independent of that of objects', () => {
    const { shared, own } = serializationOf(
      query('a', array, comma),
      query('b', { type: 'object', properties: { x: { type: 'string' } } }),
      query('c', { type: 'string' }),
    );
    expect(shared).toBe('{ array: { style: "form", explode: false }, object: { style: "form", explode: true } }');
    expect(own).toBeUndefined();
  });

  it('the serialization is the same if a parameter states the default of OpenAPI', () => {
    expect(serializationOf(query('a', array), query('b', array, { style: 'form', explode: true })).own).toBeUndefined();
  });

  it('the serialization deepObject is the same with and without explode', () => {
    const object = { type: 'object', properties: { x: { type: 'string' } } };
    const { shared, own } = serializationOf(
      query('a', object, { style: 'deepObject' }),
      query('b', object, { style: 'deepObject', explode: true }),
    );
    expect(shared).toBe('{ object: { style: "deepObject", explode: true } }');
    expect(own).toBeUndefined();
  });

  it.each([
    { type: ['array', 'null'] },
    { anyOf: [{ type: 'string' }, array] },
    { oneOf: [{ anyOf: [array] }, { type: 'string' }] },
  ])('the serialization of arrays applies if the value may be an array: %j', (schema) => {
    const { own } = serializationOf(query('a', array), query('b', array), query('c', schema, comma));
    expect(own).toEqual({ c: comma });
  });

  it('the serialization is next to the location of a parameter if there is a request body', () => {
    const parameters = [query('a', array), query('b', array), query('c', array, comma)];
    expect(tableOf(create(bodyOf(user), ...parameters))).toHaveProperty('users.create.parameters', {
      a: { in: 'query' },
      b: { in: 'query' },
      c: { in: 'query', ...comma },
    });
  });
});

describe('a header parameter', () => {
  const text = { type: 'string' };

  it.each([true, false])(
    'a header parameter is a parameter of the method under its own name, required %s',
    (required) => {
      const code = list(parameter('header', 'X-Tenant', text, { required }));
      expect(tableOf(code)).toHaveProperty('users.list.parameters', { 'X-Tenant': { in: 'header' } });
      expect(code).toContain(`list(params${required ? '' : '?'}: UsersListParams,`);
    },
  );

  it.each([{ const: 2 }, { enum: ['2'] }])(
    'a required header parameter with one value is sent by the client: %j',
    (schema) => {
      const code = list(parameter('header', 'X-Version', schema, { required: true }));
      const users = { list: { method: 'GET', path: '/users', headers: { 'X-Version': '2' } } };
      expect(tableOf(code)).toEqual({ users });
      expect(code).toContain('list(params?: Record<string, never>');
    },
  );

  it('an optional header parameter is a parameter of the method, even with one value', () => {
    const code = list(parameter('header', 'Prefer', { const: 'respond-async' }));
    expect(tableOf(code)).toHaveProperty('users.list.parameters', { Prefer: { in: 'header' } });
  });

  it('an Idempotency-Key header in any letter case marks the operation', () => {
    const code = list(parameter('header', 'IDEMPOTENCY-KEY'));
    expect(code).toContain('(params?: Record<string, never>, options?: IdempotentCallOptions)');
    expect(tableOf(code)).toEqual({ users: { list: { method: 'GET', path: '/users', idempotencyKey: true } } });
  });

  it.each(['Accept', 'authorization', 'Content-Type'])(
    'a header that clients set is not a parameter of a method: %s',
    (name) => {
      expect(tableOf(list(parameter('header', name)))).toEqual({ users: { list: { method: 'GET', path: '/users' } } });
    },
  );

  it('a header that the client sends may have the name of a body field', () => {
    expect(create(bodyOf(user), parameter('header', 'name', { const: 'n' }, { required: true }))).toContain(
      'body: "fields"',
    );
    expect(create(bodyOf(user), parameter('header', 'name', text))).toContain('body: "whole"');
  });
});

describe('parameters of one name', () => {
  const parametersOf = (code: string) => {
    const { users } = tableOf(code) as { users: Record<string, { parameters: unknown }> };
    return Object.values(users)[0]?.parameters;
  };

  it('parameters of one name have their location in front, but the one in the path', () => {
    const parameters = ['header', 'query', 'path'].map((place) => parameter(place as 'query', 'id'));
    const code = generate({ 'GET /users/{id}': { operationId: 'users/get', parameters } });
    expect(parametersOf(code)).toEqual({ header_id: { in: 'header', name: 'id' }, query_id: { name: 'id' } });
  });

  it('parameters of one name do not take the name of another parameter', () => {
    const code = list(parameter('query', 'id'), parameter('header', 'id'), parameter('query', 'header_id'));
    expect(parametersOf(code)).toEqual({ header_header_id: { in: 'header', name: 'id' } });
  });

  it('a parameter called `body` has its location in front beside a request body', () => {
    const code = create(bodyOf({ type: 'array' }), parameter('query', 'body'));
    expect(parametersOf(code)).toEqual({ query_body: { in: 'query', name: 'body' } });
  });
});

it('a parameter called `body` in the path is apart from the request body', () => {
  const requestBody = bodyOf({ type: 'array' });
  const code = generate({
    'POST /a/{body}': { operationId: 'a/create', requestBody, parameters: [parameter('path', 'body')] },
  });
  const parameters = { path_body: { in: 'path', name: 'body' }, body: { in: 'body' } };
  expect(tableOf(code)).toHaveProperty('a.create.parameters', parameters);
});

describe('a parameter that openapi-fetch does not write', () => {
  const text = { type: 'string' };
  const array = { type: 'array', items: text };

  it.each<[why: string, parameter: object, definition: object]>([
    ['a cookie', parameter('cookie', 'p', text), { in: 'cookie' }],
    ['a list in a cookie', parameter('cookie', 'p', array), { in: 'cookie', style: 'form', explode: true }],
    ['a list in a header', parameter('header', 'p', array), { in: 'header', style: 'simple', explode: false }],
    [
      'a value of a media type',
      { in: 'query', name: 'p', content: { 'application/json': { schema: text } } },
      { content: 'application/json' },
    ],
    ['reserved characters', parameter('query', 'p', text, { allowReserved: true }), { allowReserved: true }],
    ['a list of lists', parameter('query', 'p', { type: 'array', items: array }), { style: 'form', explode: true }],
    ['an object of any names', parameter('query', 'p', { type: 'object' }), { style: 'form', explode: true }],
    [
      'a nested object',
      parameter('query', 'p', { type: 'object', properties: { a: array } }, { style: 'deepObject' }),
      { style: 'deepObject', explode: true },
    ],
    [
      'a list with spaces',
      parameter('query', 'p', array, { style: 'spaceDelimited' }),
      { style: 'spaceDelimited', explode: false },
    ],
  ])('a parameter that openapi-fetch does not write has its serialization in the table: %s', (_, given, definition) => {
    const code = list(given);
    expect(tableOf(code)).toHaveProperty('users.list.parameters', { p: definition });
    expect(code).toContain('features: ClientFeatures = { parameters: writeParameters };');
  });

  it.each(['label', 'matrix'])('a parameter that openapi-fetch does not write has the style %s of a path', (style) => {
    const parameters = [parameter('path', 'p', text, { style })];
    const code = generate({ 'GET /users/{p}': { operationId: 'users/get', parameters } });
    expect(tableOf(code)).toHaveProperty('users.get.parameters', { p: { style, explode: false } });
  });

  it('a fixed query of a path is apart from its path, and a fragment is not sent', () => {
    const code = generate({ 'GET /users?beta=true#b': { operationId: 'users/get' } });
    expect(tableOf(code)).toEqual({ users: { get: { method: 'GET', path: '/users', query: 'beta=true' } } });
    expect(code).toContain('parameters: writeParameters');
  });
});

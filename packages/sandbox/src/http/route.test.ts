import { expect, it } from 'vitest';
import { readOperations } from '../document/operations.ts';
import { route } from './route.ts';

const operation = (operationId: string) => ({ operationId, responses: {} });
const operations = readOperations({
  servers: [{ url: 'https://api.example.com/v1/' }, { url: 'https://{region}.example.org/{version}' }],
  paths: {
    '/users/{user_id}': { get: operation('users/get') },
    '/users/me': { get: operation('users/me') },
    '/users/{user_id}.json': { put: operation('users/put') },
    '/files/{a}/{b}': { get: operation('files/get') },
    '/token': { servers: [{ url: 'https://auth.example.com' }], post: operation('token') },
    '/upload': { post: { ...operation('upload'), servers: [{ url: 'https://upload.example.com' }] } },
  },
});
const idOf = (method: string, url: string) => route(operations, { method, url }).operation.id;

it.each([
  ['at its server', 'GET', 'https://api.example.com/v1/users/1', 'users/get'],
  ['at a server with variables', 'GET', 'https://eu.example.org/2024/users/1', 'users/get'],
  ['at a mock with the path of the server', 'GET', 'http://localhost:4010/v1/users/1', 'users/get'],
  ['at a mock without the path of the server', 'GET', 'http://localhost:4010/users/1', 'users/get'],
  ['with a literal path before one with parameters', 'GET', 'http://localhost/users/me', 'users/me'],
  ['with a literal end after a parameter', 'PUT', 'http://localhost/users/1.json', 'users/put'],
  ['at the server of its path', 'POST', 'https://auth.example.com/token', 'token'],
  ['at its own server', 'POST', 'https://upload.example.com/upload', 'upload'],
  ['at a mock instead of its own server', 'POST', 'http://localhost/token', 'token'],
])('route finds an operation %s', (_, method, url, id) => {
  expect(idOf(method, url)).toBe(id);
});

it.each([
  ['a server without its path', 'GET', 'https://api.example.com/users/1'],
  ['the server of another operation', 'POST', 'https://api.example.com/v1/token'],
  ['a path without a value', 'GET', 'http://localhost/users/'],
  ['a longer path', 'GET', 'http://localhost/users/1/2'],
  ['an undeclared method', 'DELETE', 'http://localhost/users/1'],
])('route throws for %s', (_, method, url) => {
  expect(() => idOf(method, url)).toThrow('The document has no operation');
});

it('route names the operations that are nearest to an unknown path', () => {
  expect(() => idOf('GET', 'http://localhost/v1/user/8f2b1c9e?secret=x')).toThrow(
    /^The document has no operation GET \/v1\/user\/8f2b1c9e\. Did you mean "GET \/users\/8f2b1c9e" or "GET \/users\/me"/,
  );
});

it('route gives the values of a path and the query as they were sent', () => {
  const { path, search } = route(operations, { method: 'GET', url: 'http://localhost/files/__proto__/a%2Fb?x=%20#y' });
  expect([...path]).toEqual([
    ['a', '__proto__'],
    ['b', 'a%2Fb'],
  ]);
  expect(search).toBe('x=%20');
});

it('route finds the operation whose query is complete, of two that only a fragment tells apart', () => {
  const fields = { name: 'fields', in: 'query', required: true, schema: {} };
  const two = readOperations({
    paths: {
      '/files/{id}#share': { put: { ...operation('share'), parameters: [fields] } },
      '/files/{id}': { put: operation('update') },
    },
  });
  const find = (query: string) => route(two, { method: 'PUT', url: `http://localhost/files/1${query}` }).operation.id;
  expect([find(''), find('?fields=a')]).toEqual(['update', 'share']);
});

it('route finds a path with letters that a URL encodes', () => {
  const paths = { '/größe von/{id}': { get: operation('sizes/get') } };
  const url = 'http://localhost/größe von/1';
  expect(route(readOperations({ paths }), { method: 'GET', url }).operation.id).toBe('sizes/get');
});

it('route finds, of two operations that a fragment tells apart, the one whose response is accepted', () => {
  const responding = (operationId: string, type: string) => ({
    post: { operationId, responses: { 200: { description: 'ok', content: { [type]: {} } } } },
  });
  const told = readOperations({
    paths: {
      '/talk': responding('json', 'application/json'),
      '/talk#stream': responding('stream', 'text/event-stream'),
    },
  });
  const ask = (accept: string) =>
    route(told, { method: 'POST', url: 'http://localhost/talk', headers: new Headers({ accept }) }).operation.id;
  expect([ask('application/json'), ask('text/event-stream'), ask('*/*')]).toEqual(['json', 'stream', 'json']);
});

it('route finds an operation whose path has characters that a URL encodes', () => {
  const odd = readOperations({ paths: { '/<upload url>/{id}': { put: operation('odd') } } });
  const url = new URL('http://localhost/<upload url>/1').href;
  expect(route(odd, { method: 'PUT', url }).operation.id).toBe('odd');
});

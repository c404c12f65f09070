import { describe, expect, it } from 'vitest';
import type { Node, Source } from '../read/source.ts';
import { largeDocument } from './large-document.ts';
import { writeUp } from './write-up.ts';

const ok = (schema: object) => ({ 200: { description: 'Good.', content: { 'application/json': { schema } } } });
const sourceOf = (paths: Node, rest: Node = {}): Source => ({
  name: 'api.yaml',
  document: { openapi: '3.1.0', info: { title: 'API' }, servers: [{ url: 'https://api.test' }], paths, ...rest },
});
/** The schema of the response of `GET /things` in the spec. */
const readOf = (schema: object, schemas: object = {}) => {
  const { document, notes } = writeUp(
    'acme',
    sourceOf({ '/things': { get: { responses: ok(schema) } } }, { components: { schemas } }),
  );
  return { schema: document.paths['/things'].get.responses[200].content['application/json'].schema, document, notes };
};
/** The schema of the request body of `POST /things` in the spec. */
const sentOf = (schema: object) => {
  const post = { requestBody: { content: { 'application/json': { schema } } }, responses: ok({}) };
  const { document } = writeUp('acme', sourceOf({ '/things': { post } }));
  return document.paths['/things'].post.requestBody.content['application/json'].schema;
};

describe('schemas', () => {
  it('a schema is exact in a request and lenient in a response', () => {
    const given = {
      type: 'object',
      additionalProperties: false,
      properties: {
        id: { type: 'string', readOnly: true },
        kind: { type: 'string', enum: ['a'] },
        size: { type: 'integer', maximum: 9 },
      },
    };
    expect(sentOf(given)).toEqual({
      type: 'object',
      additionalProperties: false,
      properties: { kind: { type: 'string', enum: ['a'] }, size: { type: 'integer', maximum: 9 } },
    });
    expect(readOf(given).schema).toEqual({
      type: 'object',
      properties: {
        id: { type: 'string' },
        kind: { anyOf: [{ type: 'string', enum: ['a'] }, { type: 'string' }] },
        size: { type: 'integer', description: 'The document says: maximum 9.' },
      },
    });
  });

  it('a schema with `allOf` becomes one schema, with a note on what differed', () => {
    const { schema, notes } = readOf({
      allOf: [
        { type: 'object', required: ['a'], properties: { a: { type: 'string' } } },
        { properties: { b: { type: 'boolean' } }, minProperties: 1 },
        { minProperties: 2 },
      ],
    });
    expect(schema).toEqual({
      type: 'object',
      required: ['a'],
      properties: { a: { type: 'string' }, b: { type: 'boolean' } },
    });
    expect([...notes.leftOpen.keys()]).toEqual(['`minProperties`: no type has it, and nothing checks it']);
  });

  it('a schema has an example for each variant of its unions', () => {
    const { document } = readOf({
      oneOf: [{ type: 'object', properties: { a: { type: 'string' } } }, { type: 'integer' }, { type: 'null' }],
    });
    const { examples } = document.paths['/things'].get.responses[200].content['application/json'];
    expect(Object.values<Node>(examples).map(({ value }) => value)).toEqual([{ a: 'string' }, 0]);
  });
});

it('writeUp reports unsupported credentials as a task', () => {
  const rest = {
    security: [{ login: [] }],
    components: { securitySchemes: { login: { type: 'http', scheme: 'digest' } } },
  };
  const { notes, document } = writeUp('acme', sourceOf({ '/things': { get: { responses: ok({}) } } }, rest));
  expect(notes.leftForYou).toEqual([expect.stringContaining('`login` (HTTP digest)')]);
  expect(document.paths['/things'].get.security).toEqual([]);
});

it('writeUp adds a token endpoint when the client requests its tokens', () => {
  const flows = { clientCredentials: { tokenUrl: 'https://login.test/token', scopes: { read: 'Read' } } };
  const rest = {
    security: [{ oauth: ['read'] }],
    components: { securitySchemes: { oauth: { type: 'oauth2', flows } } },
  };
  const { document } = writeUp('acme', sourceOf({ '/things': { get: { responses: ok({}) } } }, rest));
  expect(document.paths['/token']).toMatchObject({
    servers: [{ url: 'https://login.test' }],
    post: { operationId: 'auth/createToken' },
  });
});

it('writeUp reads twice as much for twice as many operations', () => {
  const looks = (operations: number) => {
    let count = 0;
    const counted = new WeakMap<object, object>();
    const watch = <T>(node: T): T => {
      if (typeof node !== 'object' || node === null) return node;
      const known = counted.get(node);
      if (known) return known as T;
      const proxy = new Proxy(node, {
        get: (target, key) => {
          count++;
          return watch(Reflect.get(target, key));
        },
      });
      counted.set(node, proxy);
      return proxy;
    };
    expect(writeUp('acme', watch(largeDocument(operations))).taken).toHaveLength(operations);
    return count;
  };
  expect(looks(1000) / looks(500)).toBeLessThan(2.1);
});

it('writeUp lets no text of a document become code', () => {
  const evil = `x'; evil();//\n evil(); */ evil()`;
  const rest = {
    info: { title: evil },
    servers: [{ url: `https://api.test/'+evil()+'` }],
    security: [{ [evil]: [] }],
    components: { securitySchemes: { [evil]: { type: 'apiKey', in: 'header', name: evil } } },
  };
  const paths = { '/things': { get: { operationId: evil, tags: [evil], responses: ok({}) } } };
  const source = { name: 'api.yaml', document: { openapi: '3.1.0', paths, ...rest } };
  const { auth, server, document, taken, notes } = writeUp('acme', source);
  expect(server).toMatchObject({ url: 'https://api.acme.example', known: false });
  expect(auth.credentials).toEqual([]);
  expect(notes.leftForYou.join('\n')).toContain('`x evil evil  evil` (a key in a header with an invalid name)');
  expect(document.info.title).not.toMatch(/\*\/|\n/);
  expect(taken[0]?.id).toMatch(/^[a-z][a-zA-Z]*\/[a-z][a-zA-Z]*$/);
});

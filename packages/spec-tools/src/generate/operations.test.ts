import { describe, expect, it } from 'vitest';
import { bodyOf, documentOf, parameter, tableOf } from '../document/small-document.ts';
import { generateOperations } from './operations.ts';

const generate = (...given: Parameters<typeof documentOf>) => generateOperations('small-vendor', documentOf(...given));
const user = { type: 'object', properties: { name: { type: 'string' } } };

describe('the names of methods', () => {
  const group = { 'GET /users': { operationId: 'users/list' } };

  it('follow the parts of the operationId, and the clients and tables the vendor', () => {
    const code = generate({ ...group, 'GET /users/events': { operationId: 'users/events/list' } });
    expect(code).toContain('export interface SmallVendorOperations {\n  readonly users: {');
    expect(code).toContain('    readonly events: {');
    expect(code).toContain('export const smallVendorOperations: OperationTable = {\n  users: {\n    list: {');
  });

  it('cannot be those of a group too, whichever comes first', () => {
    const method = { 'GET /motions/metrics': { operationId: 'motions/metrics' } };
    const inner = { 'GET /motions/metrics/all': { operationId: 'motions/metrics/list' } };
    const message = 'motions/metrics is the name of';
    expect(() => generate({ ...method, ...inner })).toThrow(message);
    expect(() => generate({ ...inner, ...method })).toThrow(message);
  });

  it('cannot be given twice', () => {
    expect(() => generate({ ...group, 'GET /people': { operationId: 'users/list' } })).toThrow(
      'users/list is the name of',
    );
  });

  it.each(['api', 'api/list', 'then', 'users/then', 'users/toString', 'constructor/list', '__proto__/list'])(
    'cannot be one that a client or JavaScript has a meaning for: %s',
    (operationId) => {
      expect(() => generate({ 'GET /users': { operationId } })).toThrow(`${operationId}: a `);
    },
  );
});

describe('the body of a request', () => {
  const post = (requestBody: object, parameters: object[] = []) =>
    generate({ 'POST /users': { operationId: 'users/create', requestBody, parameters } });

  it('is taken by its fields', () => {
    const code = post(bodyOf(user));
    expect(code).toContain('create(parameters: Input<operations["users/create"]>');
    expect(code).toContain('body: "fields"');
  });

  it('is taken whole where a field has the name of a parameter', () => {
    const code = post(bodyOf(user), [parameter('query', 'name')]);
    expect(code).toContain('create(parameters: InputWithBody<operations["users/create"]>');
    expect(code).toContain('body: "whole"');
    expect(code).toContain(
      "import type { Call, CallOptions, InputWithBody, OperationTable, QuerySerialization } from '@plumbline/runtime'",
    );
  });

  it.each([{ type: 'array', items: user }, { anyOf: [user, user] }, {}])(
    'is taken whole where it is no object: %o',
    (schema) => {
      expect(post(bodyOf(schema))).toContain('body: "whole"');
    },
  );

  it('may be left out where it is not required', () => {
    const code = post(bodyOf(user, { required: false }));
    expect(code).toContain('create(parameters?: Input<operations["users/create"]>');
    expect(code).toContain('body: "optional"');
  });

  it('must be given where a parameter is required, though it is not', () => {
    const code = post(bodyOf(user, { required: false }), [parameter('query', 'project', {}, { required: true })]);
    expect(code).toContain('create(parameters: Input');
  });

  it('follows the reference to its schema', () => {
    const code = generate(
      { 'POST /users': { operationId: 'users/create', requestBody: bodyOf({ $ref: '#/components/schemas/User' }) } },
      { components: { schemas: { User: user } } },
    );
    expect(code).toContain('body: "fields"');
  });
});

describe('what an operation says of itself', () => {
  const get = (operation: object, rest?: Parameters<typeof documentOf>[1]) =>
    generate({ 'GET /users': { operationId: 'users/list', ...operation } }, rest);

  it('cannot end the comment that it stands in', () => {
    const code = get({ description: 'Accepts text/*, or */*.' });
    expect(code).toContain('Accepts text/*, or *\\/*.');
    expect(code.match(/\*\//g)).toHaveLength(2);
  });

  it('is marked where it is deprecated, and only there', () => {
    expect(get({ deprecated: true })).toContain('     * @deprecated The vendor says so.\n     */');
    expect(get({})).not.toContain('@deprecated');
  });

  it('goes to the server of its path', () => {
    const servers = [{ url: 'https://files.vendor.test' }];
    expect(get({}, { pathItem: { servers } })).toContain('server: "https://files.vendor.test"');
    expect(get({})).not.toContain('server:');
  });

  it('is paged by the parameter that moves, up to its maximum', () => {
    const parameters = [parameter('query', 'from', { maximum: 100 }), parameter('query', 'size')];
    const pagination = { style: 'offset', offset: 'from', limit: 'size', size: 50, items: 'data', total: 'total' };
    const code = get({ parameters, 'x-pagination': pagination });
    expect(code).toContain('PagedCall<operations["users/list"], Item<operations["users/list"], "data">>');
    expect(tableOf(code)).toHaveProperty('users.list.pagination', {
      parameter: 'from',
      style: 'offset',
      maxValue: 100,
      sizeParameter: 'size',
      defaultSize: 50,
      items: 'data',
      total: 'total',
    });
  });

  it('is paged by a page number, with a count of pages', () => {
    const parameters = [parameter('query', 'page'), parameter('query', 'size')];
    const pagination = { style: 'page', page: 'page', limit: 'size', items: 'data', pages: 'pages' };
    expect(tableOf(get({ parameters, 'x-pagination': pagination }))).toHaveProperty('users.list.pagination', {
      parameter: 'page',
      style: 'page',
      sizeParameter: 'size',
      items: 'data',
      pages: 'pages',
    });
  });

  it.each([
    { style: 'offset', offset: 'from', limit: 'size', items: 'data' },
    { style: 'page', page: 'from', limit: 'size', items: 'data' },
  ])('is refused where x-pagination names a parameter that is not there: $style', (pagination) => {
    const parameters = [parameter('query', 'size')];
    expect(() => get({ parameters, 'x-pagination': pagination })).toThrow(
      'users/list: x-pagination names a parameter that the operation has not: from.',
    );
  });
});

describe('x-clients', () => {
  const operations = {
    'GET /users': { operationId: 'users/list', security: [{ apiKey: [], secret: [] }] },
    'GET /inbox': { operationId: 'inbox/list', security: [{ apiKey: [], user: [] }] },
    'GET /status': { operationId: 'status/get', security: [] },
  };
  const code = generate(operations, { 'x-clients': { Project: ['apiKey', 'secret'], User: ['apiKey', 'user'] } });

  it('split the operations by their credentials', () => {
    expect(code).toContain('export interface ProjectOperations {\n  readonly users: {');
    expect(code).toContain('export interface UserOperations {\n  readonly inbox: {');
    expect(tableOf(code, 'project')).not.toHaveProperty('inbox');
    expect(tableOf(code, 'user')).not.toHaveProperty('users');
  });

  it('all have the operations that need none', () => {
    expect(tableOf(code, 'project')).toHaveProperty('status.get');
    expect(tableOf(code, 'user')).toHaveProperty('status.get');
  });
});

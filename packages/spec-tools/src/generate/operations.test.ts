import { describe, expect, it } from 'vitest';
import { bodyOf, documentOf, parameter, tableOf } from '../document/small-document.ts';
import { generateOperations } from './operations.ts';

const generate = (...given: Parameters<typeof documentOf>) => generateOperations('small-vendor', documentOf(...given));
const user = { type: 'object', properties: { name: { type: 'string' } } };

describe('the names of methods', () => {
  const group = { 'GET /users': { operationId: 'users/list' } };

  it('method names follow the operationId, and names of clients and tables follow the vendor', () => {
    const code = generate({ ...group, 'GET /users/events': { operationId: 'users/events/list' } });
    expect(code).toContain('export interface SmallVendorOperations {\n  readonly users: {');
    expect(code).toContain('    readonly events: {');
    expect(code).toContain('export const smallVendorOperations: OperationTable = {\n  users: {\n    list: {');
  });

  it('a method name cannot also be the name of a group, in either order', () => {
    const method = { 'GET /motions/metrics': { operationId: 'motions/metrics' } };
    const inner = { 'GET /motions/metrics/all': { operationId: 'motions/metrics/list' } };
    const message = 'motions/metrics is the name of';
    expect(() => generate({ ...method, ...inner })).toThrow(message);
    expect(() => generate({ ...inner, ...method })).toThrow(message);
  });

  it('a method name cannot occur twice', () => {
    expect(() => generate({ ...group, 'GET /people': { operationId: 'users/list' } })).toThrow(
      'users/list is the name of',
    );
  });

  it.each(['api', 'api/list', 'then', 'users/then', 'users/toString', 'constructor/list', '__proto__/list'])(
    'a method name cannot be reserved by the client or JavaScript: %s',
    (operationId) => {
      expect(() => generate({ 'GET /users': { operationId } })).toThrow(`${operationId}: a `);
    },
  );
});

describe('the request body', () => {
  const post = (requestBody: object, parameters: object[] = []) =>
    generate({ 'POST /users': { operationId: 'users/create', requestBody, parameters } });

  it('a request body becomes fields of the parameters', () => {
    const code = post(bodyOf(user));
    expect(code).toContain('create(params: UsersCreateParams,');
    expect(code).toContain('body: "fields"');
  });

  it('a request body is one parameter if a field has the name of a parameter', () => {
    const code = post(bodyOf(user), [parameter('query', 'name')]);
    expect(code).toContain('create(params: UsersCreateParams,');
    expect(code).toContain('body: "whole"');
    expect(code).toContain(
      "import type { Call, CallOptions, ClientFeatures, OperationTable, QuerySerialization } from '@plumbline/runtime'",
    );
  });

  it.each([{ type: 'array', items: user }, { anyOf: [user, user] }, {}])(
    'a request body that is not an object is one parameter: %o',
    (schema) => {
      expect(post(bodyOf(schema))).toContain('body: "whole"');
    },
  );

  it('a request body may be left out if it is not required', () => {
    const code = post(bodyOf(user, { required: false }));
    expect(code).toContain('create(params?: UsersCreateParams,');
    expect(code).toContain('body: "optional"');
  });

  it('the input is required if a parameter is required and the request body is not', () => {
    const code = post(bodyOf(user, { required: false }), [parameter('query', 'project', {}, { required: true })]);
    expect(code).toContain('create(params: UsersCreateParams');
  });

  it('a reference to the schema of a request body is resolved', () => {
    const code = generate(
      { 'POST /users': { operationId: 'users/create', requestBody: bodyOf({ $ref: '#/components/schemas/User' }) } },
      { components: { schemas: { User: user } } },
    );
    expect(code).toContain('body: "fields"');
  });
});

describe('the definition of an operation', () => {
  const get = (operation: object, rest?: Parameters<typeof documentOf>[1]) =>
    generate({ 'GET /users': { operationId: 'users/list', ...operation } }, rest);

  it('a description cannot end its doc comment', () => {
    const code = get({ description: 'Accepts text/*, or */*.' });
    expect(code).toContain('Accepts text/*, or *\\/*.');
    expect(code.match(/\*\//g)).toHaveLength(2);
  });

  it('a deprecated operation is marked, and no other operation is', () => {
    expect(get({ deprecated: true })).toContain('     * @deprecated The vendor says so.\n     */');
    expect(get({})).not.toContain('@deprecated');
  });

  const source = 'https://vendor.example/docs §It; a file @ 12ab';

  it('a documented operation shows no evidence, and links the source that is a URL', () => {
    const code = get({ 'x-evidence': { level: 'documented', source } });
    expect(code).toContain('     * `GET /users`\n     *\n     * @see https://vendor.example/docs\n     */');
  });

  it('an operation shows its level of evidence if it is not documented, or if there is a note', () => {
    const note = 'The page names no status.';
    expect(get({ 'x-evidence': { level: 'inferred', source } })).toContain('     * Evidence: inferred.\n');
    expect(get({ 'x-evidence': { level: 'inferred', source, note } })).toContain(
      `     * Evidence: inferred. ${note}\n`,
    );
    const code = get({ 'x-evidence': { level: 'documented', source: 'a file @ 12ab', note } });
    expect(code).toContain(`     * Evidence: documented. ${note}\n     */`);
    expect(code).not.toContain('12ab');
  });

  it('an operation uses the server of its path item', () => {
    const servers = [{ url: 'https://files.vendor.test' }];
    expect(get({}, { pathItem: { servers } })).toContain('server: "https://files.vendor.test"');
    expect(get({})).not.toContain('server:');
  });

  it('offset pagination names its parameter and the maximum of it', () => {
    const parameters = [parameter('query', 'from', { maximum: 100 }), parameter('query', 'size')];
    const pagination = { style: 'offset', offset: 'from', limit: 'size', size: 50, items: 'data', total: 'total' };
    const code = get({ parameters, 'x-pagination': pagination });
    expect(code).toContain('PagedCall<UsersListResponse, UsersListItem, UsersListResult>');
    expect(tableOf(code)).toHaveProperty('users.list.pagination', {
      parameter: 'from',
      style: 'offset',
      maxValue: 100,
      sizeParameter: 'size',
      defaultSize: 50,
      items: ['data'],
      total: ['total'],
    });
  });

  it('page pagination names its parameter, the key of an item and the count of pages', () => {
    const parameters = [parameter('query', 'page'), parameter('query', 'size')];
    const pagination = { style: 'page', page: 'page', limit: 'size', items: 'data', key: 'id', pages: 'pages' };
    expect(tableOf(get({ parameters, 'x-pagination': pagination }))).toHaveProperty('users.list.pagination', {
      parameter: 'page',
      style: 'page',
      sizeParameter: 'size',
      items: ['data'],
      key: 'id',
      pages: ['pages'],
    });
  });

  it('cursor pagination names its parameter, and places in the body as lists of names', () => {
    const cursor = {
      style: 'cursor',
      cursor: 'after',
      limit: 'size',
      items: '/result/a~1b',
      next: '/result/next',
      more: 'more',
    };
    const code = get({ parameters: [parameter('query', 'after'), parameter('query', 'size')], 'x-pagination': cursor });
    expect(code).toContain('PagedCall<UsersListResponse, UsersListItem, UsersListResult>');
    expect(tableOf(code)).toHaveProperty('users.list.pagination', {
      style: 'cursor',
      parameter: 'after',
      items: ['result', 'a/b'],
      next: ['result', 'next'],
      more: ['more'],
    });
  });

  it('cursor pagination may name a field of the request body', () => {
    const schema = { type: 'object', properties: { after: { type: 'string' } } };
    const requestBody = { content: { 'application/json': { schema } } };
    const cursor = { style: 'cursor', cursor: 'after', items: '', last: 'id' };
    expect(tableOf(get({ requestBody, 'x-pagination': cursor }))).toHaveProperty('users.list.pagination', {
      style: 'cursor',
      parameter: 'after',
      items: [],
      last: ['id'],
    });
  });

  it('link pagination names no parameter', () => {
    const code = get({ 'x-pagination': { style: 'link', items: 'data', total: 'total' } });
    expect(tableOf(code)).toHaveProperty('users.list.pagination', { style: 'link', items: ['data'] });
  });

  it.each([
    { style: 'offset', offset: 'from', limit: 'size', items: 'data' },
    { style: 'page', page: 'from', limit: 'size', items: 'data' },
    { style: 'cursor', cursor: 'from', limit: 'size', items: 'data', next: 'next' },
  ])('x-pagination that names an undeclared parameter is refused: $style', (pagination) => {
    const parameters = [parameter('query', 'size')];
    expect(() => get({ parameters, 'x-pagination': pagination })).toThrow(
      'users/list: x-pagination names a parameter that the operation does not declare: from.',
    );
  });
});

it('a client gets the parts of the runtime that an operation needs, and no others', () => {
  const get = { operationId: 'users/list', parameters: [parameter('query', 'page'), parameter('query', 'size')] };
  const list = { ...get, 'x-pagination': { style: 'page', page: 'page', limit: 'size', items: 'data' } };
  const create = { operationId: 'users/create', parameters: [parameter('header', 'Idempotency-Key')] };
  expect(generate({ 'GET /users': get })).toContain('export const features: ClientFeatures = {};');
  const featuresOf = (...given: object[]) =>
    /features: ClientFeatures = (.*);/.exec(
      generate(Object.fromEntries(given.map((one, index) => [`GET /${index}`, one]))),
    )?.[1];
  const named = (index: number, pagination: object) => ({
    ...get,
    operationId: `users/list${index}`,
    'x-pagination': { items: 'data', ...pagination },
  });
  const page = { style: 'page', page: 'page', limit: 'size' };
  expect(featuresOf(list)).toBe('{ lists: { page: listByCount } }');
  expect(featuresOf(named(1, { ...page, more: 'more' }))).toBe('{ lists: { page: listByCountOrFlag } }');
  expect(
    featuresOf(
      named(1, { style: 'link' }),
      named(2, { style: 'cursor', cursor: 'page', next: 'next' }),
      named(3, { style: 'offset', offset: 'page', limit: 'size' }),
      named(4, page),
    ),
  ).toBe('{ lists: { cursor: listByCursor, link: listByLink, offset: listByCount, page: listByCount } }');
  const code = generate({ 'GET /users': list, 'POST /users': create });
  expect(code).toContain(
    'export const features: ClientFeatures = { createKey: createIdempotencyKey, lists: { page: listByCount } };',
  );
  expect(code).toMatch(/^import { createIdempotencyKey, listByCount } from '@plumbline\/runtime';$/m);
});

describe('x-clients', () => {
  const operations = {
    'GET /users': { operationId: 'users/list', security: [{ apiKey: [], secret: [] }] },
    'GET /inbox': { operationId: 'inbox/list', security: [{ apiKey: [], user: [] }] },
    'GET /status': { operationId: 'status/get', security: [] },
  };
  const code = generate(operations, { 'x-clients': { Project: ['apiKey', 'secret'], User: ['apiKey', 'user'] } });

  it('x-clients splits the operations by their credentials', () => {
    expect(code).toContain('export interface ProjectOperations {\n  readonly users: {');
    expect(code).toContain('export interface UserOperations {\n  readonly inbox: {');
    expect(tableOf(code, 'project')).not.toHaveProperty('inbox');
    expect(tableOf(code, 'user')).not.toHaveProperty('users');
  });

  it('x-clients gives each client the operations that need no credentials', () => {
    expect(tableOf(code, 'project')).toHaveProperty('status.get');
    expect(tableOf(code, 'user')).toHaveProperty('status.get');
  });
});

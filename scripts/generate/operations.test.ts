import { describe, expect, it } from 'vitest';
import { generateOperations } from './operations.ts';
import { bodyOf, documentOf, parameter } from './small-document.ts';

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

  it('can be what every object inherits', () => {
    const group = { 'GET /a': { operationId: 'a/constructor/list' }, 'GET /b': { operationId: 'b/constructor/list' } };
    const code = generate({ ...group, 'GET /c': { operationId: 'c/constructor' } });
    expect(code.match(/readonly constructor: \{/g)).toHaveLength(2);
    expect(code).toContain('constructor(parameters?: Record<string, never>');
  });

  it.each(['api', 'api/list'])('cannot begin with that of the openapi-fetch client: %s', (operationId) => {
    expect(() => generate({ 'GET /users': { operationId } })).toThrow('`api` is the name of the openapi-fetch client');
  });
});

describe('what cannot be generated is said with its operation', () => {
  const way = (type: string, rest: object) => parameter('query', 'filter', { type }, rest);
  const first = { operationId: 'a/list', parameters: [way('array', {}), way('object', { style: 'deepObject' })] };

  it.each([
    ['array', { explode: false }],
    ['array', { style: 'pipeDelimited' }],
    ['object', { style: 'form' }],
    ['object', { style: 'deepObject', explode: true }],
  ])('an %s that another operation serializes otherwise: %o', (type, rest) => {
    const other = { operationId: 'b/list', parameters: [way(type, rest)] };
    expect(() => generate({ 'GET /a': first, 'GET /b': other })).toThrow(
      `b/list serializes an ${type} in another way than a/list.`,
    );
  });

  it('but not one that says the default', () => {
    const other = { operationId: 'b/list', parameters: [way('array', { style: 'form', explode: true })] };
    const code = generate({ 'GET /a': first, 'GET /b': other });
    expect(code).toContain(`array: {\n    style: "form",\n    explode: true\n  }`);
    expect(code).toContain(`object: {\n    style: "deepObject",\n    explode: false\n  }`);
  });

  it('a required header that is not fixed', () => {
    const parameters = [parameter('header', 'X-Tenant', { type: 'string' }, { required: true })];
    expect(() => generate({ 'GET /a': { operationId: 'a/list', parameters } })).toThrow(
      'a/list: the required header X-Tenant has no fixed value',
    );
  });

  it.each([
    { style: 'offset', offset: 'from', limit: 'size', items: 'data' },
    { style: 'page', page: 'from', limit: 'size', items: 'data' },
  ])('a parameter of x-pagination that is not there: $style', (pagination) => {
    const operation = { operationId: 'a/list', parameters: [parameter('query', 'size')], 'x-pagination': pagination };
    expect(() => generate({ 'GET /a': operation })).toThrow(
      'a/list: x-pagination names a parameter that the operation has not: from.',
    );
  });
});

describe('the body of a request', () => {
  const post = (requestBody: object, parameters: object[] = []) =>
    generate({ 'POST /users': { operationId: 'users/create', requestBody, parameters } });

  it('is taken by its fields, beside a query that is then named', () => {
    const code = post(bodyOf(user), [parameter('query', 'dry')]);
    expect(code).toContain('create(parameters: Input<operations["users/create"]>');
    expect(code).toContain('body: "fields",\n      query: [\n        "dry"\n      ]');
  });

  it('leaves the query unnamed where there is none', () => {
    const parameters = [parameter('query', 'dry')];
    expect(generate({ 'GET /users': { operationId: 'users/list', parameters } })).not.toContain('query: [');
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

  it('is sent as a form only where it cannot be sent as JSON', () => {
    const form = 'application/x-www-form-urlencoded';
    expect(post(bodyOf(user, { mediaType: form }))).toContain(`"Content-Type": "${form}"`);
    const both = { required: true, content: { [form]: { schema: user }, 'application/json': { schema: user } } };
    expect(post(both)).not.toContain('Content-Type');
  });

  it('takes no parameters at all where there are none but headers', () => {
    const parameters = [parameter('header', 'X-Version', { const: 2 }, { required: true })];
    expect(generate({ 'POST /users': { operationId: 'users/create', parameters } })).toContain(
      'create(parameters?: Record<string, never>',
    );
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

  it('lets the caller choose between several media types', () => {
    const content = { 'application/json': { schema: {} }, 'text/csv': { schema: { type: 'string' } } };
    const code = get({ responses: { 200: { content }, 400: { content: { 'text/html': {} } } } });
    expect(code).toContain(`list<Media extends 'application/json' | 'text/csv' = 'application/json'>(`);
    expect(code).toContain('options?: NegotiatedCallOptions<Media>): Call<operations["users/list"], Media>;');
    expect(code).not.toContain('MediaType');
  });

  it('has its fixed headers sent', () => {
    const fixed = parameter('header', 'X-Version', { const: 2 }, { required: true });
    const open = parameter('header', 'X-Trace', { type: 'string' });
    const code = get({ parameters: [fixed, open] });
    expect(code).toContain('headers: {\n        "X-Version": "2"\n      }');
    expect(code).not.toContain('X-Trace');
  });

  it('is idempotent where there is a header for the key, in whatever case', () => {
    const code = get({ parameters: [parameter('header', 'IDEMPOTENCY-KEY')] });
    expect(code).toContain('options?: IdempotentCallOptions)');
    expect(code).toContain('idempotent: true');
  });

  it('goes to the server of its path', () => {
    const servers = [{ url: 'https://files.vendor.test' }];
    expect(get({}, { pathItem: { servers } })).toContain('server: "https://files.vendor.test"');
    expect(get({})).not.toContain('server:');
  });

  it('is sent without credentials, or with them where there are any', () => {
    expect(get({ security: [] })).toContain('security: "none"');
    expect(get({ security: [{ apiKey: [] }, {}] })).toContain('security: "optional"');
    expect(get({})).not.toContain('security:');
  });

  it('is paged by the parameter that moves, up to its maximum', () => {
    const parameters = [parameter('query', 'from', { maximum: 100 }), parameter('query', 'size')];
    const pagination = { style: 'offset', offset: 'from', limit: 'size', size: 50, items: 'data', total: 'total' };
    const code = get({ parameters, 'x-pagination': pagination });
    expect(code).toContain('PagedCall<operations["users/list"], Item<operations["users/list"], "data">>');
    const [, table = ''] = code.match(/pagination: \{([^}]*)\}/) ?? [];
    expect(table.replace(/\s+/g, ' ').trim()).toBe(
      'parameter: "from", style: "offset", maximum: 100, limit: "size", size: 50, items: "data", total: "total"',
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
  const tableOf = (name: string) => code.match(new RegExp(`const ${name}Operations[^]*?\\n};`))?.[0];

  it('split the operations by their credentials', () => {
    expect(code).toContain('export interface ProjectOperations {\n  readonly users: {');
    expect(code).toContain('export interface UserOperations {\n  readonly inbox: {');
    expect(tableOf('project')).not.toContain('/inbox');
    expect(tableOf('user')).not.toContain('/users');
  });

  it('all have the operations that need none', () => {
    expect(tableOf('project')).toContain('/status');
    expect(tableOf('user')).toContain('/status');
  });
});

/** A document of a vendor with few words, so that a test shows what matters in it. */
import { ManualClock } from '@plumbline/runtime/testing';
import { createSandbox, type Sandbox } from '@plumbline/sandbox';

export interface SmallVendor {
  readonly clock: ManualClock;
  readonly resources: Sandbox['resources'];
  /** Sends a request. The caller, if there is one, goes in the header `x-user`. Returns the status and the body. */
  call(line: string, body?: unknown, caller?: string): Promise<{ readonly status: number; readonly body: unknown }>;
}

const pagination = { style: 'page', page: 'page', limit: 'limit', items: 'data', total: 'total' };
const open = { type: 'object', additionalProperties: true };
const query = ['page', 'limit', 'color', 'size', 'q'].map((name) => ({
  ...{ name, in: 'query' },
  schema: { type: name === 'page' || name === 'limit' ? 'integer' : 'string' },
}));

/**
 * Starts a vendor of some resources. Each with a path has the five operations, where a body and an item may have any property.
 *
 * @param item The schema of an item in responses.
 */
export function startSmallVendor(resources: Readonly<Record<string, object>>, item: object = open): SmallVendor {
  const paths = Object.entries(resources as Record<string, { readonly path?: string; readonly single?: boolean }>).map(
    ([name, { path, single }]) => (path === undefined ? {} : pathsOf(name, path, single ?? false, item)),
  );
  const clock = new ManualClock();
  const document = {
    openapi: '3.1.0',
    security: [{}, { user: [] }],
    components: { securitySchemes: { user: { type: 'apiKey', in: 'header', name: 'x-user' } } },
    paths: Object.assign({}, ...paths),
    'x-resources': resources,
  };
  const vendor = createSandbox(document, { clock });
  return {
    clock,
    resources: vendor.resources,
    async call(line, body, caller) {
      const [method = '', path] = line.split(' ');
      const headers = { 'content-type': 'application/json', ...(caller !== undefined && { 'x-user': caller }) };
      const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
      const response = await vendor.fetch(`http://localhost${path}`, init);
      const text = await response.text();
      return { status: response.status, body: text && JSON.parse(text) };
    },
  };
}

function pathsOf(name: string, path: string, single: boolean, item: object): object {
  const json = (schema: object) => ({ content: { 'application/json': { schema } } });
  const operation = (kind: string, status: number, schema: object | undefined, hasBody = false) => ({
    operationId: `${name}/${kind}`,
    parameters: kind === 'list' ? query : [],
    ...(hasBody && { requestBody: json(open) }),
    ...(kind === 'list' && { 'x-pagination': pagination }),
    responses: { [status]: schema ? json(schema) : {}, 404: json(open), 422: json(open) },
  });
  const page = { type: 'object', properties: { total: { type: 'integer' }, data: { type: 'array', items: item } } };
  const ofItem = {
    get: operation('get', 200, item),
    put: operation('update', 200, item, true),
    patch: operation('change', 200, item, true),
  };
  if (single) return { [path]: ofItem };
  return {
    [path]: { get: operation('list', 200, page), post: operation('create', 201, item, true) },
    [`${path}/{${name}_id}`]: { ...ofItem, delete: operation('delete', 204, undefined) },
  };
}

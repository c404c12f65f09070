import { runInThisContext } from 'node:vm';
import type { Document, Level } from './document.ts';

/** Makes a document for a test from operations: `{ 'GET /users': { operationId: 'users/list' } }`. Adds the fields that every operation requires. */
export function documentOf(
  operations: Readonly<Record<string, object>>,
  { pathItem = {}, ...rest }: Readonly<Record<string, object>> = {},
): Document {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [route, operation] of Object.entries(operations)) {
    const [method = '', path = ''] = route.split(' ');
    paths[path] = { ...pathItem, ...paths[path], [method.toLowerCase()]: { ...required, ...operation } };
  }
  const document = {
    openapi: '3.1.0',
    info: { title: 'Vendor API', version: '0.1.0' },
    servers: [{ url: 'https://api.vendor.test' }],
    paths,
    ...rest,
  };
  return document;
}

const level: Level = 'documented';
const content = { 'application/json': { schema: {}, examples: { it: { value: {} } } } };
const required = {
  summary: 'Does it',
  description: 'Does it once.',
  security: [{ apiKey: [] }],
  responses: { 200: { description: 'Done.', content } },
  'x-evidence': { level, source: 'https://vendor.example/docs §It' },
};

/** Makes a parameter of an operation. */
export function parameter(
  location: 'path' | 'query' | 'header' | 'cookie',
  name: string,
  schema: object = {},
  rest: object = {},
): object {
  return { name, in: location, schema, ...rest };
}

/** Makes a request body of one media type. */
export function bodyOf(schema: object, { required = true, mediaType = 'application/json' } = {}): object {
  return { required, content: { [mediaType]: { schema } } };
}

/** Evaluates the operation table of a client in generated code. */
export function tableOf(code: string, client = 'smallVendor'): unknown {
  const [, table] = code.match(new RegExp(`const ${client}Operations: OperationTable = ([^]*?\\n});`)) ?? [];
  return runInThisContext(`(${table})`);
}

import { runInThisContext } from 'node:vm';
import type { Document, Level } from './document.ts';

/** A document of operations `{ 'GET /users': { operationId: 'users/list' } }`; each has what every operation must have. */
export function documentOf(
  operations: Readonly<Record<string, object>>,
  { pathItem = {}, ...rest }: Readonly<Record<string, object>> = {},
): Document {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [place, operation] of Object.entries(operations)) {
    const [method = '', path = ''] = place.split(' ');
    paths[path] = { ...pathItem, ...paths[path], [method.toLowerCase()]: { ...required, ...operation } };
  }
  return {
    info: { title: 'Vendor API', version: '0.1.0' },
    servers: [{ url: 'https://api.vendor.test' }],
    paths,
    ...rest,
  };
}

const level: Level = 'documented';
const required = {
  summary: 'Does it',
  description: 'Does it once.',
  security: [{ apiKey: [] }],
  responses: { 200: { description: 'Done.' } },
  'x-evidence': { level, source: 'https://vendor.example/docs §It' },
};

/** A parameter of an operation. */
export function parameter(
  place: 'path' | 'query' | 'header' | 'cookie',
  name: string,
  schema: object = {},
  rest: object = {},
): object {
  return { name, in: place, schema, ...rest };
}

/** A request body of one media type. */
export function bodyOf(schema: object, { required = true, mediaType = 'application/json' } = {}): object {
  return { required, content: { [mediaType]: { schema } } };
}

/** The operation table of a client in generated code, as a program reads it. */
export function tableOf(code: string, client = 'smallVendor'): unknown {
  const [, table] = code.match(new RegExp(`const ${client}Operations: OperationTable = ([^]*?\\n});`)) ?? [];
  return runInThisContext(`(${table})`);
}

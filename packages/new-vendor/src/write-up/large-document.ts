import type { Node, Source } from '../read/source.ts';

const methods = ['get', 'put', 'post', 'patch', 'delete'] as const;

/** Makes a document of many operations, five to a path. Each has its own schema, and all share one. */
export function largeDocument(operations: number): Source {
  const paths: Record<string, Node> = {};
  const schemas: Record<string, Node> = {
    Problem: {
      type: 'object',
      properties: { message: { type: 'string' }, code: { type: 'string', enum: ['a', 'b'] } },
    },
  };
  for (let index = 0; index < operations; index++) {
    const resource = `resource_${spell(Math.floor(index / methods.length))}`;
    const method = methods[index % methods.length] ?? 'get';
    const schema = `${resource}_${method}`;
    schemas[schema] = schemaOf(schema);
    paths[`/${resource}/{id}`] = { ...paths[`/${resource}/{id}`], [method]: operationOf(resource, method, schema) };
  }
  const scheme = { type: 'apiKey', in: 'header', name: 'X-Key' };
  return {
    name: 'large.json',
    document: {
      openapi: '3.1.0',
      info: { title: 'Large API', version: '1.0.0' },
      servers: [{ url: 'https://api.large.test' }],
      security: [{ key: [] }],
      paths,
      components: { schemas, securitySchemes: { key: scheme } },
    },
  };
}

function schemaOf(name: string): Node {
  return {
    type: 'object',
    required: ['name'],
    properties: {
      id: { type: 'string', format: 'uuid', readOnly: true },
      name: { type: 'string', minLength: 1, maxLength: 50, description: `The name of ${name}.` },
      kind: { type: 'string', enum: ['one', 'two'] },
      made: { type: ['string', 'null'], format: 'date-time' },
      tags: { type: 'array', items: { type: 'string' } },
    },
  };
}

function operationOf(resource: string, method: string, schema: string): Node {
  const content = (name: string) => ({ 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } });
  const response = (name: string) => ({ description: 'A response.', content: content(name) });
  return {
    operationId: `${method}_${resource}`,
    tags: [resource],
    parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }],
    ...(['put', 'post', 'patch'].includes(method) && { requestBody: { required: true, content: content(schema) } }),
    responses: { 200: response(schema), 404: response('Problem') },
  };
}

/** A number in letters: operationIds must not have digits. */
function spell(count: number): string {
  return String(count).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '');
}

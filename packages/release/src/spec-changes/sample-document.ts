import type { Document } from '@plumbline/spec-tools/document/document';

/** A document that a test may change. */
// biome-ignore lint/suspicious/noExplicitAny: tests make documents that no type allows.
export type Loose = any;

const open = (...values: string[]) => ({ anyOf: [{ type: 'string', enum: values }, { type: 'string' }] });
const text = { type: 'string' };

/** A small document to compare: items that are listed, read and created. */
export function sampleDocument(change: (document: Loose) => void = () => {}): Document {
  const id = { name: 'id', in: 'path', required: true, schema: text };
  const json = (schema: object) => ({ content: { 'application/json': { schema, examples: { one: { value: {} } } } } });
  const document = {
    openapi: '3.1.1',
    info: { title: 'Items', version: '0.1.0' },
    servers: [{ url: 'https://api.example.com' }],
    paths: {
      '/items': {
        get: {
          operationId: 'items/list',
          summary: 'List items',
          parameters: [
            { name: 'state', in: 'query', schema: { type: 'string', enum: ['OPEN', 'DONE'] } },
            { $ref: '#/components/parameters/Page' },
          ],
          responses: {
            200: { description: 'Items', ...json({ type: 'array', items: { $ref: '#/components/schemas/Item' } }) },
          },
        },
        post: {
          operationId: 'items/create',
          requestBody: json({
            type: 'object',
            properties: { content: text, after: { $ref: '#/components/schemas/Item' } },
          }),
          responses: { 201: { description: 'Created' } },
        },
      },
      '/items/{id}': {
        get: {
          operationId: 'items/get',
          parameters: [id],
          responses: { 200: { description: 'An item', ...json({ $ref: '#/components/schemas/Item' }) } },
        },
      },
    },
    components: {
      parameters: { Page: { name: 'page', in: 'query', schema: { type: 'integer' } } },
      schemas: {
        Item: {
          type: 'object',
          required: ['id'],
          properties: {
            id: text,
            count: text,
            state: open('OPEN', 'DONE'),
            parent: { $ref: '#/components/schemas/Item' },
          },
        },
      },
    },
  };
  // Not structuredClone: objects that stand in two places would stay shared.
  const own = JSON.parse(JSON.stringify(document));
  change(own);
  return own;
}

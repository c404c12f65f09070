import type { Document } from '@plumbline/spec-tools/document/document';

/** A document with one place for each operator, and a schema that two operations share. */
export const smallDocument = {
  openapi: '3.1.1',
  jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
  info: { title: 'Vendor API', version: '0.1.0' },
  servers: [{ url: 'https://api.vendor.test' }],
  'x-rate-limits': [{ requests: 9, seconds: 60 }],
  paths: {
    '/users': {
      get: {
        operationId: 'users/list',
        security: [{ apiKey: [] }],
        parameters: [
          { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1 }, description: 'How many.' },
          { name: 'tags', in: 'query', explode: false, schema: { type: 'array', items: { type: 'string' } } },
        ],
        responses: {
          200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/User' } } } },
        },
      },
      post: {
        operationId: 'users/create',
        security: [
          { apiKey: [], apiSecret: [] },
          { apiKey: [], user: [] },
        ],
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/UserInput' } } },
        },
        responses: { 201: { $ref: '#/components/responses/User' }, 429: {} },
      },
    },
    '/users/{id}': {
      servers: [{ url: 'https://users.vendor.test' }],
      get: {
        operationId: 'users/get',
        security: [],
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', minLength: 1 } }],
        responses: { 200: { $ref: '#/components/responses/User' } },
      },
    },
  },
  components: {
    securitySchemes: {
      apiKey: { type: 'apiKey', in: 'header', name: 'X-KEY' },
      apiSecret: { type: 'apiKey', in: 'header', name: 'X-SECRET' },
      user: { type: 'http', scheme: 'bearer' },
    },
    responses: { User: { content: { 'application/json': { schema: { $ref: '#/components/schemas/User' } } } } },
    schemas: {
      UserInput: {
        type: 'object',
        required: ['email'],
        additionalProperties: false,
        properties: {
          email: { type: 'string', format: 'email', maxLength: 9 },
          kind: { const: 'person' },
          plan: { type: 'string', enum: ['free', 'pro'] },
        },
      },
      User: {
        type: 'object',
        properties: {
          code: { type: 'string', pattern: '^a$' },
          score: { type: ['number', 'null'], description: 'From 0 to 1.' },
          status: { anyOf: [{ type: 'string', enum: ['active'] }, { type: 'string' }] },
          invitedBy: { $ref: '#/components/schemas/User' },
        },
      },
    },
  },
} as unknown as Document;

import type { DocumentCase } from '../document-case.ts';

/** Operations of vendors' documents that the command once left out, since a call with their examples failed. */
export const wholeCommandCases: readonly DocumentCase[] = [
  {
    vendor: 'whole-command',
    document: `
openapi: 3.1.0
info: { title: Acme, version: '1' }
servers: [{ url: https://api.acme.test }]
paths:
  /items:
    get:
      operationId: items/file
      responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/File' } } } } }
  /items#folders:
    get:
      operationId: items/folder
      responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Folder' } } } } }
  /items/{item_id}:
    get:
      operationId: items/get
      parameters: [{ name: item_id, in: path, required: true, schema: { type: string, format: uuid } }]
      responses: { '204': { description: ok } }
  /items/{number}:
    get:
      operationId: items/byNumber
      parameters: [{ name: number, in: path, required: true, schema: { type: string } }]
      responses: { '204': { description: ok } }
  /<upload_url>:
    put: { operationId: files/upload, responses: { '204': { description: ok } } }
  /revoke:
    post:
      operationId: tokens/revoke
      requestBody: { content: { application/x-www-form-urlencoded: { schema: { $ref: '#/components/schemas/Revoke' } } } }
      responses: { '204': { description: ok } }
  /batches:
    get:
      operationId: batches/list
      parameters:
        - { name: after, in: query, schema: { type: string, format: uuid } }
        - { name: limit, in: query, schema: { type: integer } }
        - { name: radius, in: query, schema: { anyOf: [{ type: integer, minimum: 1 }, { type: string, enum: [all] }] } }
        - { name: has, in: query, schema: { oneOf: [{ type: string }, { type: array, items: { type: string, enum: [patch] } }] } }
      responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Batches' } } } } }
  /queries:
    post:
      operationId: queries/run
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Query' } } } }
      responses: { '204': { description: ok } }
components:
  schemas:
    File: { type: object, required: [type], properties: { type: { type: string, enum: [file] } } }
    Folder: { type: object, required: [type, name], properties: { type: { type: string, enum: [folder] }, name: { type: string } } }
    Revoke: { type: object, required: [grant_type], properties: { token: { type: string } } }
    Batches:
      type: object
      required: [data, has_more]
      properties:
        data: { type: array, items: { type: object, required: [id], properties: { id: { type: string, format: uuid } } } }
        next_cursor: { type: [string, 'null'], format: uuid }
        has_more: { type: boolean }
    Text: { type: object, additionalProperties: false, properties: { params: { type: string } } }
    Fields: { type: object, additionalProperties: false, properties: { query: { type: string } } }
    Query:
      allOf:
        - oneOf: [{ $ref: '#/components/schemas/Text' }, { $ref: '#/components/schemas/Fields' }]
        - { type: object, required: [indexName], additionalProperties: false, properties: { indexName: { type: string } } }
`,
    leftOpen: ['required properties that are not described'],
    exchanges: [
      {
        name: 'a client sends a required field of a form that the document does not describe',
        call: ({ tokens }) => tokens.revoke({ grant_type: 'all', token: 't' }),
        sends: { body: 'grant_type=all&token=t' },
      },
    ],
  },
];

import type { DocumentCase } from '../document-case.ts';
import { documentOf, sends } from '../parameter-document.ts';

/** Parts of Swagger 2.0 in an OpenAPI 3 document, and parts that OpenAPI 3 does not have. */
export const swaggerPartCases: readonly DocumentCase[] = [
  {
    vendor: 'swagger-parameters',
    document: documentOf(
      '/things/{id}',
      [
        `{ name: id, in: path, required: true, type: string }`,
        `{ name: kind, in: query, type: integer, enum: [1, 2], required: true }`,
        `{ name: tags, in: query, type: array, items: { type: string }, collectionFormat: csv }`,
        `{ name: page, in: Query, schema: { type: integer } }`,
        `{ name: thing, in: body, required: true, schema: { type: object, required: [name], properties: { name: { type: string } } } }`,
      ],
      'post',
    ),
    exchanges: [
      {
        ...sends('a client has the parameters of Swagger', {}, '/things/a?kind=1&tags=a,b&page=2'),
        call: (client) => client.things.get({ id: 'a', kind: 1, tags: ['a', 'b'], page: 2, name: 'x' }),
      },
      {
        name: 'a client sends a body that is a parameter',
        call: (client) => client.things.get({ id: 'a', kind: 1, name: 'x' }),
        sends: { method: 'POST', body: { name: 'x' }, headers: { 'content-type': 'application/json' } },
      },
    ],
    types: `export const input: api.ThingsGetParams = { id: 'a', kind: 1, tags: ['a'], name: 'x' };
// @ts-expect-error: the document lists the kinds
export const wrong: api.ThingsGetParams = { id: 'a', kind: 3, name: 'x' };`,
    leftOpen: ['parts of Swagger 2.0 in an OpenAPI 3 document'],
  },
  {
    vendor: 'swagger-bodies',
    document: `
openapi: 3.0.0
info: { title: Acme, version: '1' }
paths:
  /login:
    post:
      operationId: sessions/create
      parameters: [{ $ref: '#/components/parameters/User' }, { name: file, in: formData, type: file }]
      responses: { '200': { description: ok, schema: { $ref: '#/components/schemas/Session' } } }
components:
  parameters: { User: { name: user, in: formData, required: true, type: string } }
  schemas: { Session: { type: object, required: [token], properties: { token: { type: string } } } }
`,
    exchanges: [
      {
        name: 'a client sends the fields of a form that are parameters',
        call: (client) => client.sessions.create({ user: 'u', file: new Blob(['x']) }),
        sends: {
          parts: [
            { name: 'user', text: 'u' },
            { name: 'file', fileName: 'blob', type: 'application/octet-stream', text: 'x' },
          ],
        },
        responds: Response.json({ token: 't' }),
        resolves: { token: 't' },
      },
    ],
    types: `export const read = (session: api.SessionsCreateResponse): string => session.token;`,
    leftOpen: ['parts of Swagger 2.0 in an OpenAPI 3 document'],
  },
  {
    vendor: 'swagger-formats',
    document: `
swagger: '2.0'
info: { title: Acme, version: '1' }
host: api.acme.test
paths:
  /things/{ids}:
    get:
      operationId: things/get
      produces: [application/xml]
      parameters:
        - { name: ids, in: path, required: true, type: array, items: { type: integer }, collectionFormat: pipes }
        - { name: spaces, in: query, type: array, items: { type: string }, collectionFormat: ssv }
        - { name: pipes, in: query, type: array, items: { type: string }, collectionFormat: pipes }
        - { name: tabs, in: query, type: array, items: { type: string }, collectionFormat: tsv }
      responses: { 200: { description: ok, schema: { type: object, properties: { a: { type: string } } } } }
`,
    exchanges: [
      {
        name: 'a client sends lists by the formats that OpenAPI 3 has',
        call: (client) => client.things.get({ ids: [1, 2], spaces: ['a', 'b'], pipes: ['a', 'b'] }),
        responds: new Response('<a/>', { headers: { 'Content-Type': 'application/xml' } }),
        sends: { url: 'https://api.acme.test/things/1,2?spaces=a%20b&pipes=a|b' },
        resolves: '<a/>',
      },
    ],
    leftOpen: ['separated by pipes in `path`', 'separated by tabs in `query`', 'responses that clients read as text'],
  },
  {
    vendor: 'parameters-that-cannot-be',
    document: documentOf('/things', [
      `{ name: X Bad, in: header, schema: { type: string } }`,
      `{ name: X-Good, in: header, schema: { type: string } }`,
      `{ name: filter, in: query, content: { application/xml: { schema: { type: object, properties: { a: { type: string } } } } } }`,
      `{ name: none, in: query, required: true, schema: { type: string, minLength: 5, maxLength: 0 } }`,
    ]),
    exchanges: [
      sends(
        'a client has the parameters beside one that cannot be sent',
        { 'X-Good': 'a', filter: '<a/>', none: 'b' },
        '/things?filter=%3Ca%2F%3E&none=b',
        { 'x-good': 'a' },
      ),
    ],
    leftOpen: ['headers whose names cannot be sent'],
  },
];

import type { DocumentCase } from '../document-case.ts';
import { documentOf, sends } from '../parameter-document.ts';

/** Names that are keywords of JSON Schema, of OpenAPI, or members of every object. */
const names = [
  ...['$ref', '$id', '$schema', '$defs', '$anchor', 'properties', 'items', 'required', 'type', 'enum', 'const', 'not'],
  ...['allOf', 'anyOf', 'oneOf', 'default', 'example', 'examples', 'schema', 'description', 'nullable', 'format'],
  ...[
    'additionalProperties',
    'discriminator',
    'readOnly',
    'deprecated',
    'title',
    'content',
    'parameters',
    'x-evidence',
  ],
  ...['constructor', 'toString', 'toJSON', 'then', 'length', 'name'],
];
const all = (schema: string) => `{ ${names.map((name) => `'${name}': ${schema}`).join(', ')} }`;
const responds = (schema: string) =>
  `responses: { '200': { description: ok, content: { application/json: { schema: ${schema} } } } }`;
const sent = Object.fromEntries(names.map((name) => [name, 'v']));
const read = (end: string) => names.map((name) => `body['${name}']${end}`).join(', ');

export const keywordNameCases: readonly DocumentCase[] = [
  {
    vendor: 'keyword-names',
    document: `
openapi: 3.1.0
info: { title: Acme, version: '1' }
paths:
  /texts:
    post:
      operationId: texts/send
      requestBody: { required: true, content: { application/json: { schema: { type: object, properties: ${all('{ type: string }')} } } } }
      ${responds(`{ type: object, properties: ${all('{ type: object, properties: { x: { type: string } } }')} }`)}
  /lists:
    post:
      operationId: lists/send
      requestBody: { required: true, content: { application/x-www-form-urlencoded: { schema: { type: object, properties: ${all('{ type: string }')} } } } }
      ${responds(`{ type: object, properties: ${all('{ type: array, items: { type: integer } }')} }`)}
  /queries:
    get:
      operationId: queries/get
      parameters: [${names.map((name) => `{ name: '${name}', in: query, schema: { type: string } }`).join(', ')}]
      ${responds(`{ $ref: '#/components/schemas/All' }`)}
components:
  schemas:
    All: { type: object, required: [${names.map((name) => `'${name}'`).join(', ')}], properties: ${all(`{ $ref: '#/components/schemas/One' }`)} }
    One: { type: object, description: An object., properties: { s: { type: string }, valueOf: { type: string } } }
`,
    leftOpen: [
      'properties named as functions of every object',
      'optional properties of requests that every object has',
      'names are keywords of references',
    ],
    exchanges: [
      {
        name: 'a client sends fields that are named like keywords',
        call: (client) => client.texts.send(sent),
        sends: { body: sent },
      },
      {
        name: 'a client sends fields of a form that are named like keywords',
        call: (client) => client.lists.send(sent),
        sends: { body: new URLSearchParams(sent).toString() },
      },
      {
        name: 'a client sends parameters that are named like keywords',
        call: (client) => client.queries.get(sent),
        sends: { url: `https://api.acme.test/queries?${names.map((name) => `${name}=v`).join('&')}` },
      },
    ],
    types: `
export const objects = (body: api.TextsSendResponse): (string | undefined)[] => [${read('?.x')}];
export const lists = (body: api.ListsSendResponse): (number | undefined)[] => [${read('?.[0]')}];
export const references = (body: api.QueriesGetResponse): (string | undefined)[] => [${read('?.s')}];
`,
  },
  {
    vendor: 'inherited-names',
    document: documentOf('/things', [
      `{ name: toString, in: header, schema: { type: string } }`,
      `{ name: valueOf, in: cookie, schema: { type: string } }`,
      `{ name: constructor, in: query, explode: false, schema: { type: array, items: { type: string } } }`,
      `{ name: hasOwnProperty, in: query, style: deepObject, schema: { type: object, additionalProperties: { type: string } } }`,
    ]),
    exchanges: [
      sends(
        'a client sends parameters that are named as members of every object',
        { header_toString: 'a', cookie_valueOf: 'b', query_constructor: ['c', 'd'], query_hasOwnProperty: { e: 'f' } },
        '/things?constructor=c,d&hasOwnProperty[e]=f',
        { tostring: 'a', cookie: 'valueOf=b' },
      ),
    ],
    types: 'export const none: api.ThingsGetParams = {};',
  },
  {
    vendor: 'credentials-of-every-script',
    document: `
openapi: 3.1.0
info: { title: Acme, version: '1' }
paths:
  /a: { get: { operationId: a/get, security: [{ APIキー: [] }], ${responds('{ type: object }')} } }
  /b: { get: { operationId: b/get, security: [{ Schlüssel: [] }], ${responds('{ type: object }')} } }
components: { securitySchemes: { APIキー: { type: apiKey, in: header, name: X-Key }, Schlüssel: { type: http, scheme: bearer } } }
`,
    exchanges: [
      {
        name: 'a client names credentials by their kind if an environment variable cannot have their name',
        options: { apiKey: 'k', token: 't' },
        call: (client) => client.a.get(),
        sends: { headers: { 'x-key': 'k', authorization: undefined } },
      },
      {
        name: 'a client has a token beside a key of another script',
        options: { apiKey: 'k', token: 't' },
        call: (client) => client.b.get(),
        sends: { headers: { authorization: 'Bearer t' } },
      },
    ],
  },
];

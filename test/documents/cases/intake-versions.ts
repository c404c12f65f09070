import type { DocumentCase } from '../document-case.ts';

const ok = `responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { name: { type: string } } } } } } }`;
const head = `openapi: 3.1.0\ninfo: { title: Acme, version: '1' }\n`;

export const versionCases: readonly DocumentCase[] = [
  {
    vendor: 'intake-bom',
    document: `\uFEFF${head}paths: { /a: { get: { operationId: a/get, ${ok} } } }\n`,
    exchanges: [{ name: 'a client is made of a document with a byte order mark', call: (client) => client.a.get() }],
  },
  {
    vendor: 'intake-yaml',
    document: `${head}
x-common: &common { operationId: a/get, ${ok} }
paths:
  /a:
    get: { <<: *common, summary: one, summary: two }
  /b:
    get: { <<: *common, operationId: b/get, responses: { 200: { description: 2024-01-01, content: { application/json: { schema: { type: object, properties: { at: { type: string, example: 2024-01-01, const: 2024-01-01 }, big: { type: integer, maximum: 9223372036854775807 } } } } } } } }
`,
    exchanges: [{ name: 'a client is made of YAML with anchors and merge keys', call: (client) => client.b.get() }],
    leftForYou: ['The document has a key twice in one map (line '],
  },
  {
    vendor: 'intake-three-two',
    document: `
openapi: 3.2.0
$self: https://acme.test/openapi
info: { title: Acme, version: '1' }
tags: [{ name: a, parent: b, kind: nav }, { name: b }]
paths:
  /a:
    get: { operationId: a/get, tags: [a], ${ok} }
    query: { operationId: a/query, ${ok} }
    additionalOperations: { COPY: { operationId: a/copy, ${ok} } }
  /b: { get: { operationId: b/get, tags: [b], parameters: [{ name: all, in: querystring, content: { application/json: { schema: { type: object } } } }], ${ok} } }
  /c:
    get:
      operationId: c/get
      parameters:
        - { name: ids, in: cookie, style: cookie, schema: { type: array, items: { type: string } } }
        - { name: theme, in: cookie, style: cookie, schema: { type: string } }
      ${ok}
`,
    exchanges: [
      { name: 'a client is made of OpenAPI 3.2', call: (client) => client.a.get() },
      { name: 'a client has an operation with an optional querystring', call: (client) => client.b.get() },
      {
        name: 'a client sends cookies of the style of 3.2 as those of 3.1',
        call: (client) => client.c.get({ ids: ['a', 'b'], theme: 'dark blue' }),
        sends: { headers: { cookie: 'ids=a; ids=b; theme=dark%20blue' } },
      },
    ],
    leftOut: { 'QUERY /a': 'QUERY', 'COPY /a': 'COPY' },
    leftOpen: [
      'parameters in `querystring`: they are left out',
      'parameters of the style `cookie` in `cookie`, which OpenAPI 3.1 does not have: they are sent as `form`',
    ],
    leftForYou: ['OpenAPI 3.2'],
  },
  {
    vendor: 'intake-webhooks',
    document: `${head}
paths:
  /subscriptions:
    post:
      operationId: subscriptions/create
      requestBody: { content: { application/json: { schema: { type: object, properties: { url: { type: string } } } } } }
      ${ok}
      callbacks: { onData: { '{$request.body#/url}': { post: { requestBody: { content: { application/json: { schema: { type: object, required: [at], properties: { at: { type: string } } } } } }, responses: { '200': { description: ok } } } } } }
webhooks:
  newPet: { post: { requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }, responses: { '200': { description: ok } } } }
components: { schemas: { Pet: { type: object, required: [name], properties: { name: { type: string } } } } }
`,
    types: `
export const pet = (body: api.NewPetWebhook): string | undefined => body.name;
export const data = (body: api.OnDataWebhook): string | undefined => body.at;`,
    leftForYou: ['`NewPetWebhook`'],
  },
  {
    vendor: 'intake-swagger',
    document: `
swagger: '2.0'
info: { title: Acme, version: '1' }
host: api.acme.test
basePath: /v1
schemes: [http, https]
consumes: [application/json]
produces: [application/json]
paths:
  /pets:
    parameters: [{ $ref: '#/parameters/Limit' }]
    get:
      operationId: listPets
      tags: [pets]
      parameters: [{ name: ids, in: query, type: array, items: { type: integer }, collectionFormat: csv }, { name: tags, in: query, type: array, items: { type: string }, collectionFormat: multi }]
      responses: { 200: { $ref: '#/responses/Pets' }, default: { description: failed, schema: { $ref: '#/definitions/Fault' } } }
    post:
      operationId: createPet
      tags: [pets]
      parameters: [{ name: pet, in: body, required: true, schema: { $ref: '#/definitions/Pet' } }]
      responses: { 201: { description: made, schema: { $ref: '#/definitions/Pet' } } }
  /login:
    post:
      operationId: login
      tags: [sessions]
      consumes: [application/x-www-form-urlencoded]
      parameters: [{ name: user, in: formData, type: string, required: true }, { name: age, in: formData, type: integer }]
      responses: { 200: { description: ok, schema: { type: object, properties: { token: { type: string } } } } }
parameters: { Limit: { name: limit, in: query, type: integer, minimum: 1 } }
responses: { Pets: { description: pets, schema: { type: array, items: { $ref: '#/definitions/Pet' } } } }
definitions:
  Pet: { type: object, required: [name], properties: { name: { type: string }, nick: { type: string, x-nullable: true }, gone: { $ref: '#/definitions/Gone' } } }
  Fault: { type: object, properties: { message: { type: string } } }
`,
    exchanges: [
      {
        name: 'a client of a Swagger document sends lists by their formats',
        call: (client) => client.pets.list({ limit: 5, ids: [1, 2], tags: ['a', 'b'] }),
        responds: Response.json([]),
        sends: { url: 'https://api.acme.test/v1/pets?limit=5&ids=1,2&tags=a&tags=b' },
      },
      {
        name: 'a client of a Swagger document sends a form',
        call: (client) => client.sessions.login({ user: 'a b', age: 3 }),
        sends: { method: 'POST', url: 'https://api.acme.test/v1/login', body: 'user=a+b&age=3' },
      },
      {
        name: 'a client of a Swagger document sends JSON',
        call: (client) => client.pets.create({ name: 'Rex' }),
        sends: { method: 'POST', body: { name: 'Rex' } },
      },
    ],
    types: `
export const nick = (pet: api.PetsCreateResponse): string | null | undefined => pet.nick;
export const gone = (pet: api.PetsCreateResponse): unknown => pet.gone;`,
    leftOpen: ['`#/components/schemas/Gone` does not exist: it accepts anything'],
  },
  {
    vendor: 'intake-swagger-separators',
    document: `
swagger: '2.0'
info: { title: Acme, version: '1' }
host: api.acme.test
produces: [application/json]
paths:
  /pets/{ids}:
    parameters: [{ name: ids, in: path, required: true, type: array, items: { type: string }, collectionFormat: pipes }]
    get:
      operationId: pets/get
      parameters:
        - { name: tags, in: query, type: array, items: { type: string }, collectionFormat: tsv }
        - { name: names, in: query, type: array, items: { type: string }, collectionFormat: ssv }
      responses: { 200: { description: ok, schema: { type: object } } }
`,
    exchanges: [
      {
        name: 'a client of a Swagger document sends lists that OpenAPI cannot separate as it does others',
        call: (client) => client.pets.get({ ids: ['a', 'b'], tags: ['c', 'd'], names: ['e', 'f'] }),
        sends: { url: 'https://api.acme.test/pets/a,b?tags=c&tags=d&names=e%20f' },
      },
    ],
    leftOpen: [
      'lists separated by pipes in `path`: OpenAPI 3 has no such style, they are sent separated by commas',
      'lists separated by tabs in `query`: OpenAPI 3 has no such style, they are sent as repeated parameters',
    ],
  },
];

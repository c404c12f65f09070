import type { DocumentCase } from '../document-case.ts';

const ok = `responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { name: { type: string } } } } } } }`;
const head = `openapi: 3.1.0\ninfo: { title: Acme, version: '1' }\n`;

export const holeCases: readonly DocumentCase[] = [
  {
    vendor: 'intake-dangling-schema',
    document: `${head}
paths:
  /a: { get: { operationId: a/get, responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } } } } }
components:
  schemas:
    A: { type: object, properties: { name: { type: string }, gone: { $ref: '#/components/schemas/Gone' }, far: { $ref: 'https://schemas.acme.test/far.json' } } }
`,
    exchanges: [
      { name: 'a client calls an operation with a schema that is missing', call: (client) => client.a.get() },
    ],
    types: 'export const read = (a: api.AGetResponse): [string | undefined, unknown] => [a.name, a.gone];',
    leftOpen: [
      '`#/components/schemas/Gone` does not exist: it accepts anything',
      '`https://schemas.acme.test/far.json` is in another document that was not read: it accepts anything',
    ],
  },
  {
    vendor: 'intake-dangling-parts',
    document: `${head}
paths:
  /a: { get: { operationId: a/get, ${ok} } }
  /b: { get: { operationId: b/get, parameters: [{ $ref: '#/components/parameters/Gone' }], ${ok} } }
  /c: { post: { operationId: c/create, requestBody: { $ref: '#/components/requestBodies/Gone' }, ${ok} } }
  /d: { get: { operationId: d/get, responses: { '200': { $ref: '#/components/responses/Gone' } } } }
  /e: { get: { operationId: e/get, responses: { '200': { description: ok, headers: { X-A: { $ref: '#/components/headers/Gone' } } }, '404': { $ref: '#/components/responses/Gone' } } } }
  /f: { $ref: '#/components/pathItems/Gone' }
  /g: { parameters: [{ $ref: '#/components/parameters/Round' }], get: { operationId: g/get, ${ok} } }
components:
  parameters: { Round: { $ref: '#/components/parameters/Again' }, Again: { $ref: '#/components/parameters/Round' } }
`,
    exchanges: [
      { name: 'a client calls an operation beside broken ones', call: (client) => client.a.get() },
      { name: 'a client calls an operation with a missing error response', call: (client) => client.e.get() },
    ],
    leftOut: {
      'GET /b': '`#/components/parameters/Gone`, which does not exist',
      'POST /c': '`#/components/requestBodies/Gone`, which does not exist',
      'GET /d': '`#/components/responses/Gone`, which does not exist',
      'ANY /f': '`#/components/pathItems/Gone`, which does not exist',
      'GET /g': '`#/components/parameters/Round`, which refers to itself',
    },
    leftOpen: [
      '`#/components/headers/Gone` does not exist: it is left out',
      '`#/components/responses/Gone` does not exist: it is left out',
    ],
  },
  {
    vendor: 'intake-odd-places',
    document: `
openapi: 3.0
paths:
  /a:
    get: { operationId: a/get, parameters: {}, tags: a, security: {}, responses: { 200: { description: ok, content: { application/json: { schema: { type: object, properties: { name: { type: string, required: true }, other: null, list: [] } } } } } } }
    post:
    put: { operationId: a/put, parameters: [null, { name: q, in: query, schema: { type: string } }], ${ok} }
  /b:
  /c: { get: { operationId: c/get, responses: { 200: null, 204: { description: gone } } } }
components:
`,
    exchanges: [
      { name: 'a client is made of a document with empty parts', call: (client) => client.a.get() },
      {
        name: 'a client has the parameters beside an empty one',
        call: (client) => client.a.put({ q: 'x' }),
        sends: { url: 'https://api.acme.test/a?q=x' },
      },
      {
        name: 'a client has an operation beside an empty response',
        call: (client) => client.c.get(),
        responds: new Response(null, { status: 204 }),
      },
    ],
    types: 'export const read = (a: api.AGetResponse): string | undefined => a.name;',
    leftOut: { 'POST /a': 'It is empty' },
    leftOpen: [
      '`required` that is not a list of names: it is ignored',
      'schemas that are not objects: they accept anything',
      'parameters that are not objects: they are left out',
    ],
  },
  {
    vendor: 'intake-no-responses',
    document: `${head}
paths: { /a: { get: { operationId: a/get } } }
`,
    exchanges: [
      {
        name: 'a client has an operation without responses',
        call: (client) => client.a.get(),
        responds: Response.json({ a: 1 }),
        resolves: { a: 1 },
      },
    ],
    leftOpen: ['operations without responses: any JSON is accepted'],
  },
  {
    vendor: 'intake-paths',
    document: `${head}
paths:
  /teams/: { get: { operationId: listTeams, tags: [teams], ${ok} } }
  /m/{id}/void: { post: { operationId: voidM, tags: [m], parameters: [{ name: id, in: path, required: true, schema: { type: string } }], ${ok} } }
  /m/in/{x}: { get: { operationId: getIn, tags: [m], parameters: [{ name: x, in: path, required: true, schema: { type: string } }], ${ok} } }
  /b/{id}: { get: { operationId: getB, tags: [b], parameters: [{ name: id, in: path, required: true, schema: { type: string } }], ${ok} } }
  /b/{code}: { delete: { operationId: deleteB, tags: [b], description: 'use <script>alert(1)</script>', parameters: [{ name: code, in: path, required: true, schema: { type: string } }], ${ok} } }
`,
    exchanges: [
      {
        name: 'a client keeps the slash at the end of a path',
        call: (client) => client.teams.list(),
        sends: { method: 'GET', url: 'https://api.acme.test/teams/' },
      },
      {
        name: 'a client calls one of two similar paths',
        call: (client) => client.b.delete({ code: 'x' }),
        sends: { method: 'DELETE', url: 'https://api.acme.test/b/x' },
      },
    ],
  },
  {
    vendor: 'intake-equal-ids',
    document: `${head}
paths:
  /a: { get: { operationId: getThing, ${ok} } }
  /b: { get: { operationId: getThing, ${ok} } }
`,
    exchanges: [
      {
        name: 'a client has the first of two operations with one name',
        call: (client) => client.a.getThing(),
        sends: { url: 'https://api.acme.test/a' },
      },
      {
        name: 'a client has the second of two operations with one name',
        call: (client) => client.b.get(),
        sends: { url: 'https://api.acme.test/b' },
      },
    ],
  },
  {
    vendor: 'intake-names',
    document: `${head}
tags: [{ name: toString }, null, { name: constructor }]
paths:
  /a: { get: { operationId: getA, tags: [toString], ${ok} } }
  /b: { get: { operationId: __proto__, tags: [constructor], ${ok} } }
  /c: { get: { operationId: valueOf, tags: [{ name: hasOwnProperty }], ${ok} } }
`,
    exchanges: [
      {
        name: 'a client has a tag that is named as a member of every object',
        call: (client) => client.toStringResource.getA(),
        sends: { url: 'https://api.acme.test/a' },
      },
    ],
  },
];

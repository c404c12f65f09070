import type { DocumentCase } from '../document-case.ts';

const head = `
openapi: 3.1.0
info: { title: Acme, version: '1' }
`;
const ok = `responses: { '200': { description: ok, content: { application/json: { schema: { type: object } } } } }`;

export const mixedCases: readonly DocumentCase[] = [
  {
    vendor: 'get-with-body',
    document: `${head}
paths:
  /search:
    get:
      operationId: things/search
      requestBody: { required: true, content: { application/json: { schema: { type: object } } } }
      ${ok}
  /optional:
    get:
      operationId: things/optional
      parameters: [{ name: q, in: query, schema: { type: string } }]
      requestBody: { content: { application/json: { schema: { type: object, properties: { a: { type: string } } } } } }
      ${ok}
  /gone:
    delete:
      operationId: things/delete
      requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { ids: { type: array, items: { type: string } } } } } } }
      ${ok}
`,
    exchanges: [
      {
        name: 'a client sends a GET without its optional body',
        call: ({ things }) => things.optional({ q: 'x' }),
        sends: { method: 'GET', url: 'https://api.acme.test/optional?q=x' },
      },
      {
        name: 'a client sends a DELETE with a body',
        call: ({ things }) => things.delete({ ids: ['a'] }),
        sends: { method: 'DELETE', body: { ids: ['a'] } },
      },
    ],
    leftOut: { 'GET /search': 'fetch cannot send a body with GET' },
    leftOpen: ['request bodies of GET'],
  },
  {
    vendor: 'many-media-types',
    document: `${head}
paths:
  /json:
    post:
      operationId: things/json
      requestBody: { content: { application/xml: {}, application/x-www-form-urlencoded: {}, application/json: { schema: { type: object, properties: { a: { type: string } } } } } }
      ${ok}
  /form:
    post:
      operationId: things/form
      requestBody: { content: { text/plain: {}, multipart/form-data: { schema: { type: object, properties: { a: { type: string } } } }, application/x-www-form-urlencoded: { schema: { type: object, properties: { a: { type: string } } } } } }
      ${ok}
  /files:
    post:
      operationId: things/files
      requestBody:
        content:
          application/json: { schema: { type: object, properties: { a: { type: string, format: binary } } } }
          application/x-www-form-urlencoded: { schema: { type: object, properties: { a: { type: string } } } }
          multipart/form-data: { schema: { type: object, properties: { a: { type: string, format: binary } } } }
      ${ok}
`,
    exchanges: [
      {
        name: 'a client sends JSON where a document has several media types',
        call: ({ things }) => things.json({ a: 'b' }),
        sends: { body: { a: 'b' } },
      },
      {
        name: 'a client sends a form where a document has no JSON',
        call: ({ things }) => things.form({ a: 'b' }),
        sends: { body: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      },
      {
        name: 'a client sends multipart where JSON cannot carry a file',
        call: ({ things }) => things.files({ a: new Blob(['b']) }),
        sends: { parts: [{ name: 'a', fileName: 'blob', type: 'application/octet-stream', text: 'b' }] },
      },
    ],
    leftOpen: ['request bodies of several media types'],
  },
  {
    vendor: 'kinds-of-patches',
    document: `
openapi: 3.1.0
info: { title: Acme, version: '1' }
paths:
  /pods:
    patch:
      operationId: pods/patch
      requestBody:
        required: true
        content:
          application/json-patch+json: { schema: { type: object } }
          application/merge-patch+json: { schema: { type: object } }
      responses: { '200': { description: ok, content: { application/json: { schema: { type: object } } } } }
`,
    leftOpen: ['request bodies of several media types'],
    exchanges: [
      {
        name: 'a client sends a merge patch rather than a list of operations',
        call: ({ pods }) => pods.patch({ body: { spec: {} } }),
        sends: { body: { spec: {} }, headers: { 'content-type': 'application/merge-patch+json' } },
      },
    ],
  },
];

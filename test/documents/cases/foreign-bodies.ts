import type { DocumentCase } from '../document-case.ts';
import { ok } from '../parameter-document.ts';
import { typesCase } from './types-case.ts';

/** A document with one operation, `POST /things`, called `things.send`. */
function sending(content: string, rest = '', version = '3.1.0'): string {
  return `
openapi: ${version}
info: { title: Acme, version: '1' }
paths:
  /things: { post: { operationId: things/send, requestBody: { required: true, content: { ${content} } }, ${ok} } }
${rest}`;
}
const file = '{ type: string, format: binary }';
const union = (one: string, other: string) => `{ schema: { oneOf: [${one}, ${other}] } }`;

export const foreignBodyCases: readonly DocumentCase[] = [
  {
    vendor: 'multipart-unions',
    document: sending(
      `multipart/form-data: ${union(
        '{ type: object, required: [model, url], properties: { model: { type: string }, url: { type: string } } }',
        `{ type: object, required: [model, file], properties: { model: { type: string }, file: ${file}, url: { type: integer } } }`,
      )}`,
    ),
    exchanges: [
      {
        name: 'a client sends a file of one variant of a multipart body',
        call: ({ things }) => things.send({ model: 'm', file: new Blob(['x']) }),
        sends: {
          parts: [
            { name: 'model', text: 'm' },
            { name: 'file', fileName: 'blob', type: 'application/octet-stream', text: 'x' },
          ],
        },
      },
    ],
    types: `export const inputs: api.ThingsSendParams[] = [{ model: '', url: 'a' }, { model: '', url: 1, file: new Blob([]) }];
// @ts-expect-error: both variants require the model
export const wrong: api.ThingsSendParams = { url: 'a' };`,
    leftOpen: ['unions of forms and multipart bodies'],
  },
  {
    vendor: 'form-unions',
    document: sending(
      `application/x-www-form-urlencoded: { schema: { allOf: [{ type: object, required: [a], properties: { a: { type: string } } }, { oneOf: [{ type: object, properties: { x: { type: string } } }, { type: object, properties: { y: { type: array, items: { type: integer } } } }] }] } }`,
    ),
    exchanges: [
      {
        name: 'a client sends a list of one variant of a form',
        call: ({ things }) => things.send({ a: '1', y: [1, 2] }),
        sends: { body: 'a=1&y=1&y=2' },
      },
    ],
    leftOpen: ['unions of forms and multipart bodies'],
  },
  {
    vendor: 'multipart-lists-of-lists',
    document: sending(
      `multipart/form-data: { schema: { type: object, properties: { matrix: { type: array, items: { type: array, items: { type: integer } } } } } }`,
    ),
    exchanges: [
      {
        name: 'a client sends each list of a list as a part of JSON',
        call: ({ things }) => things.send({ matrix: [[1, 2], []] }),
        sends: {
          parts: [
            { name: 'matrix', type: 'application/json', text: '[1,2]' },
            { name: 'matrix', type: 'application/json', text: '[]' },
          ],
        },
      },
    ],
  },
  {
    vendor: 'bodies-that-callers-write',
    document: sending(
      `multipart/related: { schema: { type: object, properties: { meta: { type: object }, file: ${file} } } }`,
    ),
    exchanges: [
      {
        name: 'a client sends a multipart body that the caller writes, with its boundary',
        call: ({ things }) =>
          things.send({ body: '--b--' }, { headers: { 'Content-Type': 'multipart/related; boundary=b' } }),
        sends: { body: '--b--', headers: { 'content-type': 'multipart/related; boundary=b' } },
      },
    ],
    leftOpen: ['request bodies that callers write as text or bytes'],
  },
  {
    vendor: 'bodies-without-fields',
    document: sending(
      `multipart/form-data: { schema: ${file} }`,
      `  /forms: { post: { operationId: forms/send, requestBody: { required: true, content: { application/x-www-form-urlencoded: {} } }, ${ok} } }
  /lists: { post: { operationId: lists/send, requestBody: { required: true, content: { multipart/form-data: { schema: { type: array, items: ${file} } } } }, ${ok} } }
  /never: { post: { operationId: never/send, requestBody: { content: { application/json: { schema: false } } }, ${ok} } }
`,
    ),
    exchanges: [
      {
        name: 'a client sends a file of a multipart body whose schema is the file',
        call: ({ things }) => things.send({ body: { file: new Blob(['x']) } }),
        sends: { parts: [{ name: 'file', fileName: 'blob', type: 'application/octet-stream', text: 'x' }] },
      },
      {
        name: 'a client sends the files of a multipart body whose schema is a list',
        call: ({ lists }) => lists.send({ body: { 'files[]': [new Blob(['x'])] } }),
        sends: { parts: [{ name: 'files[]', fileName: 'blob', type: 'application/octet-stream', text: 'x' }] },
      },
      {
        name: 'a client sends a form without a schema',
        call: ({ forms }) => forms.send({ body: { a: 'b' } }),
        sends: { body: 'a=b' },
      },
    ],
    leftOpen: ['forms and multipart bodies without fields', 'bodies that the document says cannot be'],
  },
  {
    vendor: 'media-types-by-reference',
    document: sending(
      'application/json: { $ref: "#/components/mediaTypes/Thing" }',
      `components: { mediaTypes: { Thing: { schema: { type: object, required: [name], properties: { name: { type: string } } } } } }\n`,
      '3.2.0',
    ),
    exchanges: [
      {
        name: 'a client sends a body whose media type is a reference',
        call: ({ things }) => things.send({ name: 'x' }),
        sends: { body: { name: 'x' } },
      },
    ],
    types: `export const input: api.ThingsSendParams = { name: 'x' };`,
  },
  typesCase(
    'limits-that-contradict',
    `
    In:
      type: object
      required: [text, count, list]
      properties:
        text: { type: string, minLength: 5, maxLength: 2 }
        count: { type: integer, minimum: 10, maximum: 1 }
        list: { type: array, minItems: 3, maxItems: 1, items: { type: string } }
`,
    `export const sent: api.In = { text: '', count: 5, list: [] };`,
  ),
  {
    vendor: 'errors-that-are-lists',
    document: `
openapi: 3.1.0
info: { title: Acme, version: '1' }
paths:
  /a:
    get:
      operationId: a/get
      responses:
        '204': { description: ok }
        4XX: { description: bad, content: { application/json: { schema: { type: array, items: { type: object, properties: { message: { type: string }, errorCode: { type: string } } } } } } }
`,
    exchanges: [
      {
        name: 'an error of a client has the sentence of the first of a list',
        call: (client) => client.a.get(),
        responds: Response.json([{ message: 'No such field', errorCode: 'INVALID_FIELD' }], { status: 400 }),
        throws: 'GET /a: 400 No such field',
      },
    ],
  },
  {
    vendor: 'streams-beside-another-status',
    document: `
openapi: 3.1.0
info: { title: Acme, version: '1' }
paths:
  /chats:
    post:
      operationId: chats/create
      requestBody: { required: true, content: { application/json: { schema: { type: object, required: [stream], properties: { stream: { type: boolean } } } } } }
      responses:
        '200': { description: ok, content: { text/event-stream: { schema: { $ref: '#/components/schemas/Chat' } } } }
        '201': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Chat' } } } }
components: { schemas: { Chat: { type: object, required: [n], properties: { n: { type: integer } } } } }
`,
    exchanges: [
      {
        name: 'a client reads JSON of another status than that of a stream',
        call: ({ chats }) => chats.create({ stream: false }),
        responds: Response.json({ n: 1 }, { status: 201 }),
        resolves: { n: 1 },
      },
    ],
  },
];

import type { DocumentCase } from '../document-case.ts';

const head = `
openapi: 3.1.0
info: { title: Acme, version: '1' }
`;
const ok = `responses: { '200': { description: ok, content: { application/json: { schema: { type: object } } } } }`;
/** A document with one operation, `POST /things`, called `things.send`. */
function sending(content: string, method = 'post', more = ''): string {
  return `${head}
paths:
  /things:
    ${method}:
      operationId: things/send
      ${more}
      requestBody: { required: true, content: { ${content} } }
      ${ok}
`;
}
const bytes = '{ schema: { type: string, format: binary } }';

export const wholeCases: readonly DocumentCase[] = [
  {
    vendor: 'octet-stream',
    document: sending(`application/octet-stream: ${bytes}`),
    exchanges: [
      {
        name: 'a client sends a Uint8Array as octet-stream',
        call: ({ things }) => things.send({ body: new TextEncoder().encode('a\u00e9') }),
        sends: { method: 'POST', body: 'a\u00e9', headers: { 'content-type': 'application/octet-stream' } },
      },
      {
        name: 'a client sends a stream as octet-stream',
        call: ({ things }) => things.send({ body: new Blob(['streamed']).stream() }),
        sends: { body: 'streamed', headers: { 'content-type': 'application/octet-stream' } },
      },
      {
        name: 'a client sends bytes under the media type of the header that a call sets',
        call: ({ things }) => things.send({ body: new Blob(['x']) }, { headers: { 'Content-Type': 'image/webp' } }),
        sends: { body: 'x', headers: { 'content-type': 'image/webp' } },
      },
      {
        name: 'a client refuses an object as bytes',
        call: ({ things }) => things.send({ body: { a: 1 } }),
        throws: '/things: `body` must be text or bytes.',
      },
    ],
    types: `
export const inputs: api.ThingsSendParams[] = [
  { body: new Blob([]) }, { body: new File([], 'a') }, { body: new Uint8Array(1) }, { body: new ArrayBuffer(1) }, { body: new Blob([]).stream() },
];
// @ts-expect-error A path is not a file.
export const path: api.ThingsSendParams = { body: './photo.png' };
`,
  },
  {
    vendor: 'pdf-31',
    document: sending('application/pdf: {}'),
    exchanges: [
      {
        name: 'a client sends a PDF, whose media type has no schema',
        call: ({ things }) => things.send({ body: new Blob(['%PDF']) }),
        sends: { body: '%PDF', headers: { 'content-type': 'application/pdf' } },
      },
    ],
    types: `export const input: api.ThingsSendParams = { body: new Blob([]) };`,
  },
  {
    vendor: 'image-range',
    document: sending('image/*: { schema: { contentMediaType: image/png } }'),
    exchanges: [
      {
        name: 'a client sends an image under the media type of its Blob',
        call: ({ things }) => things.send({ body: new Blob(['x'], { type: 'image/png' }) }),
        sends: { body: 'x', headers: { 'content-type': 'image/png' } },
      },
      {
        name: 'a client sends an image without a media type as octet-stream',
        call: ({ things }) => things.send({ body: new Uint8Array([120]) }),
        sends: { body: 'x', headers: { 'content-type': 'application/octet-stream' } },
      },
      {
        name: 'a client sends an image under the media type of the header that a call sets',
        call: ({ things }) =>
          things.send({ body: new Uint8Array([120]) }, { headers: { 'content-type': 'image/gif' } }),
        sends: { body: 'x', headers: { 'content-type': 'image/gif' } },
      },
    ],
  },
  {
    vendor: 'any-bytes',
    document: sending(`'*/*': ${bytes}`),
    exchanges: [
      {
        name: 'a client sends bytes of any media type, and no JSON',
        call: ({ things }) => things.send({ body: new Blob(['{}'], { type: 'text/css' }) }),
        sends: { body: '{}', headers: { 'content-type': 'text/css' } },
      },
    ],
    types: `export const input: api.ThingsSendParams = { body: new Blob([]) };`,
  },
  {
    vendor: 'any-json-range',
    document: sending(`'*/*': { schema: { type: object, properties: { a: { type: integer } } } }`),
    exchanges: [
      {
        name: 'a client sends an object of any media type as JSON',
        call: ({ things }) => things.send({ a: 1 }),
        sends: { body: { a: 1 }, headers: { 'content-type': 'application/json' } },
      },
    ],
  },
  {
    vendor: 'plain-text',
    document: sending('text/plain: { schema: { type: string } }'),
    exchanges: [
      {
        name: 'a client sends text',
        call: ({ things }) => things.send({ body: 'h\u00e9llo "x"' }),
        sends: { body: 'h\u00e9llo "x"', headers: { 'content-type': 'text/plain' } },
      },
    ],
    types: `export const input: api.ThingsSendParams = { body: 'text' };`,
  },
  {
    vendor: 'xml-text',
    document: sending('application/xml: { schema: { type: object, properties: { a: { type: string } } } }'),
    exchanges: [
      {
        name: 'a client sends XML as text',
        call: ({ things }) => things.send({ body: '<a/>' }),
        sends: { body: '<a/>', headers: { 'content-type': 'application/xml' } },
      },
    ],
    leftOpen: ['request bodies that callers write as text or bytes'],
    types: `export const input: api.ThingsSendParams = { body: '<a/>' };`,
  },
  {
    vendor: 'two-kinds-of-images',
    document: sending(`image/jpeg: {}, image/png: ${bytes}`, 'put'),
    exchanges: [
      {
        name: 'a client sends an image of several kinds under the type of its Blob',
        call: ({ things }) => things.send({ body: new Blob(['x'], { type: 'image/png' }) }),
        sends: { body: 'x', headers: { 'content-type': 'image/png' } },
      },
      {
        name: 'a client sends other bytes under the media type of the header that a call sets',
        call: ({ things }) =>
          things.send({ body: new Uint8Array([65]) }, { headers: { 'Content-Type': 'image/jpeg' } }),
        sends: { body: 'A', headers: { 'content-type': 'image/jpeg' } },
      },
    ],
    types: `export const input: api.ThingsSendParams = { body: new Blob([]) };`,
  },
  {
    vendor: 'text-of-some-values',
    document: sending('text/plain: { schema: { type: string, enum: [on, "off"] } }', 'put'),
    exchanges: [
      {
        name: 'a client sends one of several texts',
        call: ({ things }) => things.send({ body: 'off' }),
        sends: { body: 'off', headers: { 'content-type': 'text/plain' } },
      },
    ],
    types: `
export const input: api.ThingsSendParams = { body: 'off' };
// @ts-expect-error The document lists the texts.
export const wrong: api.ThingsSendParams = { body: 'maybe' };
`,
  },
];

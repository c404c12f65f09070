import type { DocumentCase } from '../document-case.ts';

/** A document with one operation, `POST /files`, called `files.upload`. */
function uploading(schema: string, encoding = '', version = '3.1.0'): string {
  return `
openapi: ${version}
info: { title: Acme, version: '1' }
paths:
  /files:
    post:
      operationId: files/upload
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema: ${schema}
            ${encoding && `encoding: { ${encoding} }`}
      responses: { '200': { description: ok, content: { application/json: { schema: { type: object } } } } }
components:
  schemas:
    Upload: { type: object, required: [file], properties: { file: { type: string, format: binary }, purpose: { type: string } } }
`;
}

export const encodingCases: readonly DocumentCase[] = [
  {
    vendor: 'multipart-json',
    document: uploading(
      `{ type: object, properties: { meta: { type: object, properties: { a: { type: integer } } }, list: { type: array, items: { type: object } }, file: { contentMediaType: image/png } } }`,
    ),
    exchanges: [
      {
        name: 'a client sends the objects of a multipart body as JSON without a file name',
        call: ({ files }) =>
          files.upload({ meta: { a: 1 }, list: [{ b: 2 }, { c: 3 }], file: new Blob(['x'], { type: 'image/png' }) }),
        sends: {
          parts: [
            { name: 'meta', type: 'application/json', text: '{"a":1}' },
            { name: 'list', type: 'application/json', text: '{"b":2}' },
            { name: 'list', type: 'application/json', text: '{"c":3}' },
            { name: 'file', fileName: 'blob', type: 'image/png', text: 'x' },
          ],
        },
      },
    ],
    types: `export const input: api.FilesUploadParams = { meta: { a: 1 }, file: new Blob([]) };`,
  },
  {
    vendor: 'multipart-encoding',
    document: uploading(
      `{ type: object, properties: { image: {}, note: { type: string }, rows: { type: array, items: { type: object } }, doc: { type: string, format: binary }, address: { type: object, properties: { city: { type: string } } }, expand: { type: array, items: { type: string } } }, additionalProperties: false }`,
      `image: { contentType: 'image/png, image/jpeg', headers: { X-A: { schema: { type: string } } } }, note: { contentType: text/markdown }, rows: { contentType: application/json }, doc: { contentType: application/pdf }, address: { style: deepObject, explode: true }, expand: { style: deepObject, explode: true }`,
    ),
    exchanges: [
      {
        name: 'a client sends the parts of a multipart body by their encoding',
        call: ({ files }) =>
          files.upload({
            image: new Uint8Array([120]),
            note: '# a',
            rows: [{ a: 1 }],
            doc: new Blob(['d']),
            address: { city: 'Z' },
          }),
        sends: {
          parts: [
            { name: 'image', fileName: 'blob', type: 'image/png', text: 'x' },
            { name: 'note', type: 'text/markdown', text: '# a' },
            { name: 'rows', type: 'application/json', text: '[{"a":1}]' },
            { name: 'doc', fileName: 'blob', type: 'application/pdf', text: 'd' },
            { name: 'address[city]', text: 'Z' },
          ],
        },
      },
    ],
    leftOpen: ['headers of parts of multipart bodies'],
    types: `export const input: api.FilesUploadParams = { image: new Uint8Array(1), note: '', rows: [{}], doc: new Blob([]) };`,
  },
  {
    vendor: 'multipart-texts',
    document: uploading(
      `{ type: object, required: [history], properties: { history: { type: object, properties: { a: { type: string } } }, icon: { contentMediaType: image/png }, note: { type: [string, 'null'] }, kind: { anyOf: [{ type: string, enum: [a, b] }, { type: 'null' }] } } }`,
      'history: { contentType: application/xml; charset=utf-8 }',
    ),
    exchanges: [
      {
        name: 'a client sends a part of XML as its text, and a file by the media type of its schema',
        call: ({ files }) => files.upload({ history: '<a/>', icon: new Uint8Array([65]), note: 'n', kind: 'a' }),
        sends: {
          parts: [
            { name: 'history', type: 'application/xml; charset=utf-8', text: '<a/>' },
            { name: 'icon', fileName: 'blob', type: 'image/png', text: 'A' },
            { name: 'note', text: 'n' },
            { name: 'kind', text: 'a' },
          ],
        },
      },
    ],
    types: `
export const input: api.FilesUploadParams = { history: '<a/>', icon: new Blob([]), note: 'n', kind: 'b' };
// @ts-expect-error An object cannot be written as XML.
export const object: api.FilesUploadParams = { history: { a: 'b' } };
// @ts-expect-error A part cannot be null.
export const none: api.FilesUploadParams = { history: '', note: null };
// @ts-expect-error A part cannot be null.
export const kind: api.FilesUploadParams = { history: '', kind: null };
`,
  },
  {
    vendor: 'multipart-files-of-any-name',
    document: uploading('{ type: object, additionalProperties: { type: string, format: binary } }'),
    exchanges: [
      {
        name: 'a client sends files of any names',
        call: ({ files }) => files.upload({ body: { a: new File(['1'], 'a.txt'), b: new Uint8Array([50]) } }),
        sends: {
          parts: [
            { name: 'a', fileName: 'a.txt', type: 'application/octet-stream', text: '1' },
            { name: 'b', fileName: 'blob', type: 'application/octet-stream', text: '2' },
          ],
        },
      },
    ],
    types: `
export const input: api.FilesUploadParams = { body: { a: new Blob([]), b: { data: new Uint8Array(1), name: 'b' } } };
// @ts-expect-error A path is not a file.
export const path: api.FilesUploadParams = { body: { a: './photo.png' } };
`,
  },
];

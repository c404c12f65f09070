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
const octets = 'application/octet-stream';

export const multipartCases: readonly DocumentCase[] = [
  {
    vendor: 'multipart-files',
    document: uploading(
      `{ type: object, required: [file], properties: { file: { type: string, format: binary }, purpose: { type: string }, size: { type: integer }, tags: { type: array, items: { type: string } } } }`,
      '',
      '3.0.3',
    ),
    exchanges: [
      {
        name: 'a client sends a File with its name and its media type, and fields as text',
        call: ({ files }) =>
          files.upload({
            file: new File(['a\n'], 'a "b".txt', { type: 'text/plain' }),
            purpose: 'one\ntwo',
            size: 5,
            tags: ['x', 'y'],
          }),
        sends: {
          method: 'POST',
          parts: [
            { name: 'file', fileName: 'a %22b%22.txt', type: 'text/plain', text: 'a\n' },
            { name: 'purpose', text: 'one\r\ntwo' },
            { name: 'size', text: '5' },
            { name: 'tags', text: 'x' },
            { name: 'tags', text: 'y' },
          ],
        },
      },
      {
        name: 'a client sends bytes as a file',
        call: ({ files }) => files.upload({ file: new Uint8Array([97]) }),
        sends: { parts: [{ name: 'file', fileName: 'blob', type: octets, text: 'a' }] },
      },
      {
        name: 'a client sends bytes with a file name and a media type',
        call: ({ files }) => files.upload({ file: { data: new ArrayBuffer(1), name: 'a.wav', type: 'audio/wav' } }),
        sends: { parts: [{ name: 'file', fileName: 'a.wav', type: 'audio/wav', text: '\0' }] },
      },
      {
        name: 'a client sends a stream as a part, under the boundary that its header names',
        call: ({ files }) =>
          files.upload({ purpose: 'a\nb', file: { data: new Blob(['streamed']).stream(), name: 'x\r\n"y".bin' } }),
        sends: {
          parts: [
            { name: 'purpose', text: 'a\r\nb' },
            { name: 'file', fileName: 'x%0D%0A%22y%22.bin', type: octets, text: 'streamed' },
          ],
        },
      },
      {
        name: 'a client refuses null as a part, with its place',
        call: ({ files }) => files.upload({ file: new Blob([]), tags: ['a', null] }),
        throws: '/files: `tags[1]` cannot be sent',
      },
    ],
    types: `
export const inputs: api.FilesUploadParams[] = [
  { file: new Blob([]), purpose: 'p', tags: ['a'] },
  { file: new Uint8Array(1) },
  { file: { data: new Blob([]).stream(), name: 'a.bin' } },
];
// @ts-expect-error A path is not a file.
export const path: api.FilesUploadParams = { file: './photo.png' };
// @ts-expect-error The file is required.
export const none: api.FilesUploadParams = { purpose: 'p' };
`,
  },
  {
    vendor: 'multipart-many-files',
    document: uploading(
      `{ type: object, required: [files], properties: { files: { type: array, items: { type: string, format: binary } }, cover: { anyOf: [{ type: string, format: binary }, { type: 'null' }] }, image: { anyOf: [{ type: string, format: binary }, { type: string }] } } }`,
    ),
    exchanges: [
      {
        name: 'a client sends a list of files as repeated parts',
        call: ({ files }) =>
          files.upload({ files: [new File(['1'], 'a'), new Uint8Array([50])], image: 'https://x.test/y' }),
        sends: {
          parts: [
            { name: 'files', fileName: 'a', type: octets, text: '1' },
            { name: 'files', fileName: 'blob', type: octets, text: '2' },
            { name: 'image', text: 'https://x.test/y' },
          ],
        },
      },
    ],
    types: `export const input: api.FilesUploadParams = { files: [new Blob([])], cover: new Blob([]), image: 'url' };`,
  },
  {
    vendor: 'multipart-reference',
    document: uploading(`{ $ref: '#/components/schemas/Upload' }`),
    exchanges: [
      {
        name: 'a client sends a multipart body whose schema is a reference',
        call: ({ files }) => files.upload({ file: new Blob(['a']), purpose: 'p' }),
        sends: {
          parts: [
            { name: 'file', fileName: 'blob', type: octets, text: 'a' },
            { name: 'purpose', text: 'p' },
          ],
        },
      },
    ],
    types: `export const input: api.FilesUploadParams = { file: new Blob([]) };`,
  },
  {
    vendor: 'multipart-free',
    document: uploading('{ type: object }'),
    exchanges: [
      {
        name: 'a client sends FormData unchanged',
        call: ({ files }) => {
          const body = new FormData();
          body.append('a', 'b');
          return files.upload({ body });
        },
        sends: { parts: [{ name: 'a', text: 'b' }] },
      },
      {
        name: 'a client sends an object of any names as multipart',
        call: ({ files }) => files.upload({ body: { a: 'b', c: new Blob(['d']) } }),
        sends: {
          parts: [
            { name: 'a', text: 'b' },
            { name: 'c', fileName: 'blob', type: octets, text: 'd' },
          ],
        },
      },
    ],
    types: `export const inputs: api.FilesUploadParams[] = [{ body: new FormData() }, { body: { a: new Blob([]) } }];`,
  },
];

import { chunked } from '@plumbline/runtime/testing';
import type { AnyClient, DocumentCase } from '../document-case.ts';
import { binary, collect, respondWithBytes } from '../read-responses.ts';

export const byteCases: readonly DocumentCase[] = [
  {
    vendor: 'bytes-of-files',
    document: `
openapi: 3.0.3
info: { title: Acme, version: '1' }
paths:
  /files/{id}:
    get:
      operationId: files/get
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        '200': { description: ok, content: { application/octet-stream: { schema: { type: string, format: binary } } } }
  /report:
    get:
      operationId: report/get
      responses:
        '200': { description: ok, content: { application/pdf: {} } }
        '404': { description: gone, content: { application/json: { schema: { type: object, properties: { why: { type: string } } } } } }
  /any:
    get:
      operationId: any/get
      responses: { '200': { description: ok, content: { '*/*': { schema: { type: string, format: binary } } } } }
  /json:
    get:
      operationId: json/get
      responses: { '200': { description: ok, content: { application/json: { schema: { type: string, format: binary } } } } }
  /image:
    get:
      operationId: image/get
      responses: { '200': { description: ok, content: { image/png: { schema: { type: string, format: binary } }, image/jpeg: {} } } }
  /raster:
    get:
      operationId: raster/get
      responses: { '200': { description: ok, content: { image/*: { schema: { $ref: '#/components/schemas/File' } } } } }
components: { schemas: { File: { type: string, format: binary } } }
`,
    exchanges: [
      {
        name: 'a client reads a file of any type as bytes',
        responds: respondWithBytes('application/json'),
        call: (client) => client.files.get({ id: '1' }),
        sends: { headers: { accept: 'application/octet-stream' } },
        resolves: binary,
      },
      {
        name: 'a client reads a file with a length as bytes',
        responds: new Response(binary, { headers: { 'Content-Length': '8' } }),
        call: (client) => client.files.get({ id: '1' }),
        resolves: binary,
      },
      {
        name: 'a client reads an empty file as no bytes',
        responds: new Response(''),
        call: (client) => client.files.get({ id: '1' }),
        resolves: new Uint8Array(),
      },
      {
        name: 'a client streams a file as bytes',
        responds: chunked([binary.subarray(0, 3), binary.subarray(3)], { headers: { 'Content-Type': 'image/png' } }),
        call: (client) => collect(client.files.get({ id: '1' })),
        resolves: [binary.subarray(0, 3), binary.subarray(3)],
      },
      {
        name: 'a client keeps the bytes of a result in its response',
        responds: () => respondWithBytes('application/pdf'),
        call: async (client) => {
          const { data, response } = await client.report.get().result();
          return [data, new Uint8Array(await response.arrayBuffer())];
        },
        resolves: [binary, binary],
      },
      {
        name: 'a client refuses a page of a proxy in the place of a pdf',
        responds: new Response('<html>', { headers: { 'Content-Type': 'text/html' } }),
        call: (client) => client.report.get(),
        throws: 'GET /report: 200. Its body is not of the media type',
      },
      {
        name: 'a client reads the error of a pdf as JSON',
        responds: Response.json({ why: 'gone' }, { status: 404 }),
        call: async (client: AnyClient) => (await client.report.get().result()).error,
        resolves: { why: 'gone' },
      },
      {
        name: 'a client reads a body of any media type with a binary schema as bytes',
        responds: respondWithBytes('application/zip'),
        call: (client) => client.any.get(),
        sends: { headers: { accept: '*/*' } },
        resolves: binary,
      },
      {
        name: 'a client reads JSON with a binary schema as bytes',
        responds: respondWithBytes('application/json'),
        call: (client) => client.json.get(),
        sends: { headers: { accept: 'application/json' } },
        resolves: binary,
      },
      {
        name: 'a client accepts the image type that the caller chooses',
        responds: respondWithBytes('image/jpeg'),
        call: (client) => client.image.get({}, { accept: 'image/jpeg' }),
        sends: { headers: { accept: 'image/jpeg' } },
        resolves: binary,
      },
      {
        name: 'a client accepts a range of image types',
        responds: respondWithBytes('image/webp'),
        call: (client) => client.raster.get(),
        sends: { headers: { accept: 'image/*' } },
        resolves: binary,
      },
    ],
    types: `
export const file: (bytes: api.FilesGetResponse) => Uint8Array = (bytes) => bytes;
export const report: (bytes: api.ReportGetResponse) => api.Bytes = (bytes) => bytes;
export const image: (bytes: api.ImageGetResponse<'image/jpeg'>) => Uint8Array = (bytes) => bytes;
export async function size(client: api.BytesOfFiles): Promise<number> {
  for await (const chunk of client.any.get().stream()) return chunk.byteLength;
  // @ts-expect-error: bytes are not text.
  (await client.json.get()).trim();
  return (await client.json.get()).byteLength;
}`,
  },
];

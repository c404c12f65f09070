import type { AnyClient, DocumentCase } from '../document-case.ts';
import { binary, respondWithBytes } from '../read-responses.ts';

export const mediaTypeCases: readonly DocumentCase[] = [
  {
    vendor: 'bytes-beside-json',
    document: `
openapi: 3.1.0
info: { title: Acme, version: '1' }
paths:
  /exports:
    get:
      operationId: exports/list
      responses:
        '200':
          description: ok
          content:
            text/csv: { schema: { type: object } }
            application/pdf: {}
            application/json: { schema: { type: array, items: { type: integer } } }
            application/xml: { schema: { type: object } }
            application/vnd.api+json; charset=utf-8: { schema: { type: object, properties: { data: { type: string } } } }
            application/vnd.ms-excel: { schema: { type: string, contentMediaType: application/octet-stream } }
`,
    exchanges: [
      {
        name: 'a client with several media types accepts JSON by default',
        responds: Response.json([1]),
        call: (client) => client.exports.list(),
        sends: { headers: { accept: 'application/json' } },
        resolves: [1],
      },
      {
        name: 'a client with several media types reads CSV as text',
        responds: new Response('a\n1\n', { headers: { 'Content-Type': 'text/csv' } }),
        call: (client) => client.exports.list({}, { accept: 'text/csv' }),
        sends: { headers: { accept: 'text/csv' } },
        resolves: 'a\n1\n',
      },
      {
        name: 'a client with several media types reads XML as text',
        responds: new Response('<a/>', { headers: { 'Content-Type': 'application/xml' } }),
        call: (client) => client.exports.list({}, { accept: 'application/xml' }),
        resolves: '<a/>',
      },
      {
        name: 'a client with several media types reads a kind of JSON as JSON',
        responds: new Response('{"data":"x"}', { headers: { 'Content-Type': 'application/vnd.api+json' } }),
        call: (client) => client.exports.list({}, { accept: 'application/vnd.api+json' }),
        sends: { headers: { accept: 'application/vnd.api+json' } },
        resolves: { data: 'x' },
      },
      {
        name: 'a client with several media types reads a spreadsheet as bytes',
        responds: respondWithBytes('application/vnd.ms-excel'),
        call: (client) => client.exports.list({}, { accept: 'application/vnd.ms-excel' }),
        resolves: binary,
      },
    ],
    types: `
export async function read(client: api.BytesBesideJson): Promise<[number, string, string, number, string | undefined]> {
  const list = await client.exports.list();
  const csv = await client.exports.list({}, { accept: 'text/csv' });
  const xml = await client.exports.list({}, { accept: 'application/xml' });
  const pdf = await client.exports.list({}, { accept: 'application/pdf' });
  const document = await client.exports.list({}, { accept: 'application/vnd.api+json' });
  // @ts-expect-error: the document has no such media type.
  client.exports.list({}, { accept: 'text/html' });
  return [list[0] ?? 0, csv, xml, pdf.byteLength, document.data];
}`,
  },
  {
    vendor: 'text-of-kinds',
    document: `
openapi: 3.1.0
info: { title: Acme, version: '1' }
paths:
  /plain: { get: { operationId: plain/get, responses: { '200': { description: ok, content: { text/plain: { schema: { type: string } } } } } } }
  /html: { get: { operationId: html/get, responses: { '200': { description: ok, content: { text/html: {} } } } } }
  /yaml: { get: { operationId: yaml/get, responses: { '200': { description: ok, content: { application/yaml: { schema: { type: object } } } } } } }
  /atom: { get: { operationId: atom/get, responses: { '200': { description: ok, content: { application/atom+xml: {} } } } } }
  /form: { get: { operationId: form/get, responses: { '200': { description: ok, content: { application/x-www-form-urlencoded: {} } } } } }
  /hal: { get: { operationId: hal/get, responses: { '200': { description: ok, content: { application/hal+json: { schema: { $ref: '#/components/schemas/Hal' } } } } } } }
  /any: { get: { operationId: any/get, responses: { '200': { description: ok, content: { '*/*': { schema: { $ref: '#/components/schemas/Hal' } } } } } } }
  /word: { get: { operationId: word/get, responses: { '200': { description: ok, content: { '*/*': { schema: { type: string } } } } } } }
components: { schemas: { Hal: { type: object, properties: { name: { type: string } } } } }
`,
    exchanges: [
      {
        name: 'a client reads plain text, also if it could be JSON',
        responds: new Response('12'),
        call: (client) => client.plain.get(),
        sends: { headers: { accept: 'text/plain' } },
        resolves: '12',
      },
      {
        name: 'a client reads HTML as text',
        responds: new Response('<p>', { headers: { 'Content-Type': 'text/html; charset=utf-8' } }),
        call: (client) => client.html.get(),
        resolves: '<p>',
      },
      ...['yaml', 'atom', 'form'].map((name) => ({
        name: `a client reads ${name} as text`,
        responds: () => new Response('a: 1'),
        call: (client: AnyClient) => client[name].get(),
        resolves: 'a: 1',
      })),
      {
        name: 'a client reads a kind of JSON under its own name',
        responds: new Response('{"name":"x"}', { headers: { 'Content-Type': 'application/hal+json' } }),
        call: (client) => client.hal.get(),
        sends: { headers: { accept: 'application/hal+json' } },
        resolves: { name: 'x' },
      },
      {
        name: 'a client reads any media type with an object as JSON',
        responds: Response.json({ name: 'x' }),
        call: (client) => client.any.get(),
        sends: { headers: { accept: 'application/json' } },
        resolves: { name: 'x' },
      },
      {
        name: 'a client reads any media type with a string as text',
        responds: new Response('x'),
        call: (client) => client.word.get(),
        sends: { headers: { accept: 'text/plain' } },
        resolves: 'x',
      },
    ],
    leftOpen: ['responses that clients read as text or bytes'],
    types: `
export const text = (one: api.HtmlGetResponse, two: api.AtomGetResponse, three: api.WordGetResponse): string => one + two + three;
export const name = (hal: api.HalGetResponse, any: api.AnyGetResponse): (string | undefined)[] => [hal.name, any.name];`,
  },
];

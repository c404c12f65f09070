import type { DocumentCase } from '../document-case.ts';
import { partsOf } from '../read-responses.ts';

const redirect = (status: number) => new Response(null, { status, headers: { Location: 'https://files.test/1' } });

export const redirectCases: readonly DocumentCase[] = [
  {
    vendor: 'redirects',
    document: `
openapi: 3.1.0
info: { title: Acme, version: '1' }
security: [{ user: [] }]
paths:
  /archive/{id}:
    get:
      operationId: archive/get
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { '302': { description: found, headers: { Location: { schema: { type: string } } } }, '404': { description: gone } }
  /any: { get: { operationId: any/get, responses: { 3XX: { description: found, content: { text/html: {} } } } } }
  /cached:
    get:
      operationId: cached/get
      responses:
        '200': { description: ok, content: { application/json: { schema: { type: object, properties: { name: { type: string } } } } } }
        '302': { description: elsewhere }
        '304': { description: same }
components: { securitySchemes: { user: { type: http, scheme: bearer } } }
`,
    exchanges: [
      {
        name: 'a client takes a redirect as the result if no other is declared, and does not follow it',
        options: { token: 't0ken' },
        responds: redirect(302),
        call: async (client) => {
          const { ok, status, data, response } = await client.archive.get({ id: '1' }).result();
          return [ok, status, data, response.headers.get('location')];
        },
        sends: { headers: { accept: 'application/json' } },
        resolves: [true, 302, undefined, 'https://files.test/1'],
      },
      {
        name: 'a client resolves with nothing for a redirect',
        options: { token: 't0ken' },
        responds: redirect(307),
        call: async (client) => [await client.any.get()],
        resolves: [undefined],
      },
      {
        name: 'a client yields nothing for a redirect',
        options: { token: 't0ken' },
        responds: redirect(302),
        call: async (client) => {
          const chunks = [];
          for await (const chunk of client.any.get().stream()) chunks.push(chunk);
          return chunks;
        },
        resolves: [],
      },
      {
        name: 'a client takes a redirect as an error if a success is declared',
        options: { token: 't0ken' },
        responds: redirect(302),
        call: (client) => client.cached.get(),
        throws: 'GET /cached: 302. Redirects are not followed.',
      },
      {
        name: 'a client tells by the status that nothing was modified',
        options: { token: 't0ken' },
        responds: new Response(null, { status: 304 }),
        call: (client) => partsOf(client.cached.get()),
        resolves: [false, 304, undefined, undefined],
      },
      {
        name: 'a client throws for an error of an operation with a redirect',
        options: { token: 't0ken' },
        responds: Response.json({ message: 'gone' }, { status: 404 }),
        call: (client) => client.archive.get({ id: '1' }),
        throws: '404',
      },
    ],
    types: `
export async function locate(client: api.Redirects): Promise<string | null> {
  const result = await client.archive.get({ id: '1' }).result();
  const nothing: undefined = await client.any.get();
  if (!result.ok) return String(result.status === 404 ? result.error : nothing);
  const status: 302 = result.status;
  return status ? result.response.headers.get('location') : null;
}
export function cached(result: api.CachedGetResult): string | undefined {
  if (result.ok) return result.data.name;
  return result.status === 304 ? String(result.error) : undefined;
}`,
  },
  {
    vendor: 'other-methods',
    document: `
openapi: 3.1.0
info: { title: Acme, version: '1' }
paths:
  /files/{id}:
    get: { operationId: files/get, parameters: [{ $ref: '#/components/parameters/id' }], responses: { '200': { description: ok, content: { application/json: { schema: { type: object } } } } } }
    head:
      operationId: files/head
      parameters: [{ $ref: '#/components/parameters/id' }]
      responses:
        '200': { description: ok, headers: { X-Size: { schema: { type: integer } } }, content: { application/json: { schema: { type: object } } } }
        '404': { description: gone, content: { application/json: { schema: { type: object } } } }
    options: { operationId: files/options, parameters: [{ $ref: '#/components/parameters/id' }], responses: { '204': { description: ok } } }
    trace: { operationId: files/trace, parameters: [{ $ref: '#/components/parameters/id' }], responses: { '200': { description: ok } } }
  /ping: { head: { responses: { default: { description: ok } } } }
components: { parameters: { id: { name: id, in: path, required: true, schema: { type: string } } } }
`,
    leftOut: { 'TRACE /files/{id}': '`fetch` cannot send TRACE.' },
    exchanges: [
      {
        name: 'a client sends HEAD, and its result has the headers',
        responds: new Response(null, { headers: { 'X-Size': '12', 'Content-Type': 'application/pdf' } }),
        call: async (client) => {
          const { ok, data, response } = await client.files.head({ id: '1' }).result();
          return [ok, data, response.headers.get('x-size')];
        },
        sends: { method: 'HEAD', url: 'https://api.acme.test/files/1' },
        resolves: [true, undefined, '12'],
      },
      {
        name: 'a client throws for the status of a HEAD',
        responds: new Response(null, { status: 404 }),
        call: (client) => client.files.head({ id: '1' }),
        throws: 'HEAD /files/{id}: 404',
      },
      {
        name: 'a client sends OPTIONS',
        responds: new Response(null, { status: 204 }),
        call: async (client) => [await client.files.options({ id: '1' })],
        sends: { method: 'OPTIONS' },
        resolves: [undefined],
      },
      {
        name: 'a client sends HEAD without an operationId',
        responds: new Response(null),
        call: async (client) => [await client.ping.head()],
        sends: { method: 'HEAD' },
        resolves: [undefined],
      },
    ],
    types: `
export async function size(client: api.OtherMethods): Promise<string | null> {
  const nothing: undefined = await client.files.head({ id: '1' });
  return nothing ?? (await client.files.head({ id: '1' }).result()).response.headers.get('x-size');
}`,
  },
];

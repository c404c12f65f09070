import type { DocumentCase } from '../document-case.ts';
import { ok } from '../parameter-document.ts';

export const pathTemplateCases: readonly DocumentCase[] = [
  {
    vendor: 'path-templates',
    document: `
openapi: 3.1.0
info: { title: Acme, version: '1' }
paths:
  /files/{file_id}.json:
    parameters: [{ name: file_id, in: path, schema: { type: string } }]
    get: { operationId: files/get, ${ok} }
  /files/{id}:archive:
    post: { operationId: files/archive, parameters: [{ name: id, in: path, required: true, schema: { type: string } }], ${ok} }
  /compare/{base}...{head}:
    get:
      operationId: files/compare
      parameters:
        - { name: base, in: path, required: true, schema: { type: string } }
        - { name: head, in: path, required: true, schema: { type: string } }
        - { name: gone, in: path, required: true, schema: { type: string } }
      ${ok}
  /undeclared/{owner}/{repo}:
    get: { operationId: files/undeclared, parameters: [{ name: repo, in: path, required: true, schema: { type: string } }], ${ok} }
`,
    exchanges: [
      {
        name: 'a client fills a part of a segment',
        call: (client) => client.files.get({ file_id: 'a b' }),
        sends: { url: 'https://api.acme.test/files/a%20b.json' },
      },
      {
        name: 'a client keeps a verb behind a parameter',
        call: (client) => client.files.archive({ id: 'x' }),
        sends: { url: 'https://api.acme.test/files/x:archive' },
      },
      {
        name: 'a client fills two parameters of a segment',
        call: (client) => client.files.compare({ base: 'a', head: 'b' }),
        sends: { url: 'https://api.acme.test/compare/a...b' },
      },
      {
        name: 'a client takes a parameter that only the path names',
        call: (client) => client.files.undeclared({ owner: 'a/b', repo: 'c' }),
        sends: { url: 'https://api.acme.test/undeclared/a%2Fb/c' },
      },
      {
        name: 'a client refuses a dot segment',
        call: (client) => client.files.undeclared({ owner: '..', repo: 'c' }),
        throws: '`owner` is not a path segment',
      },
    ],
    types: `export const input: api.FilesUndeclaredParams = { owner: 'a', repo: 'b' };
// @ts-expect-error: the path has no such parameter
export const wrong: api.FilesCompareParams = { base: 'a', head: 'b', gone: 'c' };`,
    leftOpen: ['path parameters that the document does not declare'],
  },
  {
    vendor: 'path-expressions',
    document: `
openapi: 3.1.0
info: { title: Acme, version: '1' }
paths:
  '/v1/{name=projects/*/topics/*}':
    parameters: [{ $ref: '#/components/parameters/Name' }]
    get: { operationId: getTopic, tags: [topics], ${ok} }
  '/v1/{name=projects/*/topics/*}:publish': { post: { operationId: publish, tags: [topics], parameters: [{ $ref: '#/components/parameters/Name' }], ${ok} } }
  '/v1/{parent=folders/*}': { get: { operationId: folders/get, ${ok} } }
  '/v1/{name=folders/*}': { get: { operationId: folders/getAgain, ${ok} } }
  '/v1/{+name}:cancel': { post: { operationId: jobs/cancel, parameters: [{ name: name, in: path, required: true, schema: { type: string, pattern: '^jobs/[^/]+$' } }], ${ok} } }
  '/v1/{+name}': { get: { operationId: things/any, parameters: [{ name: name, in: path, required: true, schema: { type: string } }], ${ok} } }
  '/v1/{name=**}/raw': { get: { operationId: things/raw, ${ok} } }
  '/orders/{id:[0-9]{4}}{?limit}':
    get:
      operationId: orders/get
      parameters:
        - { name: id, in: path, required: true, schema: { type: integer } }
        - { name: limit, in: query, schema: { type: integer } }
      ${ok}
  '/files/{path:.+}': { get: { operationId: files/get, parameters: [{ name: path, in: path, required: true, schema: { type: string } }], ${ok} } }
components: { parameters: { Name: { name: name, in: path, required: true, schema: { type: string } } } }
`,
    exchanges: [
      {
        name: 'a client has a parameter for each segment of a resource name',
        call: (client) => client.topics.get({ project: 'a b', topic: 'c/d' }),
        sends: { url: 'https://api.acme.test/v1/projects/a%20b/topics/c%2Fd' },
      },
      {
        name: 'a client keeps a verb behind a resource name',
        call: (client) => client.topics.publish({ project: 'a', topic: 'b' }),
        sends: { method: 'POST', url: 'https://api.acme.test/v1/projects/a/topics/b:publish' },
      },
      {
        name: 'a client reads the segments of a resource name from its pattern',
        call: (client) => client.jobs.cancel({ job: 'a' }),
        sends: { url: 'https://api.acme.test/v1/jobs/a:cancel' },
      },
      {
        name: 'a client fills a parameter with a pattern in its path',
        call: (client) => client.orders.get({ id: 1234, limit: 5 }),
        sends: { url: 'https://api.acme.test/orders/1234?limit=5' },
      },
    ],
    types: `export const input: api.TopicsGetParams = { project: 'a', topic: 'b' };
// @ts-expect-error: the path has its parts in place of the name
export const wrong: api.TopicsGetParams = { name: 'projects/a/topics/b' };`,
    leftOut: {
      'GET /v1/{name=folders/*}': 'Its path is `/v1/folders/{folder}`, as that of another operation.',
    },
    leftOpen: ['a slash is sent as `%2F`', 'that the document does not declare'],
  },
  {
    vendor: 'queries-and-fragments-in-paths',
    document: `
openapi: 3.1.0
info: { title: Acme, version: '1' }
paths:
  /messages:
    post: { operationId: messages/create, parameters: [{ name: dry, in: query, schema: { type: boolean } }], ${ok} }
  /messages?beta=true:
    post: { operationId: messages/createBeta, parameters: [{ name: dry, in: query, schema: { type: boolean } }], ${ok} }
  /oauth2/token:
    post: { operationId: token/create, ${ok} }
  '/oauth2/token#refresh':
    post: { operationId: token/refresh, parameters: [{ name: hint, in: query, schema: { type: string } }], ${ok} }
`,
    exchanges: [
      {
        name: 'a client sends a fixed query',
        call: (client) => client.messages.createBeta(),
        sends: { url: 'https://api.acme.test/messages?beta=true' },
      },
      {
        name: 'a client sends parameters behind a fixed query',
        call: (client) => client.messages.createBeta({ dry: true }),
        sends: { url: 'https://api.acme.test/messages?beta=true&dry=true' },
      },
      {
        name: 'a client sends no query of another operation',
        call: (client) => client.messages.create(),
        sends: { url: 'https://api.acme.test/messages' },
      },
      {
        name: 'a client sends a path without its fragment',
        call: (client) => client.token.refresh({ hint: 'a' }),
        sends: { url: 'https://api.acme.test/oauth2/token?hint=a' },
      },
      {
        name: 'a client throws errors without a query',
        call: (client) => client.messages.createBeta(),
        responds: new Response('no', { status: 500 }),
        throws: /^POST \/messages: 500/,
      },
    ],
  },
];

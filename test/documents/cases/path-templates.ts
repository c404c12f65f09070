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

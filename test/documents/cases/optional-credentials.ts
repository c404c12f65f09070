import type { DocumentCase } from '../document-case.ts';

const responses = `responses: { '200': { description: ok, content: { application/json: { schema: { type: object } } } } }`;
const start = `
openapi: 3.1.0
info: { title: Acme, version: '1' }`;

export const optionalCredentialCases: readonly DocumentCase[] = [
  {
    vendor: 'optional-everywhere',
    document: `${start}
security: [{}, { Login: [] }]
paths: { /a: { get: { operationId: a/get, ${responses} } } }
components: { securitySchemes: { Login: { type: http, scheme: bearer } } }
`,
    exchanges: [
      {
        name: 'a client whose credentials are optional everywhere needs none',
        call: (client) => client.a.get(),
        sends: { headers: { authorization: undefined } },
      },
      {
        name: 'a client whose credentials are optional everywhere sends those that were given',
        options: { token: 't0ken' },
        call: (client) => client.a.get(),
        sends: { headers: { authorization: 'Bearer t0ken' } },
      },
    ],
  },
  {
    vendor: 'no-schemes',
    document: `${start}
paths: { /a: { get: { operationId: a/get, ${responses} } } }
`,
    exchanges: [{ name: 'a client without credentials sends none', call: (client) => client.a.get() }],
    leftForYou: ['the document names no credentials. '],
  },
  {
    vendor: 'unasked-schemes',
    document: `${start}
paths: { /a: { get: { operationId: a/get, ${responses} } } }
components: { securitySchemes: { Key: { type: apiKey, in: header, name: X-Key } } }
`,
    exchanges: [
      {
        name: 'a client sends credentials that no operation asks for, where they are given',
        options: { apiKey: 'k3y' },
        call: (client) => client.a.get(),
        sends: { headers: { 'x-key': 'k3y' } },
      },
      { name: 'a client needs no credentials that no operation asks for', call: (client) => client.a.get() },
    ],
    leftForYou: ['no operation asks for them'],
  },
  {
    vendor: 'unsupported-schemes',
    document: `${start}
paths:
  /a: { get: { operationId: a/get, security: [{ digest: [] }, { key: [] }], ${responses} } }
  /b: { get: { operationId: b/get, security: [{ digest: [] }], ${responses} } }
  /c: { get: { operationId: c/get, security: [{ cert: [], key: [] }], ${responses} } }
  /d: { get: { operationId: d/get, security: [{ gone: [] }], ${responses} } }
components:
  securitySchemes:
    digest: { type: http, scheme: digest }
    cert: { type: mutualTLS }
    key: { type: apiKey, in: header, name: X-Key }
`,
    exchanges: [
      {
        name: 'a client sends the alternative of a digest',
        options: { apiKey: 'k3y' },
        call: (client) => client.a.get(),
        sends: { headers: { 'x-key': 'k3y' } },
      },
      {
        name: 'a client leaves a digest to the caller',
        options: { apiKey: 'k3y' },
        call: (client) => client.b.get({}, { headers: { authorization: 'Digest x' } }),
        sends: { headers: { 'x-key': undefined, authorization: 'Digest x' } },
      },
      {
        name: 'a client sends a key beside a client certificate',
        options: { apiKey: 'k3y' },
        call: (client) => client.c.get(),
        sends: { headers: { 'x-key': 'k3y' } },
      },
    ],
    leftForYou: [
      '`digest` (HTTP digest)',
      '1 operation has `security: []`',
      '`cert` (a client certificate)',
      '`gone` (not declared)',
    ],
  },
];

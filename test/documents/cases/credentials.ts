import type { DocumentCase } from '../document-case.ts';

const responses = `responses: { '200': { description: ok, content: { application/json: { schema: { type: object } } } } }`;
const start = `
openapi: 3.1.0
info: { title: Acme, version: '1' }`;

export const credentialCases: readonly DocumentCase[] = [
  {
    vendor: 'many-schemes',
    document: `${start}
security: [{ user: [] }]
paths:
  /a: { get: { operationId: a/get, ${responses} } }
  /b: { get: { operationId: b/get, security: [{ admin: [] }], ${responses} } }
  /c: { get: { operationId: c/get, security: [{ basic: [] }], ${responses} } }
  /d: { get: { operationId: d/get, security: [{ admin: [] }, { basic: [] }], ${responses} } }
  /open: { get: { operationId: open/get, security: [], ${responses} } }
  /maybe: { get: { operationId: maybe/get, security: [{}, { admin: [] }], ${responses} } }
components:
  securitySchemes:
    user: { type: http, scheme: bearer }
    admin: { type: http, scheme: bearer }
    basic: { type: http, scheme: basic }
`,
    exchanges: [
      {
        name: 'a client sends the default credentials',
        options: { user: 'us3r', admin: 'adm1n' },
        call: (client) => client.a.get(),
        sends: { headers: { authorization: 'Bearer us3r' } },
      },
      {
        name: 'a client sends the credentials of another operation',
        options: { user: 'us3r', admin: 'adm1n' },
        call: (client) => client.b.get(),
        sends: { headers: { authorization: 'Bearer adm1n' } },
      },
      {
        name: 'a client sends a user name and a password as text',
        options: { basic: 'mary:s3cret' },
        call: (client) => client.c.get(),
        sends: { headers: { authorization: `Basic ${btoa('mary:s3cret')}` } },
      },
      {
        name: 'a client sends a user name and a password of an object, as UTF-8',
        options: { basic: { username: 'zoë', password: 'a:b' } },
        call: (client) => client.c.get(),
        sends: { headers: { authorization: `Basic ${Buffer.from('zoë:a:b').toString('base64')}` } },
      },
      {
        name: 'a client sends a user name and a password that a function returns',
        options: { basic: async () => ({ username: 'k3y', password: '' }) },
        call: (client) => client.c.get(),
        sends: { headers: { authorization: `Basic ${btoa('k3y:')}` } },
      },
      {
        name: 'a client sends the first alternative that was given',
        options: { basic: 'mary:s3cret' },
        call: (client) => client.d.get(),
        sends: { headers: { authorization: `Basic ${btoa('mary:s3cret')}` } },
      },
      {
        name: 'a client prefers the first of two given alternatives',
        options: { basic: 'mary:s3cret', admin: () => 'adm1n' },
        call: (client) => client.d.get(),
        sends: { headers: { authorization: 'Bearer adm1n' } },
      },
      {
        name: 'a client sends no credentials where none are asked for',
        options: { user: 'us3r' },
        call: (client) => client.open.get(),
        sends: { headers: { authorization: undefined } },
      },
      {
        name: 'a client without credentials calls an operation where they are optional',
        call: (client) => client.maybe.get(),
        sends: { headers: { authorization: undefined } },
      },
      {
        name: 'a client with credentials sends them where they are optional',
        options: { admin: 'adm1n' },
        call: (client) => client.maybe.get(),
        sends: { headers: { authorization: 'Bearer adm1n' } },
      },
      {
        name: 'a client says which options an operation needs',
        options: { user: 'us3r' },
        call: (client) => client.d.get(),
        throws:
          'GET /d: pass the option `admin` (MANY_SCHEMES_ADMIN), or `basic` (MANY_SCHEMES_BASIC), to createManySchemes.',
      },
      {
        name: 'a client refuses a user name with a colon',
        options: { basic: { username: 'a:b', password: 'c' } },
        call: (client) => client.c.get(),
        throws: '`basic` must not have a colon in the user name.',
      },
      {
        name: 'the openapi-fetch client sends the default credentials',
        options: { user: 'us3r', admin: 'adm1n' },
        call: (client) => client.api.GET('/b'),
        sends: { headers: { authorization: 'Bearer us3r' } },
      },
      {
        name: 'the openapi-fetch client sends the first credentials that were given',
        options: { basic: 'mary:s3cret' },
        call: (client) => client.api.GET('/c'),
        sends: { headers: { authorization: `Basic ${btoa('mary:s3cret')}` } },
      },
    ],
    types: `
export const options: api.ManySchemesOptions = { user: () => 'u', admin: undefined, basic: { username: 'a', password: 'b' } };
export const text: api.ManySchemesOptions = { basic: 'a:b' };
// @ts-expect-error: a token is not an object
export const wrong: api.ManySchemesOptions = { user: { username: 'a', password: 'b' } };
`,
  },
];

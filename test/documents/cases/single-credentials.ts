import type { DocumentCase } from '../document-case.ts';

const responses = `responses: { '200': { description: ok, content: { application/json: { schema: { type: object } } } } }`;
const start = `
openapi: 3.1.0
info: { title: Acme, version: '1' }`;

/** A document with the operation `a/get` and one security scheme. */
const single = (scheme: string, name = 'Login') => `${start}
security: [{ ${name}: [] }]
paths: { /a: { get: { operationId: a/get, ${responses} } } }
components: { securitySchemes: { ${name}: ${scheme} } }
`;

export const singleCredentialCases: readonly DocumentCase[] = [
  {
    vendor: 'only-basic',
    document: single('{ type: http, scheme: Basic }'),
    exchanges: [
      {
        name: 'a client sends its only user name and password',
        options: { basic: { username: 'mary', password: 's3cret' } },
        call: (client) => client.a.get(),
        sends: { headers: { authorization: `Basic ${btoa('mary:s3cret')}` } },
      },
      {
        name: 'a client demands its only user name and password',
        call: (client) => client.a.get(),
        throws: 'createOnlyBasic: `basic` is missing. Pass it, or set ONLY_BASIC_BASIC.',
      },
      {
        name: 'a client refuses a password without a user name',
        options: { basic: 's3cret' },
        call: (client) => client.a.get(),
        throws: '`basic` must be `username:password`.',
      },
    ],
    types: `export const options: api.OnlyBasicOptions = { basic: async () => 'a:b' };`,
  },
  {
    vendor: 'query-key',
    document: single('{ type: apiKey, in: query, name: api_key }'),
    exchanges: [
      {
        name: 'a client sends a key in the query, encoded',
        options: { apiKey: 'k3y&/?' },
        call: (client) => client.a.get(),
        sends: { url: 'https://api.acme.test/a?api_key=k3y%26%2F%3F' },
      },
      {
        name: 'the openapi-fetch client sends a key after another query',
        options: { apiKey: 'k3y' },
        call: (client) => client.api.GET('/a', { params: { query: { x: 1 } } }),
        sends: { url: 'https://api.acme.test/a?x=1&api_key=k3y' },
      },
    ],
  },
  {
    vendor: 'cookie-key',
    document: single('{ type: apiKey, in: cookie, name: sid }'),
    exchanges: [
      {
        name: 'a client sends a key as a cookie, after those of the caller',
        options: { apiKey: 'k3y;=' },
        call: (client) => client.a.get({}, { headers: { Cookie: 'a=b' } }),
        sends: { headers: { cookie: 'a=b; sid=k3y%3B=' } },
      },
    ],
  },
  {
    vendor: 'raw-authorization',
    document: single('{ type: apiKey, in: header, name: Authorization }', 'api_key'),
    exchanges: [
      {
        name: 'a client sends a key as the whole header Authorization',
        options: { apiKey: 'Token token=k3y' },
        call: (client) => client.a.get(),
        sends: { headers: { authorization: 'Token token=k3y' } },
      },
    ],
  },
  {
    vendor: 'other-http',
    document: single('{ type: http, scheme: Token }', 'AcmeToken'),
    exchanges: [
      {
        name: 'a client sends the text of another HTTP scheme',
        options: { acmeToken: 'k3y' },
        call: (client) => client.a.get(),
        sends: { headers: { authorization: 'Token k3y' } },
      },
    ],
  },
  {
    vendor: 'open-id',
    document: single(
      '{ type: openIdConnect, openIdConnectUrl: https://id.acme.test/.well-known/openid-configuration }',
    ),
    exchanges: [
      {
        name: 'a client sends a token of OpenID Connect',
        options: { token: 't0ken' },
        call: (client) => client.a.get(),
        sends: { headers: { authorization: 'Bearer t0ken' } },
      },
    ],
  },
  {
    vendor: 'key-declared-twice',
    document: `${start}
security: [{ Key: [] }]
paths:
  /a:
    get:
      operationId: a/get
      parameters:
        - { name: x-api-key, in: header, required: true, schema: { type: string } }
        - { name: q, in: query, schema: { type: string } }
      ${responses}
components: { securitySchemes: { Key: { type: apiKey, in: header, name: X-API-Key } } }
`,
    exchanges: [
      {
        name: 'a client takes a key as its option only, also if the operation declares it as a parameter',
        options: { apiKey: 'k3y' },
        call: (client) => client.a.get({ q: '1' }),
        sends: { url: 'https://api.acme.test/a?q=1', headers: { 'x-api-key': 'k3y' } },
      },
    ],
    types: `export const params: api.AGetParams = { q: '1' };`,
  },
];

import type { DocumentCase } from '../document-case.ts';

const responses = `responses: { '200': { description: ok, content: { application/json: { schema: { type: object } } } } }`;
const start = `
openapi: 3.1.0
info: { title: Acme, version: '1' }`;
const tokens = { name: 'the token endpoint', access_token: 't0ken', token_type: 'Bearer', expires_in: 3600 };

export const credentialCombinationCases: readonly DocumentCase[] = [
  {
    vendor: 'key-combinations',
    document: `${start}
security: [{ AppId: [], AppKey: [] }]
paths:
  /a: { get: { operationId: a/get, ${responses} } }
  /b: { get: { operationId: b/get, security: [{ AppId: [], Session: [], Login: [] }], ${responses} } }
components:
  securitySchemes:
    AppId: { type: apiKey, in: header, name: X-App-Id }
    AppKey: { type: apiKey, in: query, name: 'app[key]' }
    Session: { type: apiKey, in: cookie, name: sid }
    Login: { type: http, scheme: bearer }
`,
    exchanges: [
      {
        name: 'a client sends a header and a query parameter together',
        options: { appId: '1d', appKey: 'k3y' },
        call: (client) => client.a.get(),
        sends: { url: 'https://api.acme.test/a?app%5Bkey%5D=k3y', headers: { 'x-app-id': '1d' } },
      },
      {
        name: 'a client sends a header, a cookie and a token together',
        options: { appId: '1d', session: 's1d', login: 't0ken' },
        call: (client) => client.b.get(),
        sends: {
          url: 'https://api.acme.test/b',
          headers: { 'x-app-id': '1d', cookie: 'sid=s1d', authorization: 'Bearer t0ken' },
        },
      },
      {
        name: 'a client says which options an operation needs together',
        options: { appId: '1d', session: 's1d' },
        call: (client) => client.b.get(),
        throws:
          'GET /b: pass the option `appId` (KEY_COMBINATIONS_APP_ID) and `session` (KEY_COMBINATIONS_SESSION) and `login`',
      },
    ],
  },
  {
    vendor: 'one-combination',
    document: `${start}
security: [{ key: [], login: [] }]
paths: { /a: { get: { operationId: a/get, ${responses} } } }
components:
  securitySchemes:
    key: { type: apiKey, in: header, name: X-Key }
    login: { type: http, scheme: bearer }
`,
    exchanges: [
      {
        name: 'a client sends a key and a token that are always together',
        options: { key: 'k3y', login: 't0ken' },
        call: (client) => client.a.get(),
        sends: { headers: { 'x-key': 'k3y', authorization: 'Bearer t0ken' } },
      },
    ],
  },
  {
    vendor: 'key-or-token',
    document: `${start}
paths:
  /a: { get: { operationId: a/get, security: [{ BotToken: [] }, { OAuth2: [identify, guilds.read] }], ${responses} } }
  /b: { get: { operationId: b/get, security: [{ OAuth2: [identify] }], ${responses} } }
components:
  securitySchemes:
    BotToken: { type: apiKey, in: header, name: Authorization }
    OAuth2:
      type: oauth2
      flows:
        clientCredentials: { tokenUrl: https://api.acme.test/oauth2/token, scopes: { identify: Who } }
        authorizationCode: { authorizationUrl: https://acme.test/authorize, tokenUrl: https://api.acme.test/oauth2/token, scopes: { guilds.read: Read } }
`,
    exchanges: [
      {
        name: 'a client sends a raw key before a token',
        options: { botToken: 'Bot b0t', oauth2: 't0ken' },
        call: (client) => client.a.get(),
        sends: { headers: { authorization: 'Bot b0t' } },
      },
      {
        name: 'a client sends a ready token',
        options: { botToken: 'Bot b0t', oauth2: 't0ken' },
        call: (client) => client.b.get(),
        sends: { headers: { authorization: 'Bearer t0ken' } },
      },
      {
        name: 'a client requests a token with client credentials',
        options: { clientId: 'c1ient', clientSecret: 's3cret' },
        call: (client) => client.a.get(),
        responds: () => Response.json(tokens),
        sends: { url: 'https://api.acme.test/a', headers: { authorization: 'Bearer t0ken' } },
      },
      {
        name: 'a client says that it takes a token or client credentials',
        options: { botToken: 'Bot b0t' },
        call: (client) => client.b.get(),
        throws:
          /pass the option `oauth2` \(\w+\), or `clientId` \(\w+\) and `clientSecret` \(\w+\), to createKeyOrToken/,
      },
    ],
  },
  {
    vendor: 'two-flows',
    document: `${start}
security: [{ OAuth: [read] }]
paths: { /a: { get: { operationId: a/get, ${responses} } } }
components:
  securitySchemes:
    OAuth:
      type: oauth2
      flows:
        clientCredentials: { tokenUrl: https://id.acme.test/oauth2/token, scopes: {} }
        authorizationCode: { authorizationUrl: /authorize, tokenUrl: /token, scopes: { read: Read } }
`,
    exchanges: [
      {
        name: 'a client with two flows takes a token',
        options: { token: 't0ken' },
        call: (client) => client.a.get(),
        sends: { headers: { authorization: 'Bearer t0ken' } },
      },
      {
        name: 'a client with two flows requests a token',
        options: { clientId: 'c1ient', clientSecret: 's3cret' },
        call: (client) => client.a.get(),
        responds: ({ url }) => (url.endsWith('/oauth2/token') ? Response.json(tokens) : Response.json({})),
        sends: { url: 'https://api.acme.test/a', headers: { authorization: 'Bearer t0ken' } },
      },
      {
        name: 'a client with two flows says what it takes',
        call: (client) => client.a.get(),
        throws: 'createTwoFlows: pass `token`, or `clientId` and `clientSecret`',
      },
    ],
  },
  {
    vendor: 'two-authorizations',
    document: `${start}
security: [{ key: [], login: [], raw: [] }]
paths: { /a: { get: { operationId: a/get, ${responses} } } }
components:
  securitySchemes:
    key: { type: apiKey, in: header, name: X-Key }
    login: { type: http, scheme: bearer }
    raw: { type: apiKey, in: header, name: authorization }
`,
    exchanges: [
      {
        name: 'a client sends one of two credentials that are the same header',
        options: { key: 'k3y', raw: 'raw-k3y' },
        call: (client) => client.a.get(),
        sends: { headers: { 'x-key': 'k3y', authorization: 'raw-k3y' } },
      },
    ],
  },
];

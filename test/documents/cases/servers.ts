import type { DocumentCase } from '../document-case.ts';

const responses = `responses: { '200': { description: ok, content: { application/json: { schema: { type: object } } } } }`;
const start = `
openapi: 3.1.0
info: { title: Acme, version: '1' }
security: [{ key: [] }]
components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }`;
const options = { apiKey: 'k3y' };
const headers = { 'x-key': 'k3y' };

export const serverCases: readonly DocumentCase[] = [
  {
    vendor: 'one-server-at-every-path',
    document: `${start}
servers: [{ url: https://api.acme.test }]
paths:
  /a: { servers: [{ url: https://verify.acme.test/ }], get: { operationId: a/get, ${responses} } }
  /b: { get: { operationId: b/get, servers: [{ url: https://verify.acme.test }], ${responses} } }
`,
    exchanges: [
      {
        name: 'a client uses the server that all operations have',
        options,
        call: (client) => client.b.get(),
        sends: { url: 'https://verify.acme.test/b', headers },
      },
      {
        name: 'the openapi-fetch client uses the server that all operations have',
        options,
        call: (client) => client.api.GET('/a'),
        sends: { url: 'https://verify.acme.test/a', headers },
      },
    ],
  },
  {
    vendor: 'own-servers',
    document: `${start}
servers: [{ url: https://api.acme.test/v1 }]
paths:
  /a: { get: { operationId: a/get, ${responses} } }
  /b: { servers: [{ url: https://upload.acme.test/v1 }], get: { operationId: b/get, ${responses} } }
  /c: { get: { operationId: c/get, servers: [{ url: /v2 }], ${responses} } }
  /d: { get: { operationId: d/get, servers: [{ url: v3/ }], ${responses} } }
  /e: { get: { operationId: e/get, servers: [{ url: 'https://{zone}.acme.test', variables: { zone: { default: eu } } }], ${responses} } }
  /f: { get: { operationId: f/get, servers: [{ url: 'http://localhost:3000' }], ${responses} } }
  /g: { get: { operationId: g/get, servers: [{ url: 'http://plain.acme.test' }, { url: 'https://tls.acme.test' }], ${responses} } }
  /h: { get: { operationId: h/get, servers: [{ url: 'http://plain.acme.test' }], ${responses} } }
`,
    exchanges: [
      ['a', 'https://api.acme.test/v1/a', 'the server of the document'],
      ['b', 'https://upload.acme.test/v1/b', 'the server of its path'],
      ['c', 'https://api.acme.test/v2/c', 'a server whose URL is an absolute path'],
      ['d', 'https://api.acme.test/v1/v3/d', 'a server whose URL is a relative path'],
      ['e', 'https://eu.acme.test/e', 'a server with the defaults of its variables'],
      ['f', 'https://api.acme.test/v1/f', 'the server of the document in place of one that is not safe'],
      ['g', 'https://tls.acme.test/g', 'the first server with TLS'],
      ['h', 'https://plain.acme.test/h', 'TLS where the document has none'],
    ]
      .map(([name = '', url = '', how]) => ({
        name: `an operation uses ${how}`,
        options,
        // biome-ignore lint/suspicious/noExplicitAny: a case calls a client that is generated while the tests run.
        call: (client: any) => client[name].get(),
        sends: { url, headers },
      }))
      .concat({
        name: 'the option baseUrl replaces the servers of all operations',
        options: { ...options, baseUrl: 'https://proxy.test' } as never,
        // biome-ignore lint/suspicious/noExplicitAny: a case calls a client that is generated while the tests run.
        call: (client: any) => client.b.get(),
        sends: { url: 'https://proxy.test/b', headers },
      }),
    types: `
export const call = (client: api.OwnServers) => client.api.GET('/a');
// @ts-expect-error: this path is at another server
export const other = (client: api.OwnServers) => client.api.GET('/b');
`,
    leftForYou: ['1 operation has a server of their own with no address that is safe'],
  },
  {
    vendor: 'no-safe-server',
    document: `${start}
servers: [{ url: /api }, { url: 'http://localhost:8080' }, { url: https://api.example.com }]
paths:
  /a: { get: { operationId: a/get, ${responses} } }
`,
    exchanges: [
      {
        name: 'a client without a safe server has the placeholder of its document',
        options,
        call: (client) => client.a.get(),
        sends: { url: 'https://api.example.com/a' },
      },
    ],
    leftForYou: ['names none that is safe for credentials. It has the placeholder https://api.example.com.'],
  },
  {
    vendor: 'relative-server',
    document: `${start}
servers: [{ url: 'http://localhost:8080' }, { url: /api/v3/ }]
paths:
  /a: { get: { operationId: a/get, ${responses} } }
  b: { get: { operationId: b/get, ${responses} } }
`,
    exchanges: [
      {
        name: 'a client keeps the path of a relative server behind a placeholder',
        options,
        call: (client) => client.a.get(),
        sends: { url: 'https://api.relative-server.example/api/v3/a' },
      },
      {
        name: 'a client sends a path without a slash to the host of its server',
        options,
        call: (client) => client.b.get(),
        sends: { url: 'https://api.relative-server.example/api/v3/b' },
      },
    ],
    leftForYou: ['The spec has the placeholder https://api.relative-server.example/api/v3.'],
  },
  {
    vendor: 'safe-server-second',
    document: `${start}
servers:
  - { url: 'http://localhost:8080' }
  - { url: 'http://plain.acme.test' }
  - { url: https://api.acme.test/ }
  - { url: https://eu.acme.test, description: Europe }
paths:
  /a: { get: { operationId: a/get, ${responses} } }
`,
    exchanges: [
      {
        name: 'a client uses the first server that is safe',
        options,
        call: (client) => client.a.get(),
        sends: { url: 'https://api.acme.test/a' },
      },
    ],
    leftForYou: ['`https://eu.acme.test` (Europe)'],
  },
  {
    vendor: 'servers-at-paths-only',
    document: `${start}
paths:
  /a: { servers: [{ url: https://a.acme.test }], get: { operationId: a/get, ${responses} } }
  /b: { servers: [{ url: https://b.acme.test }], get: { operationId: b/get, ${responses} } }
  /c: { servers: [{ url: https://b.acme.test }], get: { operationId: c/get, ${responses} } }
servers: []
`,
    exchanges: [
      {
        name: 'a client has the server of most operations',
        options,
        call: (client) => client.c.get(),
        sends: { url: 'https://b.acme.test/c', headers },
      },
      {
        name: 'an operation has its own server beside the most usual one',
        options,
        call: (client) => client.a.get(),
        sends: { url: 'https://a.acme.test/a', headers },
      },
    ],
  },
];

import type { DocumentCase } from '../document-case.ts';

const responses = `responses: { '200': { description: ok, content: { application/json: { schema: { type: object } } } } }`;
const start = `
openapi: 3.1.0
info: { title: Acme, version: '1' }
security: [{ key: [] }]
components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }`;
const options = { apiKey: 'k3y' };
const headers = { 'x-key': 'k3y' };

export const serverVariableCases: readonly DocumentCase[] = [
  {
    vendor: 'server-variables',
    document: `${start}
servers:
  - url: '{scheme}://{region}.acme.test/{version}/{tenant}'
    variables:
      scheme: { enum: [http, https], default: https }
      region: { enum: [eu, us], default: eu }
      version: { default: v1 }
      tenant: { default: main }
paths:
  /a: { get: { operationId: a/get, ${responses} } }
`,
    exchanges: [
      {
        name: 'a client uses the defaults of the variables of its server',
        options,
        call: (client) => client.a.get(),
        sends: { url: 'https://eu.acme.test/v1/main/a', headers },
      },
      {
        name: 'a client takes variables of its server as options',
        options: { ...options, region: 'us', tenant: 'acme.1' },
        call: (client) => client.a.get(),
        sends: { url: 'https://us.acme.test/v1/acme.1/a', headers },
      },
      {
        name: 'a client refuses a value that its server does not list',
        options: { ...options, region: 'evil.test/' },
        call: (client) => client.a.get(),
        throws: 'createServerVariables: `region` must be "eu" or "us".',
      },
      {
        name: 'a client refuses a value that would leave its place in the path',
        options: { ...options, tenant: '..' },
        call: (client) => client.a.get(),
        throws: '`tenant` must be one part of a path, such as "main".',
      },
      {
        name: 'the option baseUrl replaces a server with variables',
        options: { ...options, baseUrl: 'https://proxy.test' },
        call: (client) => client.a.get(),
        sends: { url: 'https://proxy.test/a' },
      },
    ],
    types: `
export const options: api.ServerVariablesOptions = { region: 'us', tenant: 'x' };
// @ts-expect-error: the server lists its regions
export const wrong: api.ServerVariablesOptions = { region: 'mars' };
`,
  },
  {
    vendor: 'host-variable',
    document: `${start}
servers:
  - { url: 'https://{host}/v1', variables: { host: { default: api.acme.test } } }
  - { url: 'https://{shop}.shops.test', variables: { shop: { default: demo } } }
paths:
  /a: { get: { operationId: a/get, ${responses} } }
`,
    exchanges: [
      {
        name: 'a client takes no variable that could name another host',
        options: { ...options, host: 'evil.test' },
        call: (client) => client.a.get(),
        throws: 'unknown option `host`',
      },
      {
        name: 'a client has the default of a whole host',
        options,
        call: (client) => client.a.get(),
        sends: { url: 'https://api.acme.test/v1/a', headers },
      },
    ],
    leftForYou: ['The option `baseUrl` takes the other servers of the document: `https://{shop}.shops.test`.'],
  },
  {
    vendor: 'subdomain-variable',
    document: `${start}
servers: [{ url: 'https://{shop}.acme.test:{port}', variables: { shop: { default: demo }, port: { default: '8443' } } }]
paths:
  /a: { get: { operationId: a/get, ${responses} } }
`,
    exchanges: [
      {
        name: 'a client takes a subdomain',
        options: { ...options, shop: 'mine' },
        call: (client) => client.a.get(),
        sends: { url: 'https://mine.acme.test:8443/a', headers },
      },
      {
        name: 'a client refuses a subdomain that names another host',
        options: { ...options, shop: 'evil.test/x' },
        call: (client) => client.a.get(),
        throws: '`shop` must be one part of a host name, such as "demo".',
      },
    ],
  },
  {
    vendor: 'variable-without-default',
    document: `${start}
servers: [{ url: 'https://{host}' }, { url: 'https://{tenantId}.acme.test/{version}', variables: { version: { description: The version. } } }]
paths:
  /a: { get: { operationId: a/get, ${responses} } }
`,
    exchanges: [
      {
        name: 'a client takes a variable that has no default',
        options: { ...options, tenantId: 'mine', version: 'v2' },
        call: (client) => client.a.get(),
        sends: { url: 'https://mine.acme.test/v2/a', headers },
      },
      {
        name: 'a client shows by its server which variable is missing',
        options,
        call: (client) => client.a.get(),
        sends: { url: 'https://tenant-id.acme.test/version/a' },
      },
    ],
    leftForYou: ['Give the variables of the server a `default` where one is usual: `tenantId`, `version`.'],
  },
];

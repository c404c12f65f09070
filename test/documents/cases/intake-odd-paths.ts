import type { DocumentCase } from '../document-case.ts';

const json = (schema: string) =>
  `responses: { '200': { description: ok, content: { application/json: { schema: ${schema} } } } }`;

/** Paths and bodies that are not what OpenAPI says. */
export const oddPathCases: readonly DocumentCase[] = [
  {
    vendor: 'intake-odd-paths',
    document: `
openapi: 3.1.0
info: { title: Acme, version: '1' }
paths:
  x-shared: { get: { operationId: shared/get, ${json('{}')} } }
  users: { get: { operationId: users/get, ${json('{ type: object, properties: { name: { type: string } } }')} } }
  /never: { get: { operationId: never/get, ${json('false')} } }
  /round: { get: { operationId: round/get, ${json(`{ $ref: '#/components/schemas/Round' }`)} } }
  /kinds:
    get:
      operationId: kinds/get
      responses:
        '200':
          description: ok
          content:
            application/json; view=short: { schema: { type: object, properties: { a: { type: string } } } }
            application/json; view=long: { schema: { type: object, properties: { b: { type: string } } } }
            json: { schema: { type: object } }
components: { schemas: { Round: { $ref: '#/components/schemas/Again' }, Again: { $ref: '#/components/schemas/Round' } } }
`,
    exchanges: [
      {
        name: 'a client calls a path that the document has without a slash',
        call: (client) => client.users.get(),
        sends: { url: 'https://api.acme.test/users' },
      },
      {
        name: 'a client reads a body of which the schema is only itself',
        responds: Response.json([1]),
        call: (client) => client.round.get(),
        resolves: [1],
      },
    ],
    types: 'export const read = (users: api.UsersGetResponse): string | undefined => users.name;',
    leftOpen: [
      'bodies that the document says cannot be',
      'schemas that are only themselves',
      'media types without a `/`',
      'media types that are read as one',
    ],
  },
];

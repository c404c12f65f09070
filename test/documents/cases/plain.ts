import type { DocumentCase } from '../document-case.ts';

export const plainCases: readonly DocumentCase[] = [
  {
    vendor: 'plain-bearer',
    document: `
openapi: 3.1.0
info: { title: Acme, version: '1' }
security: [{ user: [] }]
paths:
  /pets/{id}:
    get:
      operationId: pets/get
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
components:
  securitySchemes: { user: { type: http, scheme: bearer } }
  schemas: { Pet: { type: object, required: [name], properties: { name: { type: string } } } }
`,
    exchanges: [
      {
        name: 'a client sends its token and the path',
        options: { token: 't0ken' },
        call: (client) => client.pets.get({ id: 'a b' }),
        sends: { method: 'GET', url: 'https://api.acme.test/pets/a%20b', headers: { authorization: 'Bearer t0ken' } },
        responds: Response.json({ name: 'Rex' }),
        resolves: { name: 'Rex' },
      },
    ],
    types: `export const name = (pet: api.PetsGetResponse): string | undefined => pet.name;`,
  },
];

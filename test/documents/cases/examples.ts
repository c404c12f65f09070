import type { DocumentCase } from '../document-case.ts';

const head = (paths: string, schemas: string) => `
openapi: 3.1.0
info: { title: Acme, version: '1' }
security: [{ user: [] }]
paths:
${paths}
components:
  securitySchemes: { user: { type: http, scheme: bearer } }
  schemas:
${schemas}
`;

export const exampleCases: readonly DocumentCase[] = [
  {
    vendor: 'examples-kept',
    document: head(
      `  /pets/{id}:
    get:
      operationId: pets/get
      parameters: [{ name: id, in: path, required: true, schema: { type: string }, example: pet-7 }]
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Pet' }
              examples: { rex: { value: { name: Rex, age: 3, extra: true } }, wrong: { value: { name: 7 } } }
    put:
      operationId: pets/update
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' }, example: { id: p1, name: Tom } } } }
      responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { token: { type: string, example: sk_live_0123456789abcdef }, note: { type: string, example: fine }, size: { type: integer, example: big } } } } } } }`,
      `    Pet: { type: object, required: [name], properties: { id: { type: string, readOnly: true }, name: { type: string, example: Fido }, age: { type: integer } } }`,
    ),
    leftOpen: ['do not fit their schema', 'live credential'],
  },
];

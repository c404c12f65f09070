import type { DocumentCase } from '../document-case.ts';

const ok = `responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { name: { type: string } } } } } } }`;
const head = `openapi: 3.1.0\ninfo: { title: Acme, version: '1' }\n`;

export const referenceCases: readonly DocumentCase[] = [
  {
    vendor: 'intake-path-items',
    document: `${head}
paths:
  /a: { $ref: '#/components/pathItems/A' }
  /b: { $ref: '#/paths/~1a', summary: again }
  /c: { $ref: '#/components/pathItems/A', post: { operationId: c/create, ${ok} } }
components:
  pathItems:
    A: { get: { operationId: a/get, parameters: [{ name: q, in: query, schema: { type: string } }], ${ok} } }
`,
    exchanges: [
      {
        name: 'a client takes a path by reference',
        call: (client) => client.a.get({ q: 'x' }),
        sends: { url: 'https://api.acme.test/a?q=x' },
      },
      {
        name: 'a client takes an operation beside a reference',
        call: (client) => client.c.create(),
        sends: { method: 'POST', url: 'https://api.acme.test/c' },
      },
    ],
  },
  {
    vendor: 'intake-like-references',
    document: `${head}
paths:
  /a:
    get:
      operationId: a/get
      description: '#/components/schemas/Unused'
      responses:
        '200':
          description: '#/components/responses/TooManyRequests'
          content:
            application/json:
              schema: { type: object, properties: { kind: { type: string, default: '#/components/schemas/Unused', enum: ['#/components/schemas/Unused'] } } }
              example: { $ref: '#/components/schemas/Nowhere' }
        '429': { description: '#/components/responses/TooManyRequests' }
        '500': { description: '#/components/responses/ServerFailure' }
components: { schemas: { Unused: { type: object } } }
`,
    exchanges: [
      { name: 'a client is made of a document with texts that read like references', call: (client) => client.a.get() },
    ],
  },
  {
    vendor: 'intake-anchors',
    document: `${head}
paths:
  /a: { get: { operationId: a/get, responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } } } } }
  /b: { get: { operationId: b/get, responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/paths/~1a/get/responses/200/content/application~1json/schema' } } } } } } }
components:
  schemas:
    A: { type: object, properties: { pet: { $ref: '#pet' }, owner: { $ref: 'https://acme.test/owner' }, street: { $ref: 'https://acme.test/owner#street' }, size: { $ref: '#/components/schemas/Pet/properties/size' }, own: { $ref: '#/components/schemas/A/$defs/own' } }, $defs: { own: { type: integer } } }
    Pet: { $anchor: pet, type: object, properties: { name: { type: string }, size: { type: number } } }
    Owner: { $id: 'https://acme.test/owner', type: object, properties: { home: { $ref: '#street' }, first: { $ref: '#/$defs/first' } }, $defs: { street: { $anchor: street, type: boolean }, first: { type: string } } }
`,
    types: `
export const read = (a: api.AGetResponse) => {
  const name: string | undefined = a.pet?.name;
  const street: boolean | undefined = a.street;
  const home: boolean | undefined = a.owner?.home;
  const first: string | undefined = a.owner?.first;
  const size: number | undefined = a.size;
  const own: number | undefined = a.own;
  return { name, street, home, first, size, own };
};`,
  },
];

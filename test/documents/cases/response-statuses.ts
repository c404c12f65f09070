import type { DocumentCase } from '../document-case.ts';
import { partsOf } from '../read-responses.ts';

export const statusCases: readonly DocumentCase[] = [
  {
    vendor: 'default-alone',
    document: `
openapi: 3.1.0
info: { title: Acme, version: '1' }
paths:
  /pets: { get: { operationId: pets/get, responses: { default: { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } } } }
  /both: { get: { operationId: both/get, responses: { '404': { description: gone, content: { application/json: { schema: { $ref: '#/components/schemas/Gone' } } } }, default: { $ref: '#/components/responses/Pet' } } } }
  /empty: { get: { operationId: empty/get, responses: { default: { description: ok } } } }
  /error:
    get:
      operationId: error/get
      responses:
        '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
        default: { description: not ok, content: { application/json: { schema: { $ref: '#/components/schemas/Gone' } } } }
components:
  responses: { Pet: { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } }
  schemas: { Pet: { type: object, required: [name], properties: { name: { type: string } } }, Gone: { type: object, required: [why], properties: { why: { type: string } } } }
`,
    exchanges: [
      {
        name: 'a client takes default as the success if it stands alone',
        responds: Response.json({ name: 'Rex' }, { status: 201 }),
        call: (client) => client.pets.get(),
        resolves: { name: 'Rex' },
      },
      {
        name: 'a client takes default as the error of other statuses',
        responds: Response.json({ name: 'no' }, { status: 400 }),
        call: (client) => partsOf(client.pets.get()),
        resolves: [false, 400, undefined, { name: 'no' }],
      },
      {
        name: 'a client ignores the body of a default without content',
        responds: Response.json({}),
        call: (client) => partsOf(client.empty.get()),
        resolves: [true, 200, undefined, undefined],
      },
    ],
    types: `
export const name = (pet: api.PetsGetResponse, other: api.BothGetResponse): string => pet.name + other.name;
export function read(result: api.BothGetResult): string {
  if (result.ok) return result.data.name;
  if (result.status === 404) return result.error.why;
  return result.status === 500 ? result.error.name : '';
}
export function fail(result: api.ErrorGetResult): string {
  if (result.ok) return result.data.name;
  return result.status === 429 || result.status === 400 ? result.error.why : '';
}`,
  },
  {
    vendor: 'status-ranges',
    document: `
openapi: 3.0.3
info: { title: Acme, version: '1' }
paths:
  /jobs:
    post:
      operationId: jobs/create
      responses:
        100: { description: wait }
        2xx: { description: ok, content: { application/json: { schema: { type: object, required: [id], properties: { id: { type: string } } } } } }
        202: { description: later, content: { application/json: { schema: { type: object, required: [job], properties: { job: { type: string } } } } } }
        4XX: { description: no, content: { application/problem+json: { schema: { type: object, required: [title], properties: { title: { type: string } } } } } }
        403: { description: never, content: { application/json: { schema: { type: object, required: [scope], properties: { scope: { type: string } } } } } }
        x-note: nothing
  /none: { get: { operationId: none/get, responses: {} } }
  /only-errors: { get: { operationId: errors/get, responses: { '404': { description: gone } } } }
  /gone: { delete: { operationId: gone/delete, responses: { '204': { description: gone } } } }
  /reset: { post: { operationId: reset/create, responses: { '205': { description: ok, content: { application/json: {} } } } } }
  /unknown: { get: { operationId: unknown/get, responses: { '200': { description: ok, content: { application/json: {} } } } } }
`,
    leftOpen: ['operations without responses: any JSON is accepted'],
    exchanges: [
      {
        name: 'a client resolves with the body of a range of statuses',
        responds: Response.json({ id: '1' }, { status: 201 }),
        call: (client) => client.jobs.create(),
        resolves: { id: '1' },
      },
      {
        name: 'a client resolves with what arrives if no response is declared',
        responds: Response.json([1]),
        call: (client) => client.none.get(),
        resolves: [1],
      },
      {
        name: 'a client resolves with what arrives if only errors are declared',
        responds: Response.json([1]),
        call: (client) => client.errors.get(),
        resolves: [1],
      },
      {
        name: 'a client resolves with nothing for an empty body',
        responds: new Response(''),
        call: async (client) => [await client.unknown.get(), await client.none.get(), await client.gone.delete()],
        resolves: [undefined, undefined, undefined],
      },
    ],
    types: `
export function read(result: api.JobsCreateResult): string {
  if (result.status === 202) return result.data.job;
  if (result.status === 201) return result.data.id;
  if (result.ok) return result.data.id;
  if (result.status === 403) return result.error.scope;
  return result.status === 409 ? result.error.title : '';
}
export const any: (body: api.NoneGetResponse, other: api.UnknownGetResponse) => unknown = (body) => body;
export async function nothing(client: api.StatusRanges): Promise<undefined> {
  const reset: undefined = await client.reset.create();
  return (await client.gone.delete()) ?? reset;
}`,
  },
];

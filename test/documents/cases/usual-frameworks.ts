import type { DocumentCase } from '../document-case.ts';

const server = 'servers: [{ url: https://api.acme.test }]';

/** Documents as frameworks write them. */
export const frameworkCases: readonly DocumentCase[] = [
  {
    vendor: 'like-petstore',
    document: `
openapi: 3.0.0
info: { version: 1.0.0, title: Petstore }
${server}
paths:
  /pets:
    get:
      summary: List all pets
      operationId: listPets
      tags: [pets]
      responses:
        '200': { description: A paged array of pets, content: { application/json: { schema: { $ref: '#/components/schemas/Pets' } } } }
        default: { description: unexpected error, content: { application/json: { schema: { $ref: '#/components/schemas/Error' } } } }
components:
  schemas:
    Pet: { type: object, required: [id], properties: { id: { type: integer, format: int64 }, tag: { type: string } } }
    Pets: { type: array, maxItems: 100, items: { $ref: '#/components/schemas/Pet' } }
    Error: { type: object, required: [code, message], properties: { code: { type: integer }, message: { type: string } } }
`,
    exchanges: [
      {
        name: 'an error of a client has the sentence of the vendor',
        responds: Response.json({ code: 7, message: 'Too hungry' }, { status: 418 }),
        call: (client) => client.pets.list(),
        throws: 'GET /pets: 418 Too hungry',
      },
    ],
    types: `
export async function read(client: api.LikePetstore): Promise<string | undefined> {
  const result = await client.pets.list().result();
  return result.ok ? result.data[0]?.tag : result.error.message;
}`,
  },
  {
    vendor: 'like-aspnet',
    document: `
openapi: 3.0.1
info: { title: WebApi, version: v1 }
${server}
paths:
  /forecast:
    get:
      tags: [Forecast]
      operationId: GetForecast
      responses:
        '200':
          description: OK
          content:
            text/plain: { schema: { $ref: '#/components/schemas/Forecast' } }
            application/json: { schema: { $ref: '#/components/schemas/Forecast' } }
            text/json: { schema: { $ref: '#/components/schemas/Forecast' } }
        '400': { description: bad, content: { application/problem+json: { schema: { $ref: '#/components/schemas/ProblemDetails' } } } }
components:
  schemas:
    Forecast: { type: object, properties: { summary: { type: string, nullable: true } }, additionalProperties: false }
    ProblemDetails: { type: object, properties: { title: { type: string, nullable: true }, detail: { type: string, nullable: true } }, additionalProperties: {} }
`,
    exchanges: [
      {
        name: 'a client reads text/json as JSON',
        responds: new Response('{"summary":"x"}', { headers: { 'Content-Type': 'text/json' } }),
        call: (client) => client.forecast.get({}, { accept: 'text/json' }),
        sends: { headers: { accept: 'text/json' } },
        resolves: { summary: 'x' },
      },
      {
        name: 'an error of a client has the detail of a problem',
        responds: new Response('{"title":"Bad","detail":"The day is over."}', {
          status: 400,
          headers: { 'Content-Type': 'application/problem+json' },
        }),
        call: (client) => client.forecast.get(),
        throws: '400 The day is over.',
      },
    ],
    types: `
export async function read(client: api.LikeAspnet): Promise<string | null | undefined> {
  const forecast: api.Forecast = await client.forecast.get({}, { accept: 'text/json' });
  const text: string = await client.forecast.get({}, { accept: 'text/plain' });
  return forecast.summary ?? text;
}`,
  },
  {
    vendor: 'like-fastapi',
    document: `
openapi: 3.1.0
info: { title: FastAPI, version: 0.1.0 }
${server}
paths:
  /items/{item_id}:
    get:
      summary: Read Item
      operationId: read_item
      parameters: [{ name: item_id, in: path, required: true, schema: { type: integer, title: Item Id } }]
      responses:
        '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Item' } } } }
        '422': { description: Validation Error, content: { application/json: { schema: { $ref: '#/components/schemas/HTTPValidationError' } } } }
components:
  schemas:
    Item: { properties: { price: { anyOf: [{ type: number }, { type: string }], title: Price }, mode: { anyOf: [{ $ref: '#/components/schemas/Mode' }, { type: 'null' }], default: fast } }, type: object, required: [price], title: Item }
    Mode: { type: string, enum: [fast, slow], title: Mode }
    HTTPValidationError: { properties: { detail: { items: { $ref: '#/components/schemas/ValidationError' }, type: array } }, type: object }
    ValidationError: { properties: { loc: { items: { anyOf: [{ type: string }, { type: integer }] }, type: array }, msg: { type: string } }, type: object, required: [loc, msg] }
`,
    exchanges: [
      {
        name: 'an error of a client has the first of several messages',
        responds: Response.json({ detail: [{ loc: ['path', 0], msg: 'not an integer' }] }, { status: 422 }),
        call: (client) => client.items.read({ item_id: 1 }),
        throws: '422 not an integer',
      },
      {
        name: 'an error of a client has the text in place of a list of messages',
        responds: Response.json({ detail: 'Not found' }, { status: 404 }),
        call: (client) => client.items.read({ item_id: 1 }),
        throws: '404 Not found',
      },
    ],
    types: `
export async function read(client: api.LikeFastapi): Promise<(number | string | null | undefined)[]> {
  const item = await client.items.read({ item_id: 1 });
  const mode: api.Mode | null | undefined = item.mode;
  return [item.price, mode];
}`,
  },
];

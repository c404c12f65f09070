import type { DocumentCase } from '../document-case.ts';

const head = `
openapi: 3.1.0
info: { title: Acme, version: '1' }
`;
const ok = `responses: { '200': { description: ok, content: { application/json: { schema: { type: object } } } } }`;
/** A document with one operation, `POST /things`, called `things.send`. */
function sending(content: string, method = 'post', more = ''): string {
  return `${head}
paths:
  /things:
    ${method}:
      operationId: things/send
      ${more}
      requestBody: { required: true, content: { ${content} } }
      ${ok}
`;
}

export const jsonCases: readonly DocumentCase[] = [
  {
    vendor: 'merge-patch',
    document: sending(
      'application/merge-patch+json: { schema: { type: object, properties: { name: { type: [string, "null"] } } } }',
      'patch',
    ),
    exchanges: [
      {
        name: 'a client sends a merge patch under its own media type',
        call: ({ things }) => things.send({ name: null }),
        sends: { method: 'PATCH', body: { name: null }, headers: { 'content-type': 'application/merge-patch+json' } },
      },
    ],
  },
  {
    vendor: 'json-patch',
    document: sending(
      `application/json-patch+json: { schema: { type: array, items: { type: object, required: [op, path], properties: { op: { type: string, enum: [add, remove] }, path: { type: string }, value: {} } } } }`,
      'patch',
    ),
    exchanges: [
      {
        name: 'a client sends a JSON patch, which is a list',
        call: ({ things }) => things.send({ body: [{ op: 'add', path: '/a', value: null }] }),
        sends: {
          body: [{ op: 'add', path: '/a', value: null }],
          headers: { 'content-type': 'application/json-patch+json' },
        },
      },
    ],
    types: `export const input: api.ThingsSendParams = { body: [{ op: 'add', path: '/a', value: 1 }] };`,
  },
  {
    vendor: 'json-api',
    document: sending('application/vnd.api+json: { schema: { type: object, properties: { data: { type: object } } } }'),
    exchanges: [
      {
        name: 'a client sends JSON:API under its own media type',
        call: ({ things }) => things.send({ data: { id: '1' } }),
        sends: { body: { data: { id: '1' } }, headers: { 'content-type': 'application/vnd.api+json' } },
      },
    ],
  },
  {
    vendor: 'json-charset',
    document: sending(
      `'application/json; charset=utf-8': { schema: { type: object, properties: { a: { type: integer } } } }`,
    ),
    exchanges: [
      {
        name: 'a client sends JSON that a document names with a charset',
        call: ({ things }) => things.send({ a: 1 }),
        sends: { body: { a: 1 }, headers: { 'content-type': 'application/json' } },
      },
    ],
  },
  {
    vendor: 'any-json',
    document: sending('application/json: {}'),
    exchanges: [
      ...[[1, 'a'], 'text', 5, false, null, { a: 1 }].map((body) => ({
        name: `a client sends ${JSON.stringify(body)} as a body of any JSON`,
        call: ({ things }: { things: { send(input: object): unknown } }) => things.send({ body }),
        sends: { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } },
      })),
    ],
    types: `export const inputs: api.ThingsSendParams[] = [{ body: 1 }, { body: null }, { body: [] }];`,
  },
  {
    vendor: 'json-union',
    document: sending(
      `application/json: { schema: { oneOf: [{ type: array, items: { type: string } }, { type: object, required: [all], properties: { all: { type: boolean } } }] } }`,
    ),
    exchanges: [
      {
        name: 'a client sends a union as a whole body',
        call: ({ things }) => things.send({ body: ['a'] }),
        sends: { body: ['a'] },
      },
    ],
    types: `export const inputs: api.ThingsSendParams[] = [{ body: ['a'] }, { body: { all: true } }];`,
  },
  {
    vendor: 'free-object',
    document: sending('application/json: { schema: { type: object, additionalProperties: { type: integer } } }'),
    exchanges: [
      {
        name: 'a client sends an object of any names as a whole body',
        call: ({ things }) => things.send({ body: { body: 1, x: 2 } }),
        sends: { body: { body: 1, x: 2 } },
      },
    ],
    types: `
export const input: api.ThingsSendParams = { body: { a: 1 } };
// @ts-expect-error Its values are numbers.
export const wrong: api.ThingsSendParams = { body: { a: 'b' } };
`,
  },
  {
    vendor: 'binary-in-json',
    document: sending(
      'application/json: { schema: { type: object, properties: { a: { type: string, format: binary }, b: { type: string, format: byte } } } }',
    ),
    exchanges: [
      {
        name: 'a client sends a string of JSON whose format is binary',
        call: ({ things }) => things.send({ a: 'x' }),
        sends: { body: { a: 'x' } },
      },
    ],
    types: `export const input: api.ThingsSendParams = { a: 'text', b: 'YQ==' };`,
  },
];

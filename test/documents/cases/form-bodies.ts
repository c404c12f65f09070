import type { DocumentCase } from '../document-case.ts';

/** A document with one operation, `POST /charges`, called `charges.create`. */
function posting(properties: string, encoding = '', required = ''): string {
  return `
openapi: 3.1.0
info: { title: Acme, version: '1' }
paths:
  /charges:
    post:
      operationId: charges/create
      requestBody:
        required: true
        content:
          application/x-www-form-urlencoded:
            schema: { type: object, ${required && `required: [${required}], `}properties: { ${oneLine(properties)} } }
            ${encoding && `encoding: { ${oneLine(encoding)} }`}
      responses: { '200': { description: ok, content: { application/json: { schema: { type: object } } } } }
`;
}
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
const deep = '{ style: deepObject, explode: true }';
const list = '{ type: array, items: { type: string } }';
const form = 'application/x-www-form-urlencoded';

export const formCases: readonly DocumentCase[] = [
  {
    vendor: 'form-deep',
    document: posting(
      `amount: { type: integer }, metadata: { type: object, additionalProperties: { type: string } },
       items: { type: array, items: { type: object, properties: { price: { type: string }, tags: ${list} } } }, expand: ${list}`,
      `metadata: ${deep}, items: ${deep}, expand: ${deep}`,
      'items',
    ),
    exchanges: [
      {
        name: 'a client sends objects and lists of a form in brackets',
        call: ({ charges }) =>
          charges.create({
            amount: 5,
            metadata: { 'a b': 'c&d' },
            items: [{ price: 'p', tags: ['x', 'y'] }],
            expand: ['z'],
          }),
        sends: {
          headers: { 'content-type': form },
          body: new URLSearchParams([
            ['amount', '5'],
            ['metadata[a b]', 'c&d'],
            ['items[0][price]', 'p'],
            ['items[0][tags][0]', 'x'],
            ['items[0][tags][1]', 'y'],
            ['expand[0]', 'z'],
          ]).toString(),
        },
      },
      {
        name: 'a client refuses what a form cannot say, with its place',
        call: ({ charges }) => charges.create({ items: [{ price: null }] }),
        throws: '/charges: `items[0].price` cannot be sent',
      },
    ],
    types: `
export const input: api.ChargesCreateParams = { items: [{ price: 'p', tags: ['x'] }], metadata: { a: 'b' } };
// @ts-expect-error A required list.
export const wrong: api.ChargesCreateParams = { amount: 1 };
`,
  },
  {
    vendor: 'form-lists',
    document: posting(`a: ${list}, 'b[]': { type: array, items: { type: integer } }, c: { type: string }`),
    exchanges: [
      {
        name: 'a client repeats the lists of a form',
        call: ({ charges }) => charges.create({ a: ['1', '2'], 'b[]': [3, 4], c: 'd' }),
        sends: { body: 'a=1&a=2&b%5B%5D=3&b%5B%5D=4&c=d' },
      },
      {
        name: 'a client sends nothing for an empty list of a form',
        call: ({ charges }) => charges.create({ a: [], c: 'd' }),
        sends: { body: 'c=d' },
      },
    ],
  },
  {
    vendor: 'form-styles',
    document: posting(
      `a: ${list}, b: ${list}, c: ${list}, d: { type: object, properties: { e: { type: string }, f: { type: integer } } },
       g: { type: object, properties: { h: { type: string } } }, i: { type: string }`,
      `a: { explode: false }, b: { style: pipeDelimited, explode: false }, c: { style: spaceDelimited }, d: { style: form },
       g: { style: form, explode: false }, i: { allowReserved: true }`,
    ),
    exchanges: [
      {
        name: 'a client sends the fields of a form by their styles',
        call: ({ charges }) =>
          charges.create({
            a: ['1,', '2'],
            b: ['1', '2'],
            c: ['1', '2'],
            d: { e: 'x', f: 1 },
            g: { h: 'y' },
            i: 'a/b?c&d',
          }),
        sends: { body: 'a=1%2C,2&b=1|2&c=1%202&e=x&f=1&g=h,y&i=a/b?c%26d' },
      },
    ],
  },
  {
    vendor: 'form-json',
    document: posting(
      `address: { type: object, properties: { city: { type: string } } }, blocks: { type: array, items: { type: object } }`,
      'blocks: { contentType: application/json }',
    ),
    exchanges: [
      {
        name: 'a client sends an object of a form as JSON where the document names no style',
        call: ({ charges }) => charges.create({ address: { city: 'Z' } }),
        sends: { body: `address=${encodeURIComponent('{"city":"Z"}')}` },
      },
      {
        name: 'a client sends a list of a form as JSON where the document says so',
        call: ({ charges }) => charges.create({ blocks: [{ a: 1 }] }),
        sends: { body: `blocks=${encodeURIComponent('[{"a":1}]')}` },
      },
    ],
  },
  {
    vendor: 'form-union',
    document: posting(
      `metadata: { anyOf: [{ type: object, additionalProperties: { type: string } }, { type: string, enum: [''] }] }`,
      `metadata: ${deep}`,
    ),
    exchanges: [
      {
        name: 'a client sends either variant of a union of a form',
        call: async ({ charges }) => {
          await charges.create({ metadata: '' });
          return charges.create({ metadata: { a: 'b' } });
        },
        sends: { body: 'metadata%5Ba%5D=b' },
      },
    ],
    types: `export const inputs: api.ChargesCreateParams[] = [{ metadata: '' }, { metadata: { a: 'b' } }];`,
  },
  {
    vendor: 'form-plain',
    document: posting(`a: { type: string }, b: { type: boolean }`, 'a: { style: form }'),
    exchanges: [
      {
        name: 'a client sends a form of plain fields',
        call: ({ charges }) => charges.create({ a: 'x y', b: true }),
        sends: { body: 'a=x+y&b=true', headers: { 'content-type': form } },
      },
    ],
  },
  {
    vendor: 'form-free',
    document: `
openapi: 3.1.0
info: { title: Acme, version: '1' }
paths:
  /charges:
    post:
      operationId: charges/create
      requestBody: { required: true, content: { ${form}: { schema: { type: object, additionalProperties: { type: string } } } } }
      responses: { '200': { description: ok, content: { application/json: { schema: { type: object } } } } }
`,
    exchanges: [
      {
        name: 'a client sends a form of any names as a whole body',
        call: ({ charges }) => charges.create({ body: { a: 'b', c: ['d', 'e'] } }),
        sends: { body: 'a=b&c=d&c=e' },
      },
    ],
  },
];

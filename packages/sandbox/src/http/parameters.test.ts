import { expect, it } from 'vitest';
import type { Parameter } from '../document/openapi.ts';
import { decode, pairsOf, readPairs, readText } from './parameters.ts';

const numbers = { type: 'array', items: { type: 'integer' } };
const color = {
  type: 'object',
  properties: { R: { type: 'integer' }, G: { type: 'integer' }, name: { type: 'string' } },
};

const inPath = (style: Partial<Parameter>, text: string) => readText({ name: 'p', ...style }, text, decode);
const inHeader = (style: Partial<Parameter>, text: string) => readText({ name: 'p', ...style }, text, String);
const inQuery = (style: Partial<Parameter>, query: string) => readPairs({ name: 'p', ...style }, pairsOf(query));

it.each([
  ['simple', 'a text', { schema: { type: 'string' } }, 'a%2Cb', 'a,b'],
  ['simple', 'a number', { schema: { type: 'integer' } }, '12', 12],
  ['simple', 'a list', { schema: numbers }, '3,4', [3, 4]],
  ['simple', 'an object', { schema: color }, 'R,1,G,2', { R: 1, G: 2 }],
  ['simple', 'an exploded object', { schema: color, explode: true }, 'R=1,G=2', { R: 1, G: 2 }],
  ['label', 'a list', { schema: numbers, style: 'label' }, '.3,4', [3, 4]],
  ['label', 'an exploded list', { schema: numbers, style: 'label', explode: true }, '.3.4', [3, 4]],
  ['matrix', 'a text', { schema: { type: 'string' }, style: 'matrix' }, ';p=a', 'a'],
  ['matrix', 'a list', { schema: numbers, style: 'matrix' }, ';p=3,4', [3, 4]],
  ['matrix', 'an exploded list', { schema: numbers, style: 'matrix', explode: true }, ';p=3;p=4', [3, 4]],
  ['matrix', 'an exploded object', { schema: color, style: 'matrix', explode: true }, ';R=1;G=2', { R: 1, G: 2 }],
] as const)('the reader reads the style %s of %s', (_, __, style, text, value) => {
  expect(inPath(style, text)).toEqual(value);
});

it.each([
  ['form', 'an exploded list', { schema: numbers }, 'p=3&p=4', [3, 4]],
  ['form', 'a list of one item', { schema: numbers }, 'p=3', [3]],
  ['form', 'a list', { schema: numbers, explode: false }, 'p=3,4', [3, 4]],
  ['form', 'an exploded object', { schema: color }, 'R=1&G=2&other=3', { R: 1, G: 2 }],
  ['form', 'an object', { schema: color, explode: false }, 'p=R,1,G,2', { R: 1, G: 2 }],
  ['spaceDelimited', 'a list', { schema: numbers, style: 'spaceDelimited' }, 'p=3%204', [3, 4]],
  ['pipeDelimited', 'a list', { schema: numbers, style: 'pipeDelimited' }, 'p=3|4', [3, 4]],
  [
    'deepObject',
    'nested lists',
    {
      schema: { type: 'object', properties: { a: { type: 'object', properties: { b: numbers } } } },
      style: 'deepObject',
    },
    'p[a][b][]=3&p[a][b][]=4',
    { a: { b: [3, 4] } },
  ],
  [
    'deepObject',
    'a list of objects',
    { schema: { type: 'array', items: color }, style: 'deepObject' },
    'p[0][R]=1&p[1][R]=2',
    [{ R: 1 }, { R: 2 }],
  ],
  ['form', 'JSON', { content: { 'application/json': {} } }, 'p=%7B%22a%22%3A1%7D', { a: 1 }],
  ['form', 'a text with spaces', { schema: { type: 'string' } }, 'p=a+b%20c', 'a b c'],
  ['deepObject', 'an object', { schema: color, style: 'deepObject' }, 'p[R]=1&p%5BG%5D=2', { R: 1, G: 2 }],
] as const)('the reader reads the style %s of %s in a query', (_, __, style, query, value) => {
  expect(inQuery(style, query)).toEqual(value);
});

it.each([
  ['a value twice as a list, which a schema of one value refuses', { type: 'integer' }, 'p=1&p=2', [1, 2]],
  ['a number in another form as a text', { type: 'integer' }, 'p=0x1F', '0x1F'],
  ['a number that is too large as a text', { type: 'integer' }, 'p=1e999', '1e999'],
  ['an empty number as a text', { type: 'integer' }, 'p=', ''],
  ['an empty value as null where null is allowed', { type: ['integer', 'null'] }, 'p=', null],
  ['true as a boolean', { type: 'boolean' }, 'p=true', true],
  ['TRUE as a text', { type: 'boolean' }, 'p=TRUE', 'TRUE'],
  ['a number as a text where both are allowed', { type: ['integer', 'string'] }, 'p=1', '1'],
  ['a number beside texts of a list', { anyOf: [{ type: 'integer' }, { type: 'string', enum: ['all'] }] }, 'p=1', 1],
  [
    'one text that is not an item as a text',
    { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string', enum: ['a'] } }] },
    'p=b',
    'b',
  ],
  [
    'one item as a list',
    { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string', enum: ['a'] } }] },
    'p=a',
    ['a'],
  ],
  ['a number by a variant of the schema', { anyOf: [{ type: 'integer' }, { type: 'boolean' }] }, 'p=1', 1],
  ['a text that is not encoded well unchanged', { type: 'string' }, 'p=%E0%A4', '%E0%A4'],
])('the reader reads %s', (_, schema, query, value) => {
  expect(inQuery({ schema }, query)).toEqual(value);
});

it('the reader reads names like __proto__ as names', () => {
  const read = inQuery({ schema: { type: 'object' }, style: 'deepObject' }, 'p[__proto__]=a&p[constructor]=b');
  expect(Object.entries(read as object)).toEqual([
    ['__proto__', 'a'],
    ['constructor', 'b'],
  ]);
  expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
});

it('the reader does not decode headers', () => {
  expect(inHeader({ schema: { type: 'string' } }, 'a%20b')).toBe('a%20b');
  expect(inHeader({ schema: numbers }, '3,4')).toEqual([3, 4]);
});

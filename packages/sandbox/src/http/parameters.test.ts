import { expect, it } from 'vitest';
import type { Parameter } from '../document/openapi.ts';
import { decode, pairsOf, readPairs, readText, schemaOf } from './parameters.ts';

const numbers = { type: 'array', items: { type: 'integer' } };
const color = {
  type: 'object',
  properties: { R: { type: 'integer' }, G: { type: 'integer' }, name: { type: 'string' } },
};

const inPath = ({ schema = {} }: Partial<Parameter>, text: string) => readText(schema, text, decode);
const inHeader = ({ schema = {} }: Partial<Parameter>, text: string) => readText(schema, text, String);
const inQuery = (style: Partial<Parameter>, query: string) => readPairs({ name: 'p', ...style }, pairsOf(query));

it.each([
  ['simple', 'a text', { schema: { type: 'string' } }, 'a%2Cb', 'a,b'],
  ['simple', 'a number', { schema: { type: 'integer' } }, '12', 12],
  ['simple', 'a list', { schema: numbers }, '3,4', [3, 4]],
] as const)('the reader reads the style %s of %s', (_, __, style, text, value) => {
  expect(inPath(style, text)).toEqual(value);
});

it.each([
  ['form', 'an exploded list', { schema: numbers }, 'p=3&p=4', [3, 4]],
  ['form', 'a list of one item', { schema: numbers }, 'p=3', [3]],
  ['form', 'a list', { schema: numbers, explode: false }, 'p=3,4', [3, 4]],
  ['form', 'an exploded object', { schema: color }, 'R=1&G=2&other=3', { R: 1, G: 2 }],
  ['form', 'a text with spaces', { schema: { type: 'string' } }, 'p=a+b%20c', 'a b c'],
  ['deepObject', 'an object', { schema: color, style: 'deepObject' }, 'p[R]=1&p%5BG%5D=2', { R: 1, G: 2 }],
] as const)('the reader reads the style %s of %s in a query', (_, __, style, query, value) => {
  expect(inQuery(style, query)).toEqual(value);
});

it.each<[Partial<Parameter>, isRead: boolean]>([
  [{ in: 'query', schema: color }, true],
  [{ in: 'query', schema: color, style: 'deepObject', explode: false }, true],
  [{ in: 'query', schema: color, explode: false }, false],
  [{ in: 'path', schema: color }, false],
  [{ in: 'path', schema: numbers }, true],
  [{ in: 'path', schema: numbers, style: 'matrix' }, false],
  [{ in: 'query', schema: numbers, style: 'pipeDelimited' }, false],
])('the schema of the parameter %j counts where its style is read: %s', (parameter, isRead) => {
  expect(schemaOf({ name: 'p', in: 'query', ...parameter })).toEqual(isRead ? parameter.schema : {});
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

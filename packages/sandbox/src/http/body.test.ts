import { expect, it } from 'vitest';
import { acceptedType, declaredType, parseJson, readBody } from './body.ts';

const form = 'application/x-www-form-urlencoded';
const object = {
  type: 'object',
  properties: { n: { type: 'integer' }, list: { type: 'array', items: { type: 'integer' } } },
};

it.each([
  ['the same type', 'application/json', 'application/json'],
  ['the type with parameters', 'Application/JSON; charset=utf-8', 'application/json'],
  ['a range, where there is no such type', 'text/csv', 'text/*'],
  ['any type, where there is no such range', 'image/png', '*/*'],
])('declaredType finds %s', (_, contentType, declared) => {
  expect(declaredType({ '*/*': {}, 'text/*': {}, 'application/json': {} }, contentType)).toBe(declared);
});

it.each([
  [null, 'application/json'],
  ['*/*', 'application/json'],
  ['text/*', 'text/csv'],
  ['text/csv;q=0.5, application/json', 'application/json'],
  ['application/json;q=0.1, text/csv;q=0.2', 'text/csv'],
  ['text/csv;q=0', undefined],
  ['image/png', undefined],
])('acceptedType reads the Accept header %s', (accept, type) => {
  expect(acceptedType({ 'application/json': {}, 'text/csv': {} }, accept)).toBe(type);
});

it.each([
  ['JSON', 'application/json', '{"n":1}', { n: 1 }],
  ['JSON of a vendor', 'application/problem+json; charset=utf-8', '[1]', [1]],
  ['a form as the types of its schema', form, 'n=1&list=2&list=3&other=a+b', { n: 1, list: [2, 3], other: 'a b' }],
  ['no object of another media type', 'application/xml', '<a/>', undefined],
])('readBody reads %s', (_, contentType, text, value) => {
  expect(readBody(contentType, { schema: object }, text)).toEqual(value);
});

it('readBody reads a form as its encoding says', () => {
  const media = { schema: object, encoding: { list: { explode: false } } };
  expect(readBody(form, media, 'list=2,3')).toEqual({ list: [2, 3] });
});

it('readBody reads a text as a text', () => {
  expect(readBody('text/csv', { schema: { type: 'string' } }, 'a,b')).toBe('a,b');
});

it('readBody throws for JSON that ends early', () => {
  expect(() => readBody('application/json', {}, '{"n":')).toThrow(SyntaxError);
});

it('readBody reads names like __proto__ as names', () => {
  for (const [type, text] of [
    ['application/json', '{"__proto__":{"a":1}}'],
    [form, '__proto__=1'],
  ] as const) {
    const body = readBody(type, { schema: object }, text) as object;
    expect(Object.keys(body)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(body)).toBe(Object.prototype);
  }
});

it.each([
  ['half of a pair', String.raw`{"a\ud83d":"\udc00"}`, { 'a\ufffd': '\ufffd' }],
  ['a whole pair', String.raw`{"a":"\ud83d\ude00\ud83d"}`, { a: '\u{1f600}\ufffd' }],
  ['a backslash before what looks like a half', String.raw`{"a":"\\ud83d\ud83d"}`, { a: '\\ud83d\ufffd' }],
  ['half of a pair that is not escaped', '"\ud83d"', '\ufffd'],
])('parseJson reads %s', (_, text, value) => {
  expect(parseJson(text)).toEqual(value);
});

it.each([
  ['a number that is too large', '[1e999]', SyntaxError],
  ['lists that are nested too deeply', '['.repeat(100_000) + ']'.repeat(100_000), RangeError],
])('parseJson throws for %s', (_, text, error) => {
  expect(() => parseJson(text)).toThrow(error);
});

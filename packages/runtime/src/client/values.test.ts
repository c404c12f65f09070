import { describe, expect, it } from 'vitest';
import { PlumblineError } from '../errors/plumbline-error.ts';
import { convert, textOf, toParameter } from './values.ts';

describe('textOf', () => {
  it.each<[value: unknown, text: string]>([
    ['', ''],
    ['a\n', 'a\n'],
    ['💡', '💡'],
    [-0, '0'],
    [1e21, '1e+21'],
    [false, 'false'],
    [12n, '12'],
    [new Date(0), '1970-01-01T00:00:00.000Z'],
    [{ toJSON: () => 5 }, '5'],
    [{ toJSON: () => 5n }, '5'],
  ])('textOf gives the text of %s', (value, text) => {
    expect(textOf(value)).toBe(text);
  });

  it.each<[value: unknown]>([
    [undefined],
    [null],
    [Number.NaN],
    [Number.NEGATIVE_INFINITY],
    ['a\ud800'],
    [Symbol('a')],
    [() => 'a'],
    [{}],
    [[]],
    [['a']],
    [new Map()],
    [new Date(Number.NaN)],
    [{ toJSON: () => undefined }],
    [{ toJSON: () => ({ toJSON: () => 'a' }) }],
    [{ toString: () => 'a' }],
    [Object.assign(() => {}, { toJSON: () => 'a' })],
  ])('textOf gives no text of %o', (value) => {
    expect(textOf(value)).toBeUndefined();
  });
});

describe('toParameter', () => {
  it('toParameter converts lists and records, and omits undefined properties', () => {
    expect(toParameter('/a', 'b', [1, new Date(0), true])).toEqual(['1', '1970-01-01T00:00:00.000Z', 'true']);
    expect(toParameter('/a', 'b', { c: 1n, d: undefined })).toEqual({ c: '1' });
    expect('toString' in (toParameter('/a', 'b', {}) as object)).toBe(false);
  });

  it('toParameter encodes the names of a record, so that none adds a parameter', () => {
    expect(toParameter('/a', 'b', { 'c&d=e': 1, é: 2 })).toEqual({ 'c%26d%3De': '1', '%C3%A9': '2' });
  });

  it.each<[value: unknown, place: string]>([
    [null, 'b'],
    [Number.NaN, 'b'],
    ['s3cret\udfff', 'b'],
    [new Set(['s3cret']), 'b'],
    [Symbol('s3cret'), 'b'],
    [[1, undefined], 'b[1]'],
    [[[1]], 'b[0]'],
    [{ c: { d: 1 } }, 'b.c'],
    [{ 's3cret\ud800': 1 }, 'b'],
    [{ 'c\r\nd': null }, 'b.c??d'],
  ])('toParameter refuses %o by its place, without its value', (value, place) => {
    expect(() => toParameter('/a', 'b', value)).toThrow(PlumblineError);
    const message = `/a: \`${place}\` cannot be sent. Leave it out, or pass text, a finite number, a boolean or a Date.`;
    expect(() => toParameter('/a', 'b', value)).toThrow(message);
  });
});

it('convert omits undefined, and makes a record that inherits nothing', () => {
  const converted = convert({ a: undefined, b: null }, String);
  expect(converted).toEqual({ b: 'null' });
  expect('toString' in (converted as object)).toBe(false);
});

import { describe, expect, it } from 'vitest';
import type { ParameterDefinition, QuerySerialization } from '../pipeline/operation.ts';
import { querySerializer } from './query.ts';

const write = (
  query: Record<string, unknown>,
  defaults: QuerySerialization = {},
  parameters?: Record<string, ParameterDefinition>,
) => querySerializer(defaults, parameters)(query);

describe('querySerializer by default', () => {
  it('querySerializer by default explodes arrays, and writes objects in brackets', () => {
    expect(write({ a: 1, b: 'x y&z', list: [1, 2], where: { n: 'é' } })).toBe(
      'a=1&b=x%20y%26z&list=1&list=2&where[n]=%C3%A9',
    );
  });

  it('querySerializer omits undefined, null and empty arrays, and keeps false, 0 and ""', () => {
    expect(write({ a: undefined, b: null, c: [], d: false, e: 0, f: '' })).toBe('d=false&e=0&f=');
  });
});

describe('querySerializer with styles for all parameters', () => {
  it.each([
    [{ array: { style: 'form', explode: false } }, 'l=1,2%2C3'],
    [{ array: { style: 'form', explode: true } }, 'l=1&l=2%2C3'],
    [{ array: { style: 'pipeDelimited', explode: false } }, 'l=1|2%2C3'],
    [{ array: { style: 'spaceDelimited', explode: false } }, 'l=1%202%2C3'],
  ] as const)('querySerializer writes an array by the default %j', (defaults, expected) => {
    expect(write({ l: [1, '2,3'] }, defaults)).toBe(expected);
  });

  it.each([
    [{ object: { style: 'form', explode: false } }, 'o=a,1,b,2'],
    [{ object: { style: 'form', explode: true } }, 'a=1&b=2'],
    [{ object: { style: 'deepObject', explode: true } }, 'o[a]=1&o[b]=2'],
  ] as const)('querySerializer writes an object by the default %j', (defaults, expected) => {
    expect(write({ o: { a: 1, b: 2 } }, defaults)).toBe(expected);
  });
});

describe('querySerializer with the style of a parameter', () => {
  const defaults = {
    array: { style: 'form', explode: false },
    object: { style: 'deepObject', explode: true },
  } as const;

  it.each<[ParameterDefinition, string]>([
    [{ style: 'form', explode: true }, 'l=1&l=2'],
    [{ style: 'form' }, 'l=1&l=2'],
    [{ style: 'form', explode: false }, 'l=1,2'],
    [{ style: 'pipeDelimited' }, 'l=1|2'],
    [{ style: 'spaceDelimited', explode: false }, 'l=1%202'],
  ])('querySerializer writes an array by the style of its parameter: %j', (definition, expected) => {
    expect(write({ l: [1, 2] }, defaults, { l: definition })).toBe(expected);
  });

  it.each<[ParameterDefinition, string]>([
    [{ style: 'form', explode: true }, 'a=1'],
    [{ style: 'form', explode: false }, 'o=a,1'],
    [{ style: 'deepObject', explode: true }, 'o[a]=1'],
  ])('querySerializer writes an object by the style of its parameter: %j', (definition, expected) => {
    expect(write({ o: { a: 1 } }, { object: { style: 'form', explode: true } }, { o: definition })).toBe(expected);
  });

  it('querySerializer writes the other parameters by the defaults, in their order', () => {
    const parameters = { b: { style: 'form', explode: true }, x: { in: 'header' } } as const;
    expect(write({ a: [1, 2], b: [3, 4], c: { d: 5 }, e: 6 }, defaults, parameters)).toBe('a=1,2&b=3&b=4&c[d]=5&e=6');
  });

  it('querySerializer leaves no separator for omitted parameters', () => {
    const parameters = { b: { style: 'form', explode: true } } as const;
    expect(write({ a: undefined, b: [], c: 1, d: null }, defaults, parameters)).toBe('c=1');
    expect(write({}, defaults, parameters)).toBe('');
  });

  it('querySerializer writes parameters named like members of Object.prototype', () => {
    const query = JSON.parse('{"constructor": [1, 2], "toString": "x", "b": [3, 4]}');
    const parameters = { b: { style: 'form', explode: true } } as const;
    expect(write(query, defaults, parameters)).toBe('constructor=1,2&toString=x&b=3&b=4');
  });

  it('querySerializer uses the defaults for a parameter without a style', () => {
    expect(write({ l: [1, 2] }, defaults, { l: { in: 'query' } })).toBe('l=1,2');
  });
});

import { describe, expect, it } from 'vitest';
import { readResult } from './result.ts';

const read = (text: string | undefined, type: string | undefined, media: string | undefined = 'application/json') =>
  readResult(
    new Response(null, { status: 200, headers: type === undefined ? {} : { 'Content-Type': type } }),
    text,
    media,
  );

describe('readResult for JSON', () => {
  it.each([
    ['application/json'],
    ['application/json; charset=utf-8'],
    ['application/problem+json'],
    ['text/plain'],
    ['application/octet-stream'],
    ['text/html'],
    ['text/csv'],
    [undefined],
  ])('readResult reads JSON of type %s as data', (type) => {
    expect(read('{"a":1}', type)).toMatchObject({ ok: true, status: 200, data: { a: 1 } });
  });

  it.each([
    ['<html>Bad Gateway</html>', 'text/html'],
    ['a,b\n1,2', 'text/csv'],
    ['{"a":', 'application/json'],
    ['not json', 'application/json'],
    ['NaN', 'application/json'],
    ["{'a':1}", 'application/json'],
    ['{"a":1}{"b":2}', 'application/json'],
  ])('readResult reads %s of type %s as an error with that text', (text, type) => {
    const result = read(text, type);
    expect(result).toMatchObject({ ok: false, status: 200, error: text });
    expect(result).not.toHaveProperty('data');
  });

  it.each([['text/html'], ['text/csv'], ['TEXT/CSV; header=present']])(
    'readResult for JSON reads a body of type %s as an error',
    (type) => {
      expect(read('5', type)).toMatchObject({ ok: false, error: 5 });
    },
  );

  it.each([
    ['null', null],
    ['false', false],
    ['0', 0],
    ['""', ''],
    ['[]', []],
  ])('readResult reads the JSON %s as data', (text, data) => {
    expect(read(text, 'application/json')).toMatchObject({ ok: true, data });
  });
});

describe('readResult for CSV', () => {
  it.each([['text/csv'], ['text/csv; charset=utf-8'], ['text/plain'], ['application/octet-stream'], [undefined]])(
    'readResult for CSV reads text of type %s as data',
    (type) => {
      expect(read('a,b\n1,2', type, 'text/csv')).toMatchObject({ ok: true, data: 'a,b\n1,2' });
    },
  );

  it('readResult reads text of other types as data, even if it is JSON', () => {
    expect(read('{"a":1}', 'application/yaml', 'application/yaml')).toMatchObject({ ok: true, data: '{"a":1}' });
  });

  it('readResult for CSV never parses data, even if it is valid JSON', () => {
    expect(read('1', 'text/csv', 'text/csv').data).toBe('1');
  });

  it.each([
    ['text/html', '<html></html>', '<html></html>'],
    ['application/json', '{"error":"no"}', { error: 'no' }],
    ['text/csv', '{"error":"no"}', { error: 'no' }],
    [undefined, '[{"error":"no"}]', [{ error: 'no' }]],
  ])('readResult for CSV reads %s as an error', (type, text, error) => {
    expect(read(text, type, 'text/csv')).toMatchObject({ ok: false, status: 200, error });
  });
});

it.each([['application/json'], ['text/csv']])(
  'readResult reads an empty body as a success without data: %s',
  (media) => {
    for (const text of [undefined, '', ' \r\n', '\uFEFF']) {
      expect(read(text, 'text/html', media)).toMatchObject({ ok: true, data: undefined });
    }
  },
);

it.each([['OK'], ['<html></html>'], ['{"a":1}'], ['{"a":'], ['']])(
  'readResult reads %j as a success without data if the operation declares no body',
  (text) => {
    const response = new Response(text, { headers: { 'Content-Type': 'text/html' } });
    expect(readResult(response, text)).toEqual({ ok: true, status: 200, data: undefined, response });
  },
);

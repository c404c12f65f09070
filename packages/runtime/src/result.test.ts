import { describe, expect, it } from 'vitest';
import { readResult } from './result.ts';

const read = (text: string | undefined, type: string | undefined, media = 'application/json') =>
  readResult(
    new Response(null, { status: 200, headers: type === undefined ? {} : { 'Content-Type': type } }),
    text,
    media,
  );

describe('where JSON was asked for', () => {
  it.each([
    ['application/json'],
    ['application/json; charset=utf-8'],
    ['application/problem+json'],
    ['text/plain'],
    ['application/octet-stream'],
    [undefined],
  ])('JSON labelled %s is data', (type) => {
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
  ])('%s labelled %s is an error that is the text', (text, type) => {
    const result = read(text, type);
    expect(result).toMatchObject({ ok: false, status: 200, error: text });
    expect(result).not.toHaveProperty('data');
  });

  it.each([['text/html'], ['text/csv'], ['TEXT/CSV; header=present']])('what says it is %s is no data', (type) => {
    expect(read('5', type)).toMatchObject({ ok: false, error: 5 });
  });

  it.each([
    ['null', null],
    ['false', false],
    ['0', 0],
    ['""', ''],
    ['[]', []],
  ])('%s is data', (text, data) => {
    expect(read(text, 'application/json')).toMatchObject({ ok: true, data });
  });
});

describe('where CSV was asked for', () => {
  it.each([['text/csv'], ['text/csv; charset=utf-8'], ['text/plain'], ['application/octet-stream'], [undefined]])(
    'text labelled %s is data',
    (type) => {
      expect(read('a,b\n1,2', type, 'text/csv')).toMatchObject({ ok: true, data: 'a,b\n1,2' });
    },
  );

  it('data is never parsed, even where it is JSON by chance', () => {
    expect(read('1', 'text/csv', 'text/csv').data).toBe('1');
  });

  it.each([
    ['text/html', '<html></html>', '<html></html>'],
    ['application/json', '{"error":"no"}', { error: 'no' }],
  ])('%s is an error', (type, text, error) => {
    expect(read(text, type, 'text/csv')).toMatchObject({ ok: false, status: 200, error });
  });
});

it.each([['application/json'], ['text/csv']])(
  'no text is a success without data, whatever was asked for: %s',
  (media) => {
    for (const text of [undefined, '']) {
      expect(read(text, 'text/html', media)).toMatchObject({ ok: true, data: undefined });
    }
  },
);

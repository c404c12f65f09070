import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { PlumblineError } from '../errors/plumbline-error.ts';
import { normalizeHeaders, printable } from './headers.ts';

it('normalizeHeaders writes names in lower case, and values without surrounding white space', () => {
  expect(normalizeHeaders({ 'X-Key': ' k3y\t', Accept: 'a', 'x-empty': '' })).toEqual({
    'x-key': 'k3y',
    accept: 'a',
    'x-empty': '',
  });
  expect(normalizeHeaders({})).toEqual({});
});

it.each([
  ['a line break in a value', { Good: 'yes', 'X-Key': 's3cret\nline' }, 'X-Key'],
  ['a character beyond Latin-1', { 'X-Key': 's3cretключ' }, 'X-Key'],
  ['a space in a name', { 'X Key': 's3cret' }, 'X Key'],
  ['an empty name', { '': 's3cret' }, ''],
])('normalizeHeaders refuses %s, without the value in the message', (_, headers, name) => {
  let thrown: unknown;
  try {
    normalizeHeaders(headers as unknown as Record<string, string>);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(PlumblineError);
  expect(thrown).toMatchObject({ message: `The header \`${name}\` has an invalid name or value.` });
  expect(inspect(thrown, { depth: null, showHidden: true })).not.toContain('s3cret');
});

it('normalizeHeaders converts scalars, and omits headers that are undefined', () => {
  const headers = { 'X-A': 5, 'X-B': false, 'X-C': 9007199254740993n, 'X-D': undefined } as never;
  expect(normalizeHeaders(headers)).toEqual({ 'x-a': '5', 'x-b': 'false', 'x-c': '9007199254740993' });
});

it.each([[null], [Number.NaN], [['a']], [{}], [Symbol('a')], [() => 'a'], [new Date(0)]])(
  'normalizeHeaders refuses the value %o',
  (value) => {
    expect(() => normalizeHeaders({ 'X-A': value } as never)).toThrow('The header `X-A` has an invalid name or value.');
  },
);

it.each([
  ['a\r\nb', 'a??b'],
  ['\u001b[31m', '?[31m'],
  ['a\u202eb\u200bc\u2028d', 'a?b?c?d'],
  ['a\ud800b', 'a?b'],
  ['größe', 'gr??e'],
  ['x'.repeat(1000), 'x'.repeat(200)],
])('printable makes %j fit for a message', (name, expected) => {
  expect(printable(name)).toBe(expected);
});

it('normalizeHeaders accepts Latin-1 and an empty value', () => {
  expect(normalizeHeaders({ 'X-Key': 'é', accept: '' })).toEqual({ 'x-key': 'é', accept: '' });
});

import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { PlumblineError } from '../errors/plumbline-error.ts';
import { assertValidHeaders, normalizeHeaders } from './headers.ts';

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
])('normalizeHeaders and assertValidHeaders refuse %s, without the value in the message', (_, headers, name) => {
  for (const check of [normalizeHeaders, assertValidHeaders]) {
    let thrown: unknown;
    try {
      check(headers as unknown as Record<string, string>);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(PlumblineError);
    expect(thrown).toMatchObject({ message: `The header \`${name}\` has an invalid name or value.` });
    expect(inspect(thrown, { depth: null, showHidden: true })).not.toContain('s3cret');
  }
});

it('assertValidHeaders accepts headers that can be sent', () => {
  expect(assertValidHeaders({ 'X-Key': 'é', accept: '' })).toBeUndefined();
});

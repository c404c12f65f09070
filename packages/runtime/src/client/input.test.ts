import { describe, expect, it } from 'vitest';
import type { OperationDefinition } from '../pipeline/operation.ts';
import { splitInput } from './input.ts';

const get: OperationDefinition = { method: 'GET', path: '/users/{user_id}' };
const post = (
  mode: 'fields' | 'optional' | 'whole',
  parameters: OperationDefinition['parameters'] = {},
): OperationDefinition => ({ method: 'POST', path: '/users/{user_id}', body: mode, parameters });
const plain = (value: object) => JSON.parse(JSON.stringify(value));

it('splitInput puts parameters that the path does not name into the query if there is no body', () => {
  expect(plain(splitInput(get, { user_id: 'u', page: 2 }))).toEqual({
    path: { user_id: 'u' },
    query: { page: 2 },
  });
});

it('splitInput puts the rest into the body if there is one, except query parameters', () => {
  expect(
    plain(splitInput(post('fields', { notify: { in: 'query' } }), { user_id: 'u', notify: true, name: 'Mary' })),
  ).toEqual({
    path: { user_id: 'u' },
    query: { notify: true },
    body: { name: 'Mary' },
  });
});

describe('a parameter with `in`', () => {
  const parameters = { 'X-Trace': { in: 'header' }, notify: { in: 'query' }, tags: { style: 'form' } } as const;
  const input = { user_id: 'u', 'X-Trace': 1, notify: true, tags: ['a'] };

  it('a parameter with `in` has that location if the operation has no body', () => {
    expect(plain(splitInput({ ...get, parameters }, input))).toEqual({
      path: { user_id: 'u' },
      query: { notify: true, tags: ['a'] },
      header: { 'X-Trace': 1 },
    });
  });

  it('a parameter with `in` has that location if the operation has a body, and one with only a style is in the body', () => {
    expect(plain(splitInput(post('fields', parameters), input))).toEqual({
      path: { user_id: 'u' },
      query: { notify: true },
      header: { 'X-Trace': 1 },
      body: { tags: ['a'] },
    });
  });

  it('a parameter with `in` is omitted if it is undefined', () => {
    expect(plain(splitInput({ ...get, parameters }, { 'X-Trace': undefined }))).toEqual({ path: {} });
  });
});

describe('a body', () => {
  it('a body of fields is an object even if there are none', () => {
    expect(plain({ body: splitInput(post('fields'), { user_id: 'u' }).body })).toEqual({ body: {} });
  });

  it('a body that is optional is omitted if there are no fields', () => {
    expect(splitInput(post('optional'), { user_id: 'u' }).body).toBeUndefined();
    expect(splitInput(post('optional'), { user_id: 'u', name: undefined }).body).toBeUndefined();
    expect(plain({ body: splitInput(post('optional'), { name: 'Mary' }).body })).toEqual({ body: { name: 'Mary' } });
  });

  it.each([[[1, 2]], ['text'], [0], [false], [null], [{ user_id: 'another' }]])(
    'a body that is whole is the value of `body`: %j',
    (body) => {
      const parts = splitInput(post('whole'), { user_id: 'u', body });
      expect(parts.body).toBe(body);
      expect(parts.path.user_id).toBe('u');
    },
  );

  it('a body that is whole is omitted if it is not passed', () => {
    expect(splitInput(post('whole'), { user_id: 'u' }).body).toBeUndefined();
  });
});

it('splitInput omits fields that are undefined, and keeps fields that are null', () => {
  const { body } = splitInput(post('fields'), { scope: undefined, name: null });
  expect(Object.keys(body as object)).toEqual(['name']);
});

it('splitInput puts a parameter named `body` into the query if the operation has no body', () => {
  expect(plain(splitInput(get, { user_id: 'u', body: 'x' }))).toMatchObject({ query: { body: 'x' } });
});

describe('parameters named like members of Object.prototype', () => {
  const input = JSON.parse('{"__proto__": {"admin": true}, "constructor": 1, "toString": 2, "hasOwnProperty": 3}');

  it('parameters named like members of Object.prototype are sent in a query', () => {
    const { query } = splitInput(get, input);
    expect(Object.keys(query ?? {}).sort()).toEqual(['__proto__', 'constructor', 'hasOwnProperty', 'toString']);
    expect('admin' in (query ?? {})).toBe(false);
  });

  it('parameters named like members of Object.prototype are sent in a body', () => {
    expect(JSON.stringify(splitInput(post('fields'), input).body)).toBe(JSON.stringify(input));
  });

  it('parameters named like members of Object.prototype do not change other objects', () => {
    splitInput(post('fields'), input);
    expect('admin' in {}).toBe(false);
  });
});

it('splitInput omits inherited properties', () => {
  expect(plain(splitInput(get, Object.create({ inherited: 1 })))).toEqual({
    path: {},
  });
});

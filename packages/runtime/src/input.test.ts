import { describe, expect, it } from 'vitest';
import { place } from './input.ts';
import type { OperationDefinition } from './operation.ts';

const get: OperationDefinition = { method: 'GET', path: '/users/{user_id}' };
const post = (mode: 'fields' | 'optional' | 'whole', query?: readonly string[]): OperationDefinition => ({
  method: 'POST',
  path: '/users/{user_id}',
  body: mode,
  ...(query && { query }),
});
const plain = (value: object) => JSON.parse(JSON.stringify(value));

it('puts what the path does not name into the query where there is no body', () => {
  expect(plain(place(get, { user_id: 'u', page: 2 }))).toEqual({ path: { user_id: 'u' }, query: { page: 2 } });
});

it('puts the rest into the body where there is one, but for the names that the query takes', () => {
  expect(plain(place(post('fields', ['notify']), { user_id: 'u', notify: true, name: 'Mary' }))).toEqual({
    path: { user_id: 'u' },
    query: { notify: true },
    body: { name: 'Mary' },
  });
});

describe('a body', () => {
  it('of fields is an object even when there are none', () => {
    expect(plain({ body: place(post('fields'), { user_id: 'u' }).body })).toEqual({ body: {} });
  });

  it('that is optional is left out when there are no fields', () => {
    expect(place(post('optional'), { user_id: 'u' }).body).toBeUndefined();
    expect(place(post('optional'), { user_id: 'u', name: undefined }).body).toBeUndefined();
    expect(plain({ body: place(post('optional'), { name: 'Mary' }).body })).toEqual({ body: { name: 'Mary' } });
  });

  it.each([[[1, 2]], ['text'], [0], [false], [null], [{ user_id: 'another' }]])(
    'that is whole is what `body` holds: %j',
    (body) => {
      const placed = place(post('whole'), { user_id: 'u', body });
      expect(placed.body).toBe(body);
      expect(placed.path.user_id).toBe('u');
    },
  );

  it('that is whole and not given is none', () => {
    expect(place(post('whole'), { user_id: 'u' }).body).toBeUndefined();
  });
});

it('leaves out what is undefined and keeps what is null', () => {
  const { body } = place(post('fields'), { scope: undefined, name: null });
  expect(Object.keys(body as object)).toEqual(['name']);
});

it('puts `body` into the query where the operation has none, as any other name', () => {
  expect(plain(place(get, { user_id: 'u', body: 'x' }).query)).toEqual({ body: 'x' });
});

describe('names of Object.prototype', () => {
  const input = JSON.parse('{"__proto__": {"admin": true}, "constructor": 1, "toString": 2, "hasOwnProperty": 3}');

  it('are parameters like any other', () => {
    const { query } = place(get, input);
    expect(Object.keys(query).sort()).toEqual(['__proto__', 'constructor', 'hasOwnProperty', 'toString']);
    expect('admin' in query).toBe(false);
  });

  it('are fields like any other', () => {
    expect(JSON.stringify(place(post('fields'), input).body)).toBe(JSON.stringify(input));
  });

  it('change nothing for other objects', () => {
    place(post('fields'), input);
    expect('admin' in {}).toBe(false);
  });
});

it('takes nothing that an object inherits', () => {
  expect(plain(place(get, Object.create({ inherited: 1 })))).toEqual({ path: {}, query: {} });
});

import { runInThisContext } from 'node:vm';
import { expect, it } from 'vitest';
import { literal } from './literal.ts';

it.each([
  [{ method: 'GET', path: '/users' }, '{\n  method: "GET",\n  path: "/users"\n}'],
  [{ security: [[], ['a', 'b']] }, '{\n  security: [[], ["a", "b"]]\n}'],
  [[{ requests: 1 }], '[\n  {\n    requests: 1\n  }\n]'],
  [{ 'X-Version': '2', left: undefined }, '{\n  "X-Version": "2"\n}'],
  [{ none: {} }, '{\n  none: {}\n}'],
])('literal writes %j as source', (value, source) => {
  expect(literal(value)).toBe(source);
});

it('literal writes `__proto__` as a normal property', () => {
  const value = JSON.parse('{"__proto__": {"in": "query"}, "text": "{\\"a\\": [1]}"}');
  const read = runInThisContext(`(${literal(value)})`);
  expect(Object.getOwnPropertyNames(read)).toEqual(['__proto__', 'text']);
  expect(JSON.stringify(read)).toBe(JSON.stringify(value));
});

import { expect, it } from 'vitest';
import { documentOf, tableOf } from '../document/small-document.ts';
import { generateOperations } from './operations.ts';

type Security = readonly Readonly<Record<string, readonly string[]>>[];

/** The `security` of each operation in the table. The operations are called `a`, `b`, `c`, in the order of `given`. */
function securityOf(given: readonly (Security | undefined)[], rest: Parameters<typeof documentOf>[1] = {}): unknown[] {
  const operations = given.map((security, index) => {
    const name = 'abcdef'.charAt(index);
    return [`GET /${name}`, { operationId: `${name}/get`, security }];
  });
  const table = tableOf(generateOperations('small-vendor', documentOf(Object.fromEntries(operations), rest)));
  return Object.values(table as Record<string, { get: { security?: unknown } }>).map(({ get }) => get.security);
}

const key: Security = [{ key: [] }];

it('security is left out if it is the most frequent one that requires credentials', () => {
  expect(securityOf([key, [{ token: [] }], key])).toEqual([undefined, [['token']], undefined]);
  expect(securityOf([[], [], [], key])).toEqual([[], [], [], undefined]);
});

it('security is left out if it is that of the document, stated or inherited', () => {
  expect(securityOf([[{ token: [] }], [{ token: [] }], key, undefined], { security: key })).toEqual([
    [['token']],
    [['token']],
    undefined,
    undefined,
  ]);
});

it('security names the schemes of each alternative in the order of the document', () => {
  const either: Security = [{ token: ['read'] }, { secret: [], key: [] }];
  expect(securityOf([key, key, either])[2]).toEqual([['token'], ['secret', 'key']]);
});

it('security has an empty alternative if credentials are optional, even if they are optional everywhere', () => {
  expect(securityOf([[{}, ...key]])).toEqual([[[], ['key']]]);
  expect(securityOf([undefined], { security: [...key, {}] })).toEqual([[['key'], []]]);
});

it('security is the same with another order of schemes or other scopes', () => {
  const both: Security = [{ key: [], secret: [] }];
  expect(securityOf([both, both, [{ secret: [], key: [] }]])).toEqual([undefined, undefined, undefined]);
  expect(securityOf([[{ token: ['read'] }], [{ token: ['write'] }, { token: ['admin'] }]])).toEqual([
    undefined,
    undefined,
  ]);
});

it('security of one of several clients has only the alternatives that the client can send', () => {
  const document = documentOf(
    {
      'GET /a': { operationId: 'a/get', security: [{ key: [], user: [] }, { admin: [] }] },
      'GET /b': { operationId: 'b/get', security: [{ key: [], user: [] }] },
      'GET /c': { operationId: 'c/get', security: [{ key: [] }] },
    },
    { 'x-clients': { Admin: ['admin'], User: ['key', 'user'] } },
  );
  const code = generateOperations('small-vendor', document);
  expect(tableOf(code, 'admin')).toEqual({ a: { get: { method: 'GET', path: '/a' } } });
  expect(tableOf(code, 'user')).toEqual({
    a: { get: { method: 'GET', path: '/a' } },
    b: { get: { method: 'GET', path: '/b' } },
    c: { get: { method: 'GET', path: '/c', security: [['key']] } },
  });
});

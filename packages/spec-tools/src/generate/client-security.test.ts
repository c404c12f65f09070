import { expect, it } from 'vitest';
import type { Document } from '../document/document.ts';
import { documentOf, tableOf } from '../document/small-document.ts';
import { clientSecurityOf, waysOf } from './client-security.ts';
import { generateOperations } from './operations.ts';

const securitySchemes = {
  user: { type: 'http', scheme: 'bearer', 'x-evidence': {} },
  admin: { type: 'http', scheme: 'bearer' },
  basic: { type: 'http', scheme: 'basic' },
  key: { type: 'apiKey', in: 'header', name: 'X-Key' },
  secret: { type: 'apiKey', in: 'header', name: 'X-Secret' },
  queryKey: { type: 'apiKey', in: 'query', name: 'key' },
  certificate: { type: 'mutualTLS' },
  digest: { type: 'http', scheme: 'Digest' },
};

/** A document whose operations have these alternatives. */
function secured(alternatives: readonly (readonly object[])[], rest: Record<string, object> = {}): Document {
  const operations = alternatives.map((security, index) => {
    const name = 'abcdef'.charAt(index);
    return [`GET /${name}`, { operationId: `${name}/get`, security }];
  });
  return documentOf(Object.fromEntries(operations), { components: { securitySchemes }, ...rest });
}

it.each([
  ['one token', [[{ user: [] }], []]],
  ['one password', [[{ basic: [] }]]],
  ['one key in a query', [[{ queryKey: [] }]]],
  ['two keys in headers that are sent together', [[{ key: [], secret: [] }], [{ secret: [], key: [] }]]],
  ['one token that some operations do not need', [[{ user: [] }], [{}, { user: [] }]]],
  ['a token beside a certificate', [[{ certificate: [], user: [] }], [{ user: [] }]]],
  ['nothing', [[]]],
  ['nothing that it can send', [[{ digest: [] }], [{ certificate: [] }]]],
])('a client with %s needs no policy for several ways', (_, alternatives) => {
  expect(clientSecurityOf(secured(alternatives))).toBeUndefined();
});

it('a client with several ways gets their schemes, without what only the spec needs', () => {
  const document = secured([
    [{ admin: [] }],
    [{ user: [] }],
    [{ user: [] }],
    [{ user: [] }, { queryKey: [], key: [] }],
  ]);
  expect(clientSecurityOf(document)).toEqual({
    schemes: {
      user: { type: 'http', scheme: 'bearer' },
      admin: { type: 'http', scheme: 'bearer' },
      queryKey: { type: 'apiKey', in: 'query', name: 'key' },
      key: { type: 'apiKey', in: 'header', name: 'X-Key' },
    },
    default: [['user']],
  });
  expect(waysOf(document)).toEqual([['user'], ['admin'], ['queryKey', 'key']]);
});

it.each([
  ['a key and a token that are sent together', [[{ key: [], user: [] }]], [['key', 'user']]],
  ['a token that no operation requires', [[{}, { user: [] }]], []],
])('a client with %s needs the policy for several ways', (_, alternatives, byDefault) => {
  expect(clientSecurityOf(secured(alternatives))?.default).toEqual(byDefault);
});

it('the default of a client is the security of its document, if an operation has it', () => {
  const alternatives = [[{ user: [] }], [{ user: [] }], [{ admin: [] }]];
  expect(clientSecurityOf(secured(alternatives, { security: [{ admin: [] }] }))?.default).toEqual([['admin']]);
});

it('a client that x-clients names has policies of its own', () => {
  const rest = { 'x-clients': { User: ['user'], Admin: ['admin'] } };
  expect(clientSecurityOf(secured([[{ user: [] }], [{ admin: [] }]], rest))).toBeUndefined();
});

it('generated operations have the security of a client, and only what differs from its default', () => {
  const code = generateOperations('small-vendor', secured([[{ user: [] }], [{ admin: [] }], [{ digest: [] }]]));
  expect(code).toContain('export const security: ClientSecurity = {');
  expect(tableOf(code)).toEqual({
    a: { get: { method: 'GET', path: '/a' } },
    b: { get: { method: 'GET', path: '/b', security: [['admin']] } },
    c: { get: { method: 'GET', path: '/c', security: [] } },
  });
  expect(generateOperations('small-vendor', secured([[{ user: [] }]]))).not.toContain('ClientSecurity');
});

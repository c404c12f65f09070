import { expect, it } from 'vitest';
import { tokenKey } from './token-key.ts';

const tokenUrl = 'https://auth.example.com/token';
const parameters = { grant_type: 'client_credentials', client_id: 'c1ient', client_secret: 's3cret', scope: 'read' };
const keyOf = (changes: Record<string, string> = {}, url = tokenUrl) =>
  tokenKey({ tokenUrl: url, parameters: { ...parameters, ...changes } });

it('tokenKey is a hash, without the client id and the secret', async () => {
  expect(await keyOf()).toMatch(/^[0-9a-f]{64}$/);
});

it.each([
  ['client id', { client_id: 'other' }],
  ['scope', { scope: 'write' }],
  ['audience', { audience: 'https://api.example.com' }],
  ['tenant', { tenant: 't' }],
])('tokenKey is another one for another %s', async (_, changes) => {
  expect(await keyOf(changes)).not.toBe(await keyOf());
});

it('tokenKey is another one for another token endpoint', async () => {
  expect(await keyOf({}, `${tokenUrl}2`)).not.toBe(await keyOf());
});

it.each([['client_secret'], ['clientSecret'], ['password'], ['client_assertion']])(
  'tokenKey does not depend on %s',
  async (name) => {
    expect(await keyOf({ [name]: 'new' })).toBe(await keyOf());
  },
);

it('tokenKey does not depend on the order of the parameters', async () => {
  const reversed = Object.fromEntries(Object.entries(parameters).reverse());
  expect(await tokenKey({ tokenUrl, parameters: reversed })).toBe(await keyOf());
});

it('tokenKey tells parameters apart whose texts are the same together', async () => {
  expect(await keyOf({ a: 'b', c: 'd' })).not.toBe(await keyOf({ a: 'b","c":"d' }));
});

import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { TokenError } from '../../errors/token-error.ts';
import { readAccessToken } from './access-token.ts';

const line = { method: 'POST', path: '/oauth2/token' };
const read = (body: string, status = 200) => readAccessToken(line, new Response(body, { status }), 5000, 0);
const respond = (fields: Record<string, unknown>) => read(JSON.stringify({ access_token: 'opaque', ...fields }));
const jwt = (claims: Record<string, unknown>) =>
  `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;

it('readAccessToken reads the token from `access_token` (RFC 6749), or from `token`', async () => {
  expect((await read('{"access_token":"a"}')).value).toBe('a');
  expect((await read('{"token":"b"}')).value).toBe('b');
});

it('readAccessToken reads a response with a byte order mark', async () => {
  expect((await read('\uFEFF{"access_token":"a"}')).value).toBe('a');
});

describe('the lifetime', () => {
  it.each([
    ['a number', 3600, 3_600_000],
    ['a number as text', '3600', 3_600_000],
    ['a fraction', 0.5, 500],
  ])('readAccessToken reads the lifetime from `expires_in`: %s', async (_, expires_in, lifetime) => {
    expect((await respond({ expires_in })).lifetime).toBe(lifetime);
  });

  it('readAccessToken reads the lifetime from `expires_in` before that of a JWT', async () => {
    const token = jwt({ iat: 1000, exp: 1300 });
    expect((await respond({ access_token: token, expires_in: 60 })).lifetime).toBe(60_000);
  });

  it('readAccessToken computes the lifetime of a JWT as `exp` minus `iat`, so that a wrong clock has no effect', async () => {
    expect((await respond({ access_token: jwt({ iat: 1000, exp: 1300 }) })).lifetime).toBe(300_000);
  });

  it('readAccessToken computes the lifetime of a JWT without `iat` as `exp` minus the date', async () => {
    const response = Response.json({ access_token: jwt({ exp: 1300 }) });
    expect((await readAccessToken(line, response, 5000, 1_000_000)).lifetime).toBe(300_000);
  });

  it('readAccessToken reads a JWT in base64url', async () => {
    const token = jwt({ iat: 1000, exp: 1300, sub: '??>>~~ÿÿ' });
    expect(token).toMatch(/[-_]/);
    expect((await respond({ access_token: token })).lifetime).toBe(300_000);
  });

  it.each([
    [{ expires_in: 'soon' }],
    [{ expires_in: null }],
    [{ expires_in: 0 }],
    [{ expires_in: -1 }],
    [{ expires_in: {} }],
    [{ expires_in: [] }],
    [{ expires_in: { valueOf: 1, toString: 1 } }],
    [{}],
    [{ access_token: 'a.!.c' }],
    [{ access_token: 'a.bnVsbA.c' }],
    [{ access_token: jwt({ exp: 'never' }) }],
    [{ access_token: jwt({ exp: 1000, iat: 2000 }) }],
    [{ access_token: jwt({ exp: { valueOf: 1, toString: 1 } }) }],
  ])('readAccessToken uses the fallback lifetime if the response has none: %j', async (fields) => {
    expect((await respond(fields)).lifetime).toBe(5000);
  });

  it('readAccessToken reads the lifetime from the JWT if `expires_in` is invalid', async () => {
    const access_token = jwt({ iat: 1000, exp: 1300 });
    expect((await respond({ access_token, expires_in: 'soon' })).lifetime).toBe(300_000);
  });
});

it.each([
  [''],
  ['null'],
  ['[]'],
  ['"token"'],
  ['5'],
  ['<html>proxy</html>'],
  ['{"access_token":{}}'],
  ['{"access_token":["a"]}'],
  ['{"access_token":""}'],
  ['{"access_token":null}'],
  ['{"access_token":5}'],
  ['{"access_token":"line\\nbreak"}'],
  ['{"access_token":"trailing\\n"}'],
  ['{"access_token":"two words"}'],
  ['{"access_token":"ключ"}'],
  ['{"__proto__":{"access_token":"inherited"}}'],
])('readAccessToken throws if the response has no valid token: %s', async (body) => {
  const error = await read(body).catch((cause) => cause);
  expect(error).toBeInstanceOf(TokenError);
  expect(error).toMatchObject({ name: 'TokenError', status: 200, code: undefined });
  expect(error.message).toBe('POST /oauth2/token responded with 200 and no valid access token. Check the token URL.');
});

it('readAccessToken throws an error with the code of RFC 6749', async () => {
  const error = await read('{"error":"invalid_client"}', 401).catch((cause) => cause);
  expect(error).toMatchObject({ status: 401, code: 'invalid_client' });
  expect(error.message).toBe(
    'POST /oauth2/token responded with 401 (invalid_client) and no access token. Check the credentials, the scope and the token URL.',
  );
});

it('readAccessToken throws an error with the time of Retry-After', async () => {
  const refused = (headers: HeadersInit) =>
    readAccessToken(line, new Response('busy', { status: 503, headers }), 1, 7).catch((cause) => cause);
  expect((await refused({ 'Retry-After': '30' })).retryAt).toEqual(new Date(30_007));
  expect((await refused({})).retryAt).toBeUndefined();
});

it.each([
  [200, '{"access_token":"s3cret\\n"}'],
  [200, '{"token_type":"s3cret"}'],
  [200, '<html>s3cret</html>'],
  [400, '{"error":"s3cret","error_description":"client_secret s3cret is wrong"}'],
  [400, '{"error":{"toString":"s3cret"}}'],
  [401, 's3cret'],
  [500, '{"s3cret":true}'],
])('readAccessToken throws an error without the response, which may echo the secret: %d %s', async (status, body) => {
  const error = await read(body, status).catch((cause) => cause);
  expect(error).toBeInstanceOf(TokenError);
  expect(inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true }) + JSON.stringify(error)).not.toContain(
    's3cret',
  );
});

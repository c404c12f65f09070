import { expect, it } from 'vitest';
import type { OperationObject } from '../document/openapi.ts';
import { readOperations } from '../document/operations.ts';
import { identify, readCredentials } from './credentials.ts';
import { Refusal } from './reply.ts';

const securitySchemes = {
  apiKey: { type: 'apiKey', in: 'header', name: 'X-Api-Key' },
  queryKey: { type: 'apiKey', in: 'query', name: 'key' },
  cookieKey: { type: 'apiKey', in: 'cookie', name: 'sid' },
  basic: { type: 'http', scheme: 'basic' },
  bearer: { type: 'http', scheme: 'bearer' },
  digest: { type: 'http', scheme: 'digest' },
  rawKey: { type: 'apiKey', in: 'header', name: 'Authorization' },
  custom: { type: 'http', scheme: 'Token' },
  certificate: { type: 'mutualTLS' },
  oauth: { type: 'oauth2', flows: { clientCredentials: { scopes: { read: '', write: '' } } } },
};
const tokens = new Map([['sandbox_token_1', { scopes: ['read'], expiresAt: 60_000 }]]);

type Sent = { readonly headers?: Record<string, string>; readonly search?: string };

/** The refusal of a request to an operation, or the schemes that it uses. */
function send(security: OperationObject['security'], { headers = {}, search = '' }: Sent = {}, now = 0) {
  const token = { responses: {}, 'x-effect': { token: 'oauth', client: ['client_id', 'client_secret'] as const } };
  const document = {
    components: { securitySchemes },
    paths: { '/token': { post: token }, '/a': { get: { responses: {}, security } } },
  };
  const operations = readOperations(document);
  const credentials = readCredentials(document, operations);
  const [operation] = operations.filter(({ path }) => path === '/a');
  if (!operation) throw new Error('The document has no operation.');
  const match = { operation, path: new Map(), search };
  try {
    return identify(credentials, tokens, now, match, new Headers(headers)).schemes;
  } catch (error) {
    if (error instanceof Refusal) return [...error.statuses, error.message];
    throw error;
  }
}

it.each([
  ['an API key in a header', 'apiKey', { headers: { 'x-api-key': 'sandbox_api_key' } }],
  ['an API key in a query', 'queryKey', { search: 'a=1&key=sandbox_query_key' }],
  ['an API key in a cookie', 'cookieKey', { headers: { cookie: 'a=b; sid=sandbox_cookie_key' } }],
  [
    'a user name and a password',
    'basic',
    { headers: { authorization: `Basic ${btoa('sandbox_username:sandbox_password')}` } },
  ],
  ['a bearer token', 'bearer', { headers: { authorization: 'bearer sandbox_bearer' } }],
  ['an API key in Authorization', 'rawKey', { headers: { authorization: 'sandbox_raw_key' } }],
  ['the text of another HTTP scheme', 'custom', { headers: { authorization: 'token sandbox_custom' } }],
  ['a digest, which it cannot check', 'digest', { headers: { authorization: 'Digest username="a"' } }],
  ['a client certificate, which it cannot see', 'certificate', {}],
])('a sandbox accepts %s', (_, scheme, sent) => {
  expect(send([{ [scheme]: [] }], sent)).toEqual([scheme]);
});

it.each([
  ['an API key', 'apiKey', { headers: { 'x-api-key': 'live-1234' } }],
  ['an API key in a query', 'queryKey', { search: 'key=live-1234' }],
  ['a password', 'basic', { headers: { authorization: `Basic ${btoa('me:live-1234')}` } }],
  ['a bearer token', 'bearer', { headers: { authorization: 'Bearer live-1234' } }],
  ['an access token', 'oauth', { headers: { authorization: 'Bearer live-1234' } }],
])('a sandbox refuses %s that is not its own, and does not repeat it', (_, scheme, sent) => {
  const expected = [
    401,
    expect.stringMatching(/^(?!.*(live|bGl2)).* does not begin with "sandbox_"\. A sandbox takes no other\.$/),
  ];
  expect(send([{ [scheme]: [] }], sent)).toEqual(expected);
  // Also where the operation needs no credentials.
  expect(send([{}, { [scheme]: [] }], sent)).toEqual(expected);
});

it.each([
  ['a missing credential', 'apiKey', {}, 'The credential X-Api-Key is missing.'],
  ['an empty credential', 'apiKey', { headers: { 'x-api-key': ' ' } }, 'The credential X-Api-Key is missing.'],
  ['a wrong credential', 'apiKey', { headers: { 'x-api-key': 'sandbox_other' } }, 'X-Api-Key is wrong.'],
  [
    'another scheme',
    'bearer',
    { headers: { authorization: 'Basic sandbox_token' } },
    'The credential Authorization is missing.',
  ],
  ['text that is not Base64', 'basic', { headers: { authorization: 'Basic *' } }, /does not begin with/],
  [
    'a wrong password',
    'basic',
    { headers: { authorization: `Basic ${btoa('sandbox_username:x')}` } },
    /password is wrong/,
  ],
  ['the wrong text of another HTTP scheme', 'custom', { headers: { authorization: 'Token sandbox_x' } }, /is wrong/],
  ['an unknown token', 'oauth', { headers: { authorization: 'Bearer sandbox_x' } }, /unknown, revoked or expired/],
])('a sandbox refuses %s with 401', (_, scheme, sent, message) => {
  const expected = typeof message === 'string' ? message : expect.stringMatching(message);
  expect(send([{ [scheme]: [] }], sent)).toEqual([401, expected]);
});

it('a sandbox refuses a token without the scope with 403, and one that expired with 401', () => {
  const headers = { authorization: 'Bearer sandbox_token_1' };
  expect(send([{ oauth: ['read'] }], { headers })).toEqual(['oauth']);
  expect(send([{ oauth: ['read', 'write'] }], { headers })).toEqual([403, 'The access token lacks the scope write.']);
  expect(send([{ oauth: ['read'] }], { headers }, 60_000)[0]).toBe(401);
});

it('a sandbox needs each scheme of an alternative, and one alternative', () => {
  const security = [{ apiKey: [], queryKey: [] }, { bearer: [] }];
  const headers = { 'x-api-key': 'sandbox_api_key' };
  expect(send(security, { headers })[0]).toBe(401);
  expect(send(security, { headers, search: 'key=sandbox_query_key' })).toEqual(['apiKey', 'queryKey']);
  expect(send(security, { headers: { authorization: 'Bearer sandbox_bearer' } })).toEqual(['bearer']);
});

it('a sandbox accepts a credential of any alternative in Authorization', () => {
  const security = [{ rawKey: [] }, { oauth: ['read'] }, { basic: [] }, { custom: [] }];
  const sent = (authorization: string) => send(security, { headers: { authorization } });
  expect(sent('sandbox_raw_key')).toEqual(['rawKey']);
  expect(sent('Bearer sandbox_token_1')).toEqual(['oauth']);
  expect(sent(`Basic ${btoa('sandbox_username:sandbox_password')}`)).toEqual(['basic']);
  expect(sent('Token sandbox_custom')).toEqual(['custom']);
  expect(sent('Bearer live-1234')[1]).toMatch(/does not begin with "sandbox_"/);
  expect(sent('Bearer sandbox_other')[0]).toBe(401);
});

it('a sandbox names a wrong credential before a missing one', () => {
  const security = [{ bearer: [] }, { apiKey: [] }];
  expect(send(security, { headers: { 'x-api-key': 'sandbox_other' } })).toEqual([401, 'X-Api-Key is wrong.']);
});

it('a sandbox needs no credentials where the document needs none', () => {
  expect(send([])).toEqual([]);
  expect(send([{ apiKey: [] }, {}])).toEqual([]);
});

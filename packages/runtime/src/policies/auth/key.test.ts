import { expect, it } from 'vitest';
import { withFixedValues } from '../../../test/credentials.ts';
import { RequestFactory, type TestRequestInit } from '../../../test/request-factory.ts';
import type { HttpRequest } from '../../pipeline/http-request.ts';
import type { CredentialPolicy } from './credential-source.ts';
import { basic, cookieKey, queryKey } from './key.ts';

const client = new RequestFactory();

/** The request that a policy sends. */
async function sentBy(policy: CredentialPolicy<object>, init: TestRequestInit = {}) {
  const request = client.create(init);
  let sent: HttpRequest = request;
  await withFixedValues(policy)(request, async (given) => {
    sent = given;
    return new Response();
  });
  return { sent, request };
}

it('queryKey adds a key to the URL, encoded, and leaves the request unchanged', async () => {
  const { sent, request } = await sentBy(queryKey(() => ({ 'api key': 'a&b=c' })));
  expect(sent.url).toBe('https://api.example.com/things?q=1&api%20key=a%26b%3Dc');
  expect(request.url).toBe('https://api.example.com/things?q=1');
  expect(request.call.secrets).toEqual(['a&b=c']);
});

it('queryKey begins a query where there is none', async () => {
  const { sent } = await sentBy(
    queryKey(() => ({ key: 'k' })),
    { url: 'https://api.example.com/things' },
  );
  expect(sent.url).toBe('https://api.example.com/things?key=k');
});

it('cookieKey adds a cookie to those of the request, and encodes what a cookie cannot have', async () => {
  const policy = cookieKey(() => ({ sid: 'a;b c"=%' }));
  expect((await sentBy(policy)).sent.headerRecord.cookie).toBe('sid=a%3Bb%20c%22=%');
  expect((await sentBy(policy, { headers: { cookie: 'x=y' } })).sent.headerRecord.cookie).toBe(
    'x=y; sid=a%3Bb%20c%22=%',
  );
});

it('basic sends Authorization, and keeps the password and its encoding secret', async () => {
  const text = Buffer.from('mary:pa55wörd').toString('base64');
  const { sent, request } = await sentBy(basic(() => text));
  expect(sent.headerRecord.authorization).toBe(`Basic ${text}`);
  expect(request.call.secrets).toEqual(expect.arrayContaining([text, 'pa55wörd']));
});

it('basic keeps a key secret that is a user name without a password', async () => {
  const { request } = await sentBy(basic(() => btoa('k3y-of-acme:')));
  expect(request.call.secrets).toContain('k3y-of-acme');
});

it.each([
  ['queryKey', queryKey(() => ({ key: 'k' }))],
  ['cookieKey', cookieKey(() => ({ key: 'k' }))],
  ['basic', basic(() => 'abc')],
])('%s sends nothing if the security of the operation is empty', async (_, policy) => {
  const { sent, request } = await sentBy(policy, { operation: { method: 'GET', path: '/things', security: [] } });
  expect(sent).toBe(request);
});

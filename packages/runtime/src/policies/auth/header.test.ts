import { expect, it } from 'vitest';
import { fixedBearer, fixedHeader } from '../../../test/credentials.ts';
import { RequestFactory, type TestRequestInit } from '../../../test/request-factory.ts';
import type { HeaderRecord } from '../../pipeline/http-request.ts';
import type { Policy } from '../../pipeline/policy.ts';

const client = new RequestFactory();

/** The headers that a policy sends. */
async function sentBy(policy: Policy, init: TestRequestInit = {}) {
  const request = client.create(init);
  let sent: HeaderRecord = {};
  await policy(request, async ({ headerRecord }) => {
    sent = headerRecord;
    return new Response();
  });
  return { sent, request };
}

it('header adds its headers, overriding those of the request, and does not change the request', async () => {
  const { sent, request } = await sentBy(fixedHeader({ 'X-Key': 'policy' }), {
    headers: { 'x-key': 'request', 'x-other': '1' },
  });
  expect(sent).toEqual({ 'x-key': 'policy', 'x-other': '1' });
  expect(request.headerRecord).toEqual({ 'x-key': 'request', 'x-other': '1' });
});

it('bearer sends its token as Authorization', async () => {
  expect((await sentBy(fixedBearer('t0ken'))).sent).toEqual({ authorization: 'Bearer t0ken' });
});

it.each<[string, string | undefined, (readonly string[])[] | undefined]>([
  ['its key if the operation has no `security`', 'key', undefined],
  ['its key if the operation names a scheme', 'key', [['key']]],
  ['its key if the security of the operation is optional', 'key', [[], ['key']]],
  ['no key if the `security` of the operation is empty', undefined, []],
])('header sends %s', async (_, key, security) => {
  const operation = { method: 'GET', path: '/things', ...(security && { security }) };
  expect((await sentBy(fixedHeader({ 'X-Key': 'key' }), { operation })).sent['x-key']).toBe(key);
});

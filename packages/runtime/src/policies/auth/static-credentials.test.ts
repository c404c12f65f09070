import { expect, it } from 'vitest';
import { RequestFactory, type TestRequestInit } from '../../../test/request-factory.ts';
import type { HeaderRecord } from '../../pipeline/http-request.ts';
import type { Policy } from '../../pipeline/policy.ts';
import { bearer, header } from './static-credentials.ts';

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

it('header adds its headers, over those of the request, and leaves the request as it was', async () => {
  const { sent, request } = await sentBy(header({ 'X-Key': 'ours' }), {
    headers: { 'x-key': 'theirs', 'x-other': '1' },
  });
  expect(sent).toEqual({ 'x-key': 'ours', 'x-other': '1' });
  expect(request.headerRecord).toEqual({ 'x-key': 'theirs', 'x-other': '1' });
});

it('bearer sends its token as Authorization', async () => {
  expect((await sentBy(bearer('t0ken'))).sent).toEqual({ authorization: 'Bearer t0ken' });
});

it.each<[string, string | undefined, (readonly string[])[] | undefined]>([
  ['its key where the operation says nothing', 'key', undefined],
  ['its key where the operation names a scheme', 'key', [['key']]],
  ['its key where the operation needs none but takes it', 'key', [[], ['key']]],
  ['no key where the operation has no security', undefined, []],
])('header sends %s', async (_, key, security) => {
  const operation = { method: 'GET', path: '/things', ...(security && { security }) };
  expect((await sentBy(header({ 'X-Key': 'key' }), { operation })).sent['x-key']).toBe(key);
});

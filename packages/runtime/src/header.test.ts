import { expect, it } from 'vitest';
import { bearer } from './bearer.ts';
import { header } from './header.ts';
import type { OperationDefinition } from './operation.ts';
import { PlainRequest } from './plain-request.ts';
import type { Policy } from './policy.ts';

async function sentBy(policy: Policy, request: PlainRequest): Promise<Headers> {
  let sent = new Headers();
  await policy(request, async ({ headers }) => {
    sent = headers;
    return new Response();
  });
  return sent;
}

const operation = (security?: 'none' | 'optional'): OperationDefinition => ({
  method: 'GET',
  path: '/things',
  ...(security && { security }),
});

it('adds its headers, over those of the request, and leaves the request as it was', async () => {
  const request = new PlainRequest('https://example.com', { headers: { 'X-Key': 'theirs', 'X-Other': '1' } });
  const sent = await sentBy(header({ 'X-Key': 'ours' }), request);
  expect(Object.fromEntries(sent)).toEqual({ 'x-key': 'ours', 'x-other': '1' });
  expect(request.headers.get('X-Key')).toBe('theirs');
});

it('sends a bearer token', async () => {
  const sent = await sentBy(bearer('t0ken'), new PlainRequest('https://example.com'));
  expect(sent.get('Authorization')).toBe('Bearer t0ken');
});

it.each([
  [undefined, 'key'],
  ['optional', 'key'],
  ['none', null],
] as const)('where the security of the operation is %s, sends %s', async (security, key) => {
  const request = new PlainRequest('https://example.com', { operation: operation(security) });
  expect((await sentBy(header({ 'X-Key': 'key' }), request)).get('X-Key')).toBe(key);
});

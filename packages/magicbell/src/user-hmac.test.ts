import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { createUserHmac, PlumblineError, type UserIdentity } from './index.ts';

const expected = (message: string) => createHmac('sha256', 's3cret').update(message).digest('base64');

it('createUserHmac returns the HMAC-SHA256 of the unchanged external id', async () => {
  expect(await createUserHmac('s3cret', { userExternalId: 'User-1' })).toBe(expected('User-1'));
});

it('createUserHmac returns the HMAC-SHA256 of the email in lower case', async () => {
  expect(await createUserHmac('s3cret', { userEmail: 'Mary@Example.com' })).toBe(expected('mary@example.com'));
});

it.each([
  ['', { userEmail: 'mary@example.com' }, 'createUserHmac: `apiSecret` is empty.'],
  [undefined, { userEmail: 'mary@example.com' }, 'createUserHmac: `apiSecret` is missing.'],
  ['s3cret', {}, 'createUserHmac: pass `userEmail` or `userExternalId`.'],
  ['s3cret', { email: 'mary@example.com' }, 'createUserHmac: pass `userEmail` or `userExternalId`.'],
  ['s3cret', 'mary@example.com', 'createUserHmac: pass `userEmail` or `userExternalId`.'],
  ['s3cret', undefined, 'createUserHmac: pass `userEmail` or `userExternalId`.'],
  ['s3cret', { userEmail: '' }, 'createUserHmac: `userEmail` is empty.'],
  ['s3cret', { userExternalId: 5 }, 'createUserHmac: `userExternalId` must be a string.'],
])('createUserHmac refuses %j and %j', async (apiSecret, identity, message) => {
  const failing = createUserHmac(apiSecret as string, identity as UserIdentity);
  await expect(failing).rejects.toBeInstanceOf(PlumblineError);
  await expect(failing).rejects.toThrow(message);
});

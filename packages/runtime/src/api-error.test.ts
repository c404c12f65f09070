import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { ApiError, isApiError } from './api-error.ts';
import { PlainRequest } from './plain-request.ts';

const request = new PlainRequest('https://example.com/users/u_1?q=1', {
  operation: { method: 'GET', path: '/users/{user_id}' },
});
const errorOf = (status: number, body?: unknown) => new ApiError(request, new Response(null, { status }), body);

it('says which request was answered how, by the template and without the query', () => {
  const body = { errors: ['no'] };
  const error = errorOf(404, body);
  expect(error.message).toBe('GET /users/{user_id} answered 404. `body` says why.');
  expect(error).toMatchObject({ name: 'ApiError', status: 404, method: 'GET', path: '/users/{user_id}' });
  expect(error.body).toBe(body);
});

it.each([
  [200, 'not of the media type'],
  [302, 'Redirects are not followed'],
  [400, '`body` says why'],
  [401, 'credentials were refused'],
  [403, '`body` says why'],
  [418, '`body` says why'],
  [429, 'wait before the next'],
  [500, 'The vendor failed'],
  [599, 'The vendor failed'],
])('says of %d what to do', (status, advice) => {
  expect(errorOf(status).message).toContain(advice);
});

it('calls an opaque redirect, whose status is 0, a redirect', () => {
  expect(new ApiError(request, Response.error(), undefined).message).toContain('Redirects are not followed');
});

it('holds what came back where logs do not see it: vendors repeat keys in their answers', () => {
  const response = new Response(null, { status: 401, headers: { 'X-Echo': 's3cret' } });
  const error = new ApiError(request, response, { errors: [{ message: 'The key s3cret is wrong.' }] });
  expect([error.request, error.response]).toEqual([request, response]);
  expect(error.headers.get('X-Echo')).toBe('s3cret');
  expect(error.body).toEqual({ errors: [{ message: 'The key s3cret is wrong.' }] });
  expect(inspect(error, { depth: null, showHidden: true, getters: false }) + JSON.stringify(error)).not.toContain(
    's3cret',
  );
});

it('has the attempts of its request, and when the vendor asks to try again', () => {
  const retryAt = new Date(0);
  const attempts = [{ status: 429, reason: 'no attempt is left' }];
  const error = new ApiError(request.with({ attempts }), new Response(null, { status: 429 }), undefined, retryAt);
  expect([error.attempts, error.retryAt]).toEqual([attempts, retryAt]);
  expect([errorOf(404).attempts, errorOf(404).retryAt]).toEqual([[], undefined]);
});

it('is told from other errors, and by its status', () => {
  const error: unknown = errorOf(404);
  expect([isApiError(error), isApiError(error, 404), isApiError(error, 500)]).toEqual([true, true, false]);
  expect(isApiError({ name: 'ApiError', status: 404 })).toBe(false);
  expect([undefined, null, 'ApiError', new Error('no')].some((other) => isApiError(other))).toBe(false);
});

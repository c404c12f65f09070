import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { ApiError, isApiError } from './api-error.ts';

const line = { method: 'GET', path: '/users/{user_id}' };
const errorOf = (status: number, body?: unknown) => new ApiError(line, new Response(null, { status }), body);

it('ApiError names the path template of the request, and the status', () => {
  const body = { errors: ['no'] };
  const error = errorOf(404, body);
  expect(error.message).toBe('GET /users/{user_id}: 404. `body` says why.');
  expect(error).toMatchObject({ name: 'ApiError', status: 404, method: 'GET', path: '/users/{user_id}' });
  expect(error.body).toBe(body);
});

it.each([
  [200, 'not of the media type'],
  [302, 'Redirects are not followed'],
  [400, 'There is no body'],
  [401, 'credentials were refused'],
  [403, 'There is no body'],
  [418, 'There is no body'],
  [429, 'wait before the next'],
  [500, 'The vendor failed'],
  [599, 'The vendor failed'],
])('ApiError of status %d without a body advises: %s', (status, advice) => {
  expect(errorOf(status).message).toContain(advice);
});

it('ApiError has the advice that it is made with', () => {
  const error = new ApiError(line, new Response('a'), 'a', { advice: 'Row 3 is malformed.' });
  expect(error.message).toBe('GET /users/{user_id}: 200. Row 3 is malformed.');
});

it('ApiError names an opaque redirect, whose status is 0, a redirect', () => {
  expect(new ApiError(line, Response.error(), undefined).message).toContain('Redirects are not followed');
});

it('ApiError hides its response from logs, because it may echo the key', () => {
  const response = new Response(null, { status: 401, headers: { 'X-Echo': 's3cret' } });
  const error = new ApiError(line, response, { errors: [{ message: 'The key s3cret is wrong.' }] });
  expect(error.response).toBe(response);
  expect(error.headers.get('X-Echo')).toBe('s3cret');
  expect(error.body).toEqual({ errors: [{ message: 'The key s3cret is wrong.' }] });
  const logged = inspect(error, { depth: null, showHidden: true, getters: false }) + JSON.stringify(error);
  expect(logged).not.toContain('s3cret');
});

it('ApiError has the attempts of its call, and the time of Retry-After', () => {
  const retryAt = new Date(0);
  const attempts = [{ status: 429, reason: 'no attempt is left' }];
  const error = new ApiError({ ...line, attempts }, new Response(null, { status: 429 }), undefined, { retryAt });
  expect([error.attempts, error.retryAt]).toEqual([attempts, retryAt]);
  expect([errorOf(404).attempts, errorOf(404).retryAt]).toEqual([[], undefined]);
});

it('isApiError recognizes an ApiError, and its status', () => {
  const error: unknown = errorOf(404);
  expect([isApiError(error), isApiError(error, 404), isApiError(error, 500)]).toEqual([true, true, false]);
  expect(isApiError({ name: 'ApiError', status: 404 })).toBe(false);
  expect([undefined, null, 'ApiError', new Error('no')].some((other) => isApiError(other))).toBe(false);
});

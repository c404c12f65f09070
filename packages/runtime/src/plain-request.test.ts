import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { PlainRequest } from './plain-request.ts';

const url = 'https://api.example.com/v1/users/u_1?email=mary@example.com';

it('is a GET without headers and body where nothing else is said', () => {
  const request = new PlainRequest(url);
  expect(request).toMatchObject({ url, method: 'GET', body: null, signal: undefined, timeout: undefined });
  expect([...request.headers]).toEqual([]);
});

it('keeps its body, so that it can be sent again', () => {
  const request = new PlainRequest(url, { method: 'POST', body: '{"a":1}' });
  expect([request.body, request.with({}).body, request.withHeaders({ a: 'b' }).body]).toEqual([
    '{"a":1}',
    '{"a":1}',
    '{"a":1}',
  ]);
});

it('makes copies, and stays as it is', () => {
  const { signal } = new AbortController();
  const request = new PlainRequest(url, { method: 'PUT', headers: { a: '1' }, timeout: 5 });
  const copy = request.with({ signal }).withHeaders({ a: '2', b: '3' });
  expect(copy).toMatchObject({ url, method: 'PUT', timeout: 5, signal });
  expect(Object.fromEntries(copy.headers)).toEqual({ a: '2', b: '3' });
  expect(request.signal).toBeUndefined();
  expect(Object.fromEntries(request.headers)).toEqual({ a: '1' });
});

it('has one list of attempts for all its copies, and what the call says of its time', () => {
  const budget = { end: 5, milliseconds: 5 };
  const request = new PlainRequest(url, { budget, retry: false });
  const copy = request.withHeaders({ a: 'b' }).with({ timeout: 1 });
  copy.attempts.push({ reason: 'status 503' });
  expect(request.attempts).toEqual([{ reason: 'status 503' }]);
  expect(copy).toMatchObject({ budget, retry: false, timeout: 1 });
  expect(new PlainRequest(url)).toMatchObject({ attempts: [], budget: undefined, retry: undefined });
});

it('names its path by the template, or by the URL without its query', () => {
  expect(new PlainRequest(url).path).toBe('/v1/users/u_1');
  expect(new PlainRequest(url, { operation: { method: 'GET', path: '/users/{user_id}' } }).path).toBe(
    '/users/{user_id}',
  );
});

it('shows neither headers nor body nor URL to whoever logs it', () => {
  const request = new PlainRequest(`${url}&key=s3cret`, { headers: { 'X-Key': 's3cret' }, body: 's3cret' });
  expect(inspect(request, { depth: Number.POSITIVE_INFINITY, showHidden: true })).not.toContain('s3cret');
  expect(JSON.stringify(request) + String(request)).not.toContain('s3cret');
});

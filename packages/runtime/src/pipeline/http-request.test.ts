import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { RequestFactory } from '../../test/request-factory.ts';

const url = 'https://api.example.com/v1/users/u_1?email=mary@example.com';

it('HttpRequest is a GET without headers and body by default', () => {
  const request = new RequestFactory().create({ url });
  expect(request).toMatchObject({ url, method: 'GET', body: null, headerRecord: {}, credentials: undefined });
  expect([...request.headers]).toEqual([]);
});

it('HttpRequest keeps its body, so that it can be sent again', () => {
  const request = new RequestFactory().create({ method: 'POST', body: '{"a":1}' });
  for (const copy of [request, request.with({}), request.withHeaders({ a: 'b' })]) expect(copy.body).toBe('{"a":1}');
  expect(request.with({ body: 'b' }).body).toBe('b');
  expect(request.with({ body: null }).body).toBeNull();
});

it('HttpRequest makes copies, and does not change', () => {
  const request = new RequestFactory().create({ url, method: 'PUT', headers: { a: '1' }, body: 'x' });
  const credentials = { expiresAt: 5 };
  const deadline = request.deadline.within(5);
  const copy = request.with({ url: `${url}&x`, credentials, deadline }).withHeaders({ A: '2', b: '3' });
  expect(copy).toMatchObject({ url: `${url}&x`, method: 'PUT', body: 'x', headerRecord: { a: '2', b: '3' } });
  expect([copy.credentials, copy.deadline, copy.call]).toEqual([credentials, deadline, request.call]);
  expect(copy.deadline).toBe(deadline);
  expect(request).toMatchObject({ url, headerRecord: { a: '1' }, credentials: undefined });
  expect(request.deadline).toBe(request.call.deadline);
  deadline.close();
});

it('HttpRequest has its headers as Headers and as a record, and both include a change in place', () => {
  const request = new RequestFactory().create({ headers: { a: '1', b: '2' } });
  expect(request.headers.get('A')).toBe('1');
  request.headers.set('A', '3');
  request.headers.delete('b');
  expect([request.headerRecord, request.with({}).headerRecord]).toEqual([{ a: '3' }, { a: '3' }]);
  expect(request.withHeaders({ C: '4' }).headerRecord).toEqual({ a: '3', c: '4' });
});

it.each([[new Headers({ 'X-A': '1' })], [{ 'x-a': '1' }]])('HttpRequest.with replaces all headers by %o', (headers) => {
  const request = new RequestFactory().create({ headers: { a: '1' } });
  expect(request.with({ headers }).headerRecord).toEqual({ 'x-a': '1' });
});

it.each<[BodyInit | null | undefined, BodyInit | null]>([
  [undefined, 'old'],
  [null, null],
  ['', ''],
  ['new', 'new'],
])('HttpRequest.with replaces the body by %j; undefined keeps it, null removes it', (body, expected) => {
  expect(new RequestFactory().create({ body: 'old' }).with({ body }).body).toBe(expected);
});

it('HttpRequest shares one call with all its copies', () => {
  const request = new RequestFactory().create();
  request.with({}).call.attempts.push({ reason: 'status 503' });
  expect(request.withHeaders({}).call.attempts).toEqual([{ reason: 'status 503' }]);
});

it('HttpRequest has the path of its call: the template, or the path of the URL without its query', () => {
  const factory = new RequestFactory();
  expect(factory.create({ url }).path).toBe('/v1/users/u_1');
  const operation = { method: 'GET', path: '/users/{user_id}' };
  expect(factory.create({ url, operation }).with({ url: `${url}&x` }).path).toBe('/users/{user_id}');
});

it('HttpRequest hides its headers, its body and its URL from logs', () => {
  const request = new RequestFactory().create({
    url: `${url}&key=s3cret`,
    headers: { 'X-Key': 's3cret' },
    body: 's3cret',
  });
  expect(request.headers.get('X-Key')).toBe('s3cret');
  expect(inspect(request, { depth: Number.POSITIVE_INFINITY, showHidden: true })).not.toContain('s3cret');
  expect(JSON.stringify(request) + String(request)).not.toContain('s3cret');
});

it("HttpRequest.signal is the signal of its deadline: the call's, or the attempt's", () => {
  const request = new RequestFactory().create();
  expect(request.signal).toBe(request.call.deadline.signal);
  const attempt = request.deadline.within(5);
  expect(request.with({ deadline: attempt }).signal).toBe(attempt.signal);
  attempt.close();
});

it('HttpRequest has the priority of its call', () => {
  const factory = new RequestFactory();
  expect([factory.create().priority, factory.create({ priority: 'high' }).priority]).toEqual(['normal', 'high']);
});

import { getEventListeners } from 'node:events';
import { expect, it } from 'vitest';
import { fixedHeader } from '../../test/credentials.ts';
import type { Policy } from '../pipeline/policy.ts';
import { networkError, stalled, truncated } from '../testing/faults.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { recordingFetch, type ScriptedResponse } from '../testing/recording-fetch.ts';
import type { Call } from './call.ts';
import { createClient } from './create-client.ts';
import type { ClientOptions } from './options.ts';

interface Thing {
  parameters: { path: { id: string } };
  responses: {
    200: { content: { 'application/json': { id: string } } };
    404: { content: { 'application/json': { errors: string[] } } };
  };
}
interface paths {
  '/things/{id}': { get: Thing };
  '/things': { post: { requestBody: { content: { 'application/json': object } }; responses: Thing['responses'] } };
}
interface Operations {
  readonly things: { get(params: { id: string }): Call<{ id: string }> };
}

function clientOf(script: ScriptedResponse | readonly ScriptedResponse[], options: Omit<ClientOptions, 'fetch'> = {}) {
  const clock = new ManualClock();
  const fetch = recordingFetch(script);
  const parts = {
    baseUrl: 'https://api.example.com/v1',
    operations: { things: { get: { method: 'GET', path: '/things/{id}' } } },
    querySerialization: {},
    auth: fixedHeader({ 'X-Key': 'k3y' }),
  };
  return { ...createClient<paths, Operations>(parts, { clock, ...options, fetch }), clock, requests: fetch.requests };
}
const found = Response.json({ id: '1' });
const one = { params: { path: { id: '1' } } };

it('client.api sends the credentials and headers of the client, and passes its policies', async () => {
  const seen: string[] = [];
  const policy: Policy = (request, next) => {
    seen.push(`${request.method} ${request.path}`);
    return next(request);
  };
  const { api, requests } = clientOf(found, {
    policies: { call: [policy], attempt: [policy] },
    headers: { 'X-A': 'client' },
  });
  const { data, response } = await api.GET('/things/{id}', { params: { path: { id: 'a/b' } } });
  expect([data, response.status]).toEqual([{ id: '1' }, 200]);
  expect(seen).toEqual(['GET /v1/things/a%2Fb', 'GET /v1/things/a%2Fb']);
  expect(requests[0]).toMatchObject({
    url: 'https://api.example.com/v1/things/a%2Fb',
    headers: { accept: 'application/json', 'x-a': 'client', 'x-key': 'k3y' },
  });
});

it('client.api sends headers and a body of its caller', async () => {
  const { api, requests } = clientOf(found, { headers: { 'X-A': 'client', 'X-B': 'client' } });
  await api.POST('/things', { body: { name: 'x' }, headers: { 'x-b': 'call', 'X-Key': 'other' } });
  expect(requests[0]).toMatchObject({
    method: 'POST',
    body: '{"name":"x"}',
    headers: { 'content-type': 'application/json', 'x-a': 'client', 'x-b': 'call', 'x-key': 'k3y' },
  });
});

it('client.api is aborted by the signal of its caller', async () => {
  const controller = new AbortController();
  const { api, requests, clock } = clientOf(stalled());
  const getting = api.GET('/things/{id}', { ...one, signal: controller.signal });
  await clock.until(() => requests.length === 1);
  controller.abort('stop');
  await expect(getting).rejects.toBe('stop');
  expect(requests[0]?.signal?.aborted).toBe(true);
  expect(clock.pending).toBe(0);
});

it('client.api returns an error as openapi-fetch does', async () => {
  const { api } = clientOf(Response.json({ errors: ['no'] }, { status: 404 }));
  const { error, response } = await api.GET('/things/{id}', one);
  expect([error, response.status]).toEqual([{ errors: ['no'] }, 404]);
});

it('client.api refuses a path parameter that is not a path segment', async () => {
  const { api, requests } = clientOf(found);
  await expect(api.GET('/things/{id}', { params: { path: { id: '..' } } })).rejects.toThrow('is not a path segment');
  expect(requests).toEqual([]);
});

it('client.api throws the SyntaxError of JSON.parse, with and without a Content-Length', async () => {
  for (const headers of [{}, { 'Content-Length': '6' }]) {
    const { api } = clientOf(new Response('<html>', { headers }));
    await expect(api.GET('/things/{id}', one)).rejects.toBeInstanceOf(SyntaxError);
  }
});

it('client.api throws a ConnectionError if the body is truncated', async () => {
  const { api, requests } = clientOf(truncated(['{"id":']));
  await expect(api.GET('/things/{id}', one)).rejects.toMatchObject({ name: 'ConnectionError', path: '/v1/things/1' });
  expect(requests).toHaveLength(1);
});

it('client.api throws a TimeoutError if the body stalls', async () => {
  const { api, clock } = clientOf(stalled(['{"id":']), { timeout: 1000 });
  const getting = clock.run(api.GET('/things/{id}', one));
  await expect(getting).rejects.toMatchObject({ name: 'TimeoutError', timeout: 1000 });
  expect([clock.time, clock.pending]).toEqual([1000, 0]);
});

it.each<[string, ScriptedResponse]>([
  ['a success', found],
  ['an error', Response.json({}, { status: 404 })],
  ['no body', new Response(null, { status: 204 })],
  ['a failed connection', networkError('ECONNRESET')],
])('client.api leaves no timer and no listener after %s', async (_, script) => {
  const { signal } = new AbortController();
  const { api, clock } = clientOf(script, { deadline: 5000, retry: false });
  await api.GET('/things/{id}', { ...one, signal }).catch(() => {});
  expect(clock.pending).toBe(0);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

it('client.api returns a stream that can be cancelled, and leaves no timer', async () => {
  let cancelled: unknown;
  const source = new ReadableStream({
    pull(controller) {
      controller.enqueue(new Uint8Array([1]));
    },
    cancel(reason) {
      cancelled = reason;
    },
  });
  const { api, clock } = clientOf(() => new Response(source), { deadline: 1000 });
  const { data } = await api.GET('/things/{id}', { ...one, parseAs: 'stream' });
  const reader = data?.getReader();
  expect((await reader?.read())?.value).toEqual(new Uint8Array([1]));
  expect(clock.pending).toBe(1);
  await reader?.cancel('enough');
  expect([cancelled, clock.pending]).toEqual(['enough', 0]);
});

it('a middleware of client.api changes the headers of its requests and of methods', async () => {
  const { api, things, requests } = clientOf(found);
  api.use({
    onRequest({ request }) {
      request.headers.set('X-Middleware', '1');
    },
  });
  await api.GET('/things/{id}', one);
  await things.get({ id: '1' });
  expect(requests.map(({ headers }) => headers['x-middleware'])).toEqual(['1', '1']);
});

it('a middleware of client.api replaces responses, including those of methods', async () => {
  const { api, things } = clientOf(Response.json({ id: '1' }, { status: 404 }));
  const seen: unknown[] = [];
  api.use({
    async onResponse({ response }) {
      seen.push(response instanceof Response, await response.clone().json());
      return Response.json({ id: '2' });
    },
  });
  expect((await api.GET('/things/{id}', one)).data).toEqual({ id: '2' });
  expect(await things.get({ id: '1' })).toEqual({ id: '2' });
  const { response } = await things.get({ id: '1' }).result();
  expect(response.status).toBe(200);
  expect(seen).toEqual(
    Array(3)
      .fill([true, { id: '1' }])
      .flat(),
  );
});

it('a middleware of client.api can respond without a request', async () => {
  const { api, things, requests, clock } = clientOf(found, { deadline: 1000 });
  api.use({ onRequest: () => Response.json({ id: 'cached' }) });
  expect(await things.get({ id: '1' })).toEqual({ id: 'cached' });
  expect((await api.GET('/things/{id}', one)).data).toEqual({ id: 'cached' });
  expect(requests).toEqual([]);
  expect(clock.pending).toBe(0);
});

it('a middleware of client.api replaces errors, including those of methods', async () => {
  const { api, things } = clientOf(networkError('ECONNRESET'), { retry: false });
  api.use({ onError: ({ error }) => new Error('mine', { cause: error }) });
  const expected = { message: 'mine', cause: { name: 'ConnectionError' } };
  await expect(api.GET('/things/{id}', one)).rejects.toMatchObject(expected);
  await expect(things.get({ id: '1' })).rejects.toMatchObject(expected);
});

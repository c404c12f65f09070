import { expect, it } from 'vitest';
import type { Call } from './call.ts';
import { createClient } from './client.ts';
import { createContext } from './context.ts';
import { header } from './header.ts';
import { ManualClock } from './manual-clock.test.ts';
import type { ClientOptions } from './options.ts';
import type { Policy } from './policy.ts';
import type { Fetch } from './transport.ts';

interface Thing {
  parameters: { path: { id: string } };
  responses: {
    200: { content: { 'application/json': { id: string } } };
    404: { content: { 'application/json': { errors: string[] } } };
  };
}
interface paths {
  '/things/{id}': { get: Thing };
}
interface Operations {
  readonly things: { get(parameters: { id: string }): Call<Thing> };
}

function clientOf(answer: Fetch | Response, options: Omit<ClientOptions, 'fetch'> = {}) {
  const sent: { url: string; headers: Record<string, string> }[] = [];
  const fetch: Fetch = async (url, init) => {
    sent.push({ url, headers: Object.fromEntries(new Headers(init.headers)) });
    return answer instanceof Response ? answer : answer(url, init);
  };
  const definition = {
    baseUrl: 'https://api.example.com/v1',
    operations: { things: { get: { method: 'GET', path: '/things/{id}' } } },
    querySerialization: {},
    context: createContext(options),
    auth: header({ 'X-Key': 'k3y' }),
  };
  return { ...createClient<paths, Operations>(definition, { ...options, fetch }), sent };
}
const found = () => Response.json({ id: '1' });

it('goes through the same policies and carries the same credentials', async () => {
  const seen: string[] = [];
  const policy: Policy = (request, next) => {
    seen.push(`${request.method} ${request.path}`);
    return next(request);
  };
  const { api, sent } = clientOf(found(), { policies: [policy], headers: { 'X-A': 'client' } });
  const { data, response } = await api.GET('/things/{id}', { params: { path: { id: 'a/b' } } });
  expect([data, response.status]).toEqual([{ id: '1' }, 200]);
  expect(seen).toEqual(['GET /v1/things/a%2Fb']);
  expect(sent[0]).toMatchObject({
    url: 'https://api.example.com/v1/things/a%2Fb',
    headers: { accept: 'application/json', 'x-a': 'client', 'x-key': 'k3y' },
  });
});

it('gives an error as openapi-fetch does', async () => {
  const { api } = clientOf(Response.json({ errors: ['no'] }, { status: 404 }));
  const { error, response } = await api.GET('/things/{id}', { params: { path: { id: '1' } } });
  expect([error, response.status]).toEqual([{ errors: ['no'] }, 404]);
});

it('refuses the same path values', async () => {
  const { api, sent } = clientOf(found());
  await expect(api.GET('/things/{id}', { params: { path: { id: '..' } } })).rejects.toThrow('cannot stand in a path');
  expect(sent).toEqual([]);
});

it('raises what JSON.parse raises, whether the answer tells its length or not', async () => {
  for (const headers of [{}, { 'Content-Length': '6' }]) {
    const { api } = clientOf(new Response('<html>', { headers }));
    await expect(api.GET('/things/{id}', { params: { path: { id: '1' } } })).rejects.toBeInstanceOf(SyntaxError);
  }
});

it('hands out a stream that can be cancelled, and leaves no timer', async () => {
  const clock = new ManualClock();
  let cancelled: unknown;
  const source = new ReadableStream({
    pull(controller) {
      controller.enqueue(new Uint8Array([1]));
    },
    cancel(reason) {
      cancelled = reason;
    },
  });
  const { api } = clientOf(new Response(source), { clock, deadline: 1000 });
  const { data } = await api.GET('/things/{id}', { params: { path: { id: '1' } }, parseAs: 'stream' });
  const reader = data?.getReader();
  expect((await reader?.read())?.value).toEqual(new Uint8Array([1]));
  expect(clock.pending).toBe(1);
  await reader?.cancel('enough');
  expect([cancelled, clock.pending]).toEqual(['enough', 0]);
});

it('lets its middleware change a request', async () => {
  const { api, things, sent } = clientOf(async () => found());
  api.use({
    onRequest({ request }) {
      request.headers.set('X-Middleware', '1');
    },
  });
  await api.GET('/things/{id}', { params: { path: { id: '1' } } });
  await things.get({ id: '1' });
  expect(sent.map(({ headers }) => headers['x-middleware'])).toEqual(['1', '1']);
});

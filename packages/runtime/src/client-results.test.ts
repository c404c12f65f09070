import { describe, expect, it } from 'vitest';
import type { Call, NegotiatedCallOptions } from './call.ts';
import { createClient } from './client.ts';
import { createContext } from './context.ts';
import { header } from './header.ts';
import type { Fetch } from './transport.ts';

interface Thing {
  responses: { 200: { content: { 'application/json': { id: string }; 'text/csv': string } } };
}
interface Operations {
  readonly things: {
    get<Media extends 'application/json' | 'text/csv' = 'application/json'>(
      parameters: { id: string },
      options?: NegotiatedCallOptions<Media>,
    ): Call<Thing, Media>;
  };
}

function clientOf(answer: Fetch | Response) {
  const accepted: (string | null)[] = [];
  const fetch: Fetch = async (url, init) => {
    accepted.push(new Headers(init.headers).get('Accept'));
    return answer instanceof Response ? answer : answer(url, init);
  };
  const definition = {
    baseUrl: 'https://api.example.com/v1',
    operations: { things: { get: { method: 'GET', path: '/things/{id}' } } },
    querySerialization: {},
    context: createContext(),
    auth: header({ 'X-Key': 'k3y' }),
  };
  return { ...createClient<object, Operations>(definition, { fetch, retry: false }), accepted };
}

describe('a result', () => {
  const result = (response: Response) => clientOf(response).things.get({ id: '1' }).result();

  it.each([
    ['JSON', 404, '{"errors":["no"]}', { errors: ['no'] }],
    ['an HTML 502', 502, '<html>Bad Gateway</html>', '<html>Bad Gateway</html>'],
    ['an empty 500', 500, '', undefined],
    ['a 500 without a body', 500, null, undefined],
    ['broken JSON', 400, '{"errors":', '{"errors":'],
    ['a status that nobody documents', 418, '"teapot"', 'teapot'],
    ['a redirect', 302, '', undefined],
    ['a 304', 304, null, undefined],
  ])('of %s is an error with its body', async (_, status, body, error) => {
    const given = await result(new Response(body, { status }));
    expect(given).toMatchObject({ ok: false, status, error });
    await expect(clientOf(new Response(body, { status })).things.get({ id: '1' })).rejects.toMatchObject({
      name: 'ApiError',
      status,
      body: error,
      method: 'GET',
      path: '/things/{id}',
    });
  });

  it('of an empty 500 that tells its length is an error too', async () => {
    const response = new Response('', { status: 500, headers: { 'Content-Length': '0' } });
    expect(await result(response)).toMatchObject({ ok: false, status: 500, error: undefined });
  });

  it.each([
    ['CSV', 'text/csv', 'a,b\n1,2'],
    ['HTML', 'text/html', '<html></html>'],
    ['broken JSON', 'application/json', '{"id":'],
    ['text', 'text/plain', 'OK'],
  ])('of a 200 with %s is an error that is the text', async (_, type, text) => {
    const answer = () => new Response(text, { headers: { 'Content-Type': type } });
    expect(await result(answer())).toMatchObject({ ok: false, status: 200, error: text });
    await expect(clientOf(answer()).things.get({ id: '1' })).rejects.toMatchObject({
      name: 'ApiError',
      status: 200,
      body: text,
    });
  });

  it.each([
    ['a 204', new Response(null, { status: 204 })],
    ['an empty 200', new Response('')],
    ['an empty 200 that tells its length', new Response('', { headers: { 'Content-Length': '0' } })],
    ['a 202 without a body', new Response(null, { status: 202 })],
  ])('of %s is a success without data', async (_, response) => {
    expect(await result(response)).toMatchObject({ ok: true, data: undefined });
  });

  it('of JSON behind a byte order mark is its data', async () => {
    expect(await result(new Response('\uFEFF{"id":"1"}'))).toMatchObject({ ok: true, data: { id: '1' } });
  });

  it('of much JSON is its data', async () => {
    const data = Array.from({ length: 200_000 }, (_, id) => ({ id, text: 'é' }));
    expect((await result(Response.json(data))).data).toEqual(data);
  });

  it('of a status that nobody documents keeps what came', async () => {
    expect(await result(Response.json({ new: true }, { status: 207 }))).toMatchObject({
      ok: true,
      status: 207,
      data: { new: true },
    });
  });

  it('of an opaque redirect is an error', async () => {
    expect(await result(Response.error())).toMatchObject({ ok: false, status: 0 });
  });

  it('is of the media type that was asked for', async () => {
    const { things, accepted } = clientOf(new Response('a,b\n', { headers: { 'Content-Type': 'text/csv' } }));
    expect(await things.get({ id: '1' }, { accept: 'text/csv' })).toBe('a,b\n');
    expect(accepted).toEqual(['text/csv']);
  });
});

it('raises a failed connection, to result() too', async () => {
  const cause = new TypeError('fetch failed');
  const { things } = clientOf(() => Promise.reject(cause));
  await expect(things.get({ id: '1' })).rejects.toMatchObject({ name: 'ConnectionError', path: '/things/{id}', cause });
  await expect(things.get({ id: '1' }).result()).rejects.toMatchObject({ name: 'ConnectionError' });
});

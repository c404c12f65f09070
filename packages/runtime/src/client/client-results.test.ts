import { describe, expect, it } from 'vitest';
import { fixedHeader } from '../../test/credentials.ts';
import type { NegotiatedCallOptions } from '../pipeline/call-options.ts';
import { recordingFetch, type ScriptedResponse } from '../testing/recording-fetch.ts';
import type { Call } from './call.ts';
import { createClient } from './create-client.ts';

interface Thing {
  'application/json': { id: string };
  'text/csv': string;
}
interface Operations {
  readonly things: {
    get<Media extends 'application/json' | 'text/csv' = 'application/json'>(
      parameters: { id: string },
      options?: NegotiatedCallOptions<Media>,
    ): Call<Thing[Media]>;
  };
}

function clientOf(script: ScriptedResponse) {
  const fetch = recordingFetch(script);
  const parts = {
    baseUrl: 'https://api.example.com/v1',
    operations: { things: { get: { method: 'GET', path: '/things/{id}' } } },
    querySerialization: {},
    auth: fixedHeader({ 'X-Key': 'k3y' }),
  };
  return { ...createClient<object, Operations>(parts, { fetch, retry: false }), requests: fetch.requests };
}

describe('a result', () => {
  const result = (response: Response) => clientOf(response).things.get({ id: '1' }).result();

  it.each([
    ['JSON', 404, '{"errors":["no"]}', { errors: ['no'] }],
    ['an HTML 502', 502, '<html>Bad Gateway</html>', '<html>Bad Gateway</html>'],
    ['an empty 500', 500, '', undefined],
    ['a 500 without a body', 500, null, undefined],
    ['broken JSON', 400, '{"errors":', '{"errors":'],
    ['an undeclared status', 418, '"teapot"', 'teapot'],
    ['a redirect', 302, '', undefined],
    ['a 304', 304, null, undefined],
  ])('a result of %s is an error with its body', async (_, status, body, error) => {
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

  it('a result of an empty 500 with a Content-Length is an error', async () => {
    const response = new Response('', { status: 500, headers: { 'Content-Length': '0' } });
    expect(await result(response)).toMatchObject({ ok: false, status: 500, error: undefined });
  });

  it.each([
    ['CSV', 'text/csv', 'a,b\n1,2'],
    ['HTML', 'text/html', '<html></html>'],
    ['broken JSON', 'application/json', '{"id":'],
    ['text', 'text/plain', 'OK'],
  ])('a result of a 200 with %s is an error with the text', async (_, type, text) => {
    const response = new Response(text, { headers: { 'Content-Type': type } });
    expect(await result(response)).toMatchObject({ ok: false, status: 200, error: text });
    await expect(clientOf(response).things.get({ id: '1' })).rejects.toMatchObject({
      name: 'ApiError',
      status: 200,
      body: text,
    });
  });

  it.each([
    ['a 204', new Response(null, { status: 204 })],
    ['an empty 200', new Response('')],
    ['an empty 200 with a Content-Length', new Response('', { headers: { 'Content-Length': '0' } })],
    ['a 202 without a body', new Response(null, { status: 202 })],
  ])('a result of %s is a success without data', async (_, response) => {
    expect(await result(response)).toMatchObject({ ok: true, data: undefined });
  });

  it('a result of JSON with a byte order mark has its data', async () => {
    expect(await result(new Response('\uFEFF{"id":"1"}'))).toMatchObject({ ok: true, data: { id: '1' } });
  });

  it('a result of a large JSON body has its data', async () => {
    const data = Array.from({ length: 200_000 }, (_, id) => ({ id, text: 'é' }));
    expect((await result(Response.json(data))).data).toEqual(data);
  });

  it('a result of an undeclared 2xx status has the body as data', async () => {
    expect(await result(Response.json({ new: true }, { status: 207 }))).toMatchObject({
      ok: true,
      status: 207,
      data: { new: true },
    });
  });

  it('a result of an opaque redirect is an error', async () => {
    expect(await result(Response.error())).toMatchObject({ ok: false, status: 0 });
  });

  it('a result has a response that can be read any number of times', async () => {
    const { response } = await result(Response.json({ id: '1' }, { headers: { 'X-A': '1' } }));
    expect(response).toBeInstanceOf(Response);
    expect([await response.text(), await response.json()]).toEqual(['{"id":"1"}', { id: '1' }]);
    expect(await response.clone().json()).toEqual({ id: '1' });
    expect(response.headers.get('X-A')).toBe('1');
  });

  it('a result has the requested media type', async () => {
    const { things, requests } = clientOf(new Response('a,b\n', { headers: { 'Content-Type': 'text/csv' } }));
    expect(await things.get({ id: '1' }, { accept: 'text/csv' })).toBe('a,b\n');
    expect(requests.map(({ headers }) => headers.accept)).toEqual(['text/csv']);
  });
});

it('a call and its result() throw if the connection fails', async () => {
  const cause = { name: 'TypeError', message: 'fetch failed' };
  const { things } = clientOf(new TypeError('fetch failed'));
  await expect(things.get({ id: '1' })).rejects.toMatchObject({ name: 'ConnectionError', path: '/things/{id}', cause });
  await expect(things.get({ id: '1' }).result()).rejects.toMatchObject({ name: 'ConnectionError' });
});

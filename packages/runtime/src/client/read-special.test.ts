import { describe, expect, it } from 'vitest';
import { createSpecialClient, readEvents, special } from '../../test/special-client.ts';
import { chunked } from '../testing/faults.ts';

const bytes = Uint8Array.of(0x89, 0x50, 0, 0xff, 0xc3, 0x28);
const typed = (type: string, init: ResponseInit = {}) =>
  new Response(bytes, { ...init, headers: { 'Content-Type': type } });
const pdf = special('application/pdf', 'bytes');
const file = special('application/octet-stream', 'bytes');

describe('a success that is bytes', () => {
  it.each([
    [
      'in chunks',
      chunked([bytes.subarray(0, 2), bytes.subarray(2)], { headers: { 'Content-Type': 'application/pdf' } }),
    ],
    [
      'with a length',
      () => new Response(bytes, { headers: { 'Content-Type': 'application/pdf', 'Content-Length': '6' } }),
    ],
    ['without a media type', () => new Response(bytes)],
    [
      'on a platform without streams',
      () => Object.defineProperty(new Response(bytes, { headers: { 'Content-Length': '6' } }), 'body', { value: null }),
    ],
  ])('bytes %s arrive unchanged', async (_, script) => {
    expect(await createSpecialClient(script, pdf).get()).toEqual(bytes);
  });

  it('a result has the bytes, and its response keeps them', async () => {
    const { ok, status, data, response } = await createSpecialClient(typed('application/pdf'), pdf).get().result();
    expect([ok, status, data]).toEqual([true, 200, bytes]);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
  });

  it('a middleware sees the response of a call that is read as bytes', async () => {
    const client = createSpecialClient(typed('application/pdf'), pdf);
    const seen: number[] = [];
    client.api.use({ onResponse: ({ response }) => void seen.push(response.status) });
    expect([await client.get(), seen]).toEqual([bytes, [200]]);
  });

  it.each(['image/png', 'application/json', 'text/html', 'text/csv'])(
    'a file of any type may arrive as %s',
    async (type) => {
      expect(await createSpecialClient(typed(type), file).get()).toEqual(bytes);
      expect(await createSpecialClient(typed(type), special('*/*', 'bytes')).get()).toEqual(bytes);
    },
  );

  it.each([
    ['text/html', '<html>', '<html>'],
    ['application/json', '{"why":"no"}', { why: 'no' }],
  ])('a body of %s in the place of a pdf is an ApiError', async (type, text, body) => {
    const response = () => new Response(text, { headers: { 'Content-Type': type } });
    const error = { name: 'ApiError', status: 200, body };
    await expect(createSpecialClient(response, pdf).get()).rejects.toMatchObject(error);
    expect(await readEvents(createSpecialClient(response, pdf).get().stream())).toMatchObject({ events: [], error });
  });

  it('the error of an operation with bytes is JSON', async () => {
    const response = Response.json({ why: 'no' }, { status: 404 });
    expect(await createSpecialClient(response, file).get().result()).toMatchObject({ ok: false, error: { why: 'no' } });
  });

  it.each([
    [200, new Uint8Array()],
    [204, undefined],
    [205, undefined],
  ])('an empty body with status %i is %j', async (status, data) => {
    const response = new Response(status === 200 ? '' : null, { status });
    expect(await createSpecialClient(response, file).get()).toEqual(data);
  });

  it('bytes that are too many throw, as of every response', async () => {
    const { get } = createSpecialClient(chunked([bytes, bytes]), file, { maxResponseBytes: 10 });
    await expect(get()).rejects.toMatchObject({ name: 'ResponseSizeError', limit: 10 });
  });

  it('stream() yields bytes in chunks', async () => {
    const { events } = await readEvents(
      createSpecialClient(chunked([bytes, bytes]), file)
        .get()
        .stream(),
    );
    expect(events).toEqual([bytes, bytes]);
  });
});

describe('a redirect', () => {
  const redirect = (status: number) =>
    new Response('<html>', { status, headers: { Location: 'https://files.example' } });

  it.each([301, 302, 303, 307, 308])(
    'a redirect with status %i is a success if the operation says so',
    async (status) => {
      const { get, requests } = createSpecialClient(redirect(status), { redirects: true, responseMediaTypes: [] });
      const { response, ...result } = await get().result();
      expect(result).toEqual({ ok: true, status, data: undefined });
      expect(response.headers.get('Location')).toBe('https://files.example');
      expect(requests).toHaveLength(1);
    },
  );

  it('a redirect is an error of any other operation', async () => {
    const error = { name: 'ApiError', status: 302 };
    await expect(createSpecialClient(redirect(302), file).get()).rejects.toMatchObject(error);
    await expect(createSpecialClient(redirect(302), {}).get()).rejects.toMatchObject(error);
  });

  it('a redirect has no events and no bytes', async () => {
    const call = createSpecialClient(redirect(302), { redirects: true }).get();
    expect(await call).toBeUndefined();
    const streamed = createSpecialClient(redirect(302), { redirects: true }).get();
    expect(await readEvents(streamed.stream())).toEqual({ events: [] });
  });
});

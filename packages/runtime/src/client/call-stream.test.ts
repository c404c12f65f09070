import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { CallOptions, NegotiatedCallOptions } from '../pipeline/call-options.ts';
import { header } from '../policies/auth/static-credentials.ts';
import { chunked } from '../testing/faults.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { recordingFetch, type ScriptedResponse } from '../testing/recording-fetch.ts';
import type { Call } from './call.ts';
import { createClient } from './create-client.ts';
import type { ClientOptions } from './options.ts';
import type { PagedCall } from './paged-call.ts';

interface Export {
  responses: { 200: { content: { 'text/csv': string; 'application/json': object } } };
}
interface List {
  responses: { 200: { content: { 'application/json': { data: number[] } } } };
}
interface Operations {
  export(parameters?: object, options?: NegotiatedCallOptions<'text/csv' | 'application/json'>): Call<Export>;
  list(parameters?: object, options?: CallOptions): PagedCall<List, number>;
}

function clientOf(
  script: ScriptedResponse | readonly ScriptedResponse[],
  options: Omit<ClientOptions, 'fetch' | 'clock'> = {},
) {
  const clock = new ManualClock();
  const fetch = recordingFetch(script);
  const client = createClient<object, Operations>(
    {
      baseUrl: 'https://api.example.com',
      operations: {
        export: { method: 'GET', path: '/export', responseMediaTypes: ['text/csv', 'application/json'] },
        list: {
          method: 'GET',
          path: '/things',
          pagination: { parameter: 'page', style: 'page', sizeParameter: 'limit', items: 'data' },
        },
      },
      querySerialization: {},
      auth: header({ 'X-Key': 'k3y' }),
    },
    { timeout: 1000, ...options, clock, fetch },
  );
  return { ...client, clock, requests: fetch.requests };
}
const csv = { headers: { 'Content-Type': 'text/csv' } };
const rows = chunked(['a,b\n', '1,2\n'], csv);
const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

/** Reads a stream; gives its chunks, and the error that ended it. */
async function read(stream: AsyncIterable<Uint8Array>) {
  const chunks: string[] = [];
  try {
    for await (const bytes of stream) chunks.push(decode(bytes));
    return { chunks };
  } catch (error) {
    return { chunks, error };
  }
}

/** A body that a test sends by hand. */
function manualBody() {
  let controller = {} as ReadableStreamDefaultController<Uint8Array>;
  const body = new ReadableStream<Uint8Array>({
    start(given) {
      controller = given;
    },
  });
  return {
    response: () => new Response(body, csv),
    send: (text: string) => controller.enqueue(new TextEncoder().encode(text)),
    close: () => controller.close(),
  };
}

describe('stream()', () => {
  it('gives bytes as they arrive', async () => {
    const { response, send, close } = manualBody();
    const iterator = clientOf(response).export().stream()[Symbol.asyncIterator]();
    send('a,b\n');
    expect(decode((await iterator.next()).value)).toBe('a,b\n');
    send('1,2\n');
    expect(decode((await iterator.next()).value)).toBe('1,2\n');
    close();
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
  });

  it('gives the bytes unchanged', async () => {
    const bytes = Uint8Array.of(0, 255, 0xef, 0xbb, 0xbf, 0xf0);
    const given: number[] = [];
    for await (const chunk of clientOf(chunked([bytes], csv))
      .export()
      .stream())
      given.push(...chunk);
    expect(given).toEqual([...bytes]);
  });

  it('requests nothing from the body before the loop does', async () => {
    let pulls = 0;
    const body = new ReadableStream({ pull: () => void pulls++ }, { highWaterMark: 0 });
    const { clock, requests, ...client } = clientOf(() => new Response(body, csv));
    const stream = client.export().stream();
    await clock.until(() => requests.length === 1);
    await clock.idle();
    expect(pulls).toBe(0);
    const iterator = stream[Symbol.asyncIterator]();
    iterator.next();
    await clock.until(() => pulls === 1);
  });

  it('sends one request, with the headers and options of the call', async () => {
    const { requests, ...client } = clientOf(chunked(['{}']));
    const { signal } = new AbortController();
    const options = { accept: 'application/json', headers: { 'X-A': '1' }, signal } as const;
    expect(await read(client.export({ from: 5 }, options).stream())).toEqual({ chunks: ['{}'] });
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({
      url: 'https://api.example.com/export?from=5',
      headers: { accept: 'application/json', 'x-a': '1', 'x-key': 'k3y' },
    });
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('accepts the first media type of the operation by default', async () => {
    const { requests, ...client } = clientOf(rows);
    await read(client.export().stream());
    expect(requests[0]?.headers.accept).toBe('text/csv');
  });

  it('gives the first page of a list', async () => {
    const { list, requests } = clientOf(chunked(['{"data":', '[1]}']));
    expect(await read(list().stream())).toEqual({ chunks: ['{"data":', '[1]}'] });
    expect(requests).toHaveLength(1);
  });

  it.each([
    ['a 204', new Response(null, { status: 204 })],
    ['an empty 200', new Response('', csv)],
    ['an empty 200 with a Content-Length', new Response('', { headers: { 'Content-Length': '0' } })],
  ])('gives no bytes for %s, and leaves no timer', async (_, response) => {
    const { clock, ...client } = clientOf(response, { deadline: 5000 });
    expect(await read(client.export().stream())).toEqual({ chunks: [] });
    expect(clock.pending).toBe(0);
  });

  it('leaves no timer after the last bytes', async () => {
    const { clock, ...client } = clientOf(rows, { deadline: 5000 });
    expect(await read(client.export().stream())).toEqual({ chunks: ['a,b\n', '1,2\n'] });
    expect(clock.pending).toBe(0);
  });
});

describe('stream() throws an ApiError before the first bytes', () => {
  it.each([400, 404, 302])('for the status %i', async (status) => {
    const { export: get, clock } = clientOf(Response.json({ why: 'no' }, { status }), { deadline: 5000 });
    expect(await read(get().stream())).toMatchObject({
      chunks: [],
      error: { name: 'ApiError', status, body: { why: 'no' }, attempts: [{ status, reason: 'final' }] },
    });
    expect(clock.pending).toBe(0);
  });

  it.each([
    ['text/html', '<html>', '<html>'],
    ['application/json', '{"why":"no"}', { why: 'no' }],
  ])('for a body labelled %s in place of CSV', async (type, text, body) => {
    const response = new Response(text, { headers: { 'Content-Type': type } });
    const { export: get, clock } = clientOf(response, { deadline: 5000 });
    expect(await read(get().stream())).toMatchObject({
      chunks: [],
      error: { name: 'ApiError', status: 200, body, path: '/export' },
    });
    expect(clock.pending).toBe(0);
  });

  it('after the last attempt', async () => {
    const { clock, ...client } = clientOf(new Response(null, { status: 503 }));
    expect(await clock.run(read(client.export().stream()))).toMatchObject({
      error: { name: 'ApiError', status: 503, attempts: [{ delay: 250 }, { delay: 500 }, { status: 503 }] },
    });
  });
});

describe('stream() that is called late', () => {
  it('gives the body whole, in one piece', async () => {
    const { requests, ...client } = clientOf(rows);
    const call = client.export();
    expect(await call).toBe('a,b\n1,2\n');
    expect(await read(call.stream())).toEqual({ chunks: ['a,b\n1,2\n'] });
    expect(await read(call.stream())).toEqual({ chunks: ['a,b\n1,2\n'] });
    expect(requests).toHaveLength(1);
  });

  it('is late after a turn of the microtasks', async () => {
    const call = clientOf(rows).export();
    await null;
    await null;
    expect(await read(call.stream())).toEqual({ chunks: ['a,b\n1,2\n'] });
  });

  it('throws as the call does', async () => {
    const call = clientOf(Response.json({ why: 'no' }, { status: 404 })).export();
    await expect(call).rejects.toMatchObject({ status: 404 });
    expect(await read(call.stream())).toMatchObject({ chunks: [], error: { status: 404, body: { why: 'no' } } });
  });
});

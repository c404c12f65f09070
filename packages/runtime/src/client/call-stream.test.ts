import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createManualBody, createStreamClient, csv, decode, readChunks, rows } from '../../test/stream-client.ts';
import { chunked } from '../testing/faults.ts';

describe('stream()', () => {
  it('stream() yields bytes as they arrive', async () => {
    const { response, send, close } = createManualBody();
    const iterator = createStreamClient(response).export().stream()[Symbol.asyncIterator]();
    send('a,b\n');
    expect(decode((await iterator.next()).value)).toBe('a,b\n');
    send('1,2\n');
    expect(decode((await iterator.next()).value)).toBe('1,2\n');
    close();
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
  });

  it('stream() yields the bytes unchanged', async () => {
    const bytes = Uint8Array.of(0, 255, 0xef, 0xbb, 0xbf, 0xf0);
    const given: number[] = [];
    for await (const chunk of createStreamClient(chunked([bytes], csv))
      .export()
      .stream())
      given.push(...chunk);
    expect(given).toEqual([...bytes]);
  });

  it('stream() reads nothing from the body before the loop does', async () => {
    let pulls = 0;
    const body = new ReadableStream({ pull: () => void pulls++ }, { highWaterMark: 0 });
    const { clock, requests, ...client } = createStreamClient(() => new Response(body, csv));
    const stream = client.export().stream();
    await clock.until(() => requests.length === 1);
    await clock.idle();
    expect(pulls).toBe(0);
    const iterator = stream[Symbol.asyncIterator]();
    iterator.next();
    await clock.until(() => pulls === 1);
  });

  it('stream() sends one request, with the headers and options of the call', async () => {
    const { requests, ...client } = createStreamClient(chunked(['{}']));
    const { signal } = new AbortController();
    const options = { accept: 'application/json', headers: { 'X-A': '1' }, signal } as const;
    expect(await readChunks(client.export({ from: 5 }, options).stream())).toEqual({ chunks: ['{}'] });
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({
      url: 'https://api.example.com/export?from=5',
      headers: { accept: 'application/json', 'x-a': '1', 'x-key': 'k3y' },
    });
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('stream() accepts the first media type of the operation by default', async () => {
    const { requests, ...client } = createStreamClient(rows);
    await readChunks(client.export().stream());
    expect(requests[0]?.headers.accept).toBe('text/csv');
  });

  it('stream() yields the first page of a list', async () => {
    const { list, requests } = createStreamClient(chunked(['{"data":', '[1]}']));
    expect(await readChunks(list().stream())).toEqual({ chunks: ['{"data":', '[1]}'] });
    expect(requests).toHaveLength(1);
  });

  it.each([
    ['a 204', new Response(null, { status: 204 })],
    ['an empty 200', new Response('', csv)],
    ['an empty 200 with a Content-Length', new Response('', { headers: { 'Content-Length': '0' } })],
  ])('stream() yields no bytes for %s, and leaves no timer', async (_, response) => {
    const { clock, ...client } = createStreamClient(response, { deadline: 5000 });
    expect(await readChunks(client.export().stream())).toEqual({ chunks: [] });
    expect(clock.pending).toBe(0);
  });

  it('stream() leaves no timer after the last bytes', async () => {
    const { clock, ...client } = createStreamClient(rows, { deadline: 5000 });
    expect(await readChunks(client.export().stream())).toEqual({ chunks: ['a,b\n', '1,2\n'] });
    expect(clock.pending).toBe(0);
  });
});

describe('stream() of an error', () => {
  it.each([400, 404, 302])('stream() throws an ApiError before the first bytes for status %i', async (status) => {
    const { export: get, clock } = createStreamClient(Response.json({ why: 'no' }, { status }), { deadline: 5000 });
    expect(await readChunks(get().stream())).toMatchObject({
      chunks: [],
      error: { name: 'ApiError', status, body: { why: 'no' }, attempts: [{ status, reason: 'final' }] },
    });
    expect(clock.pending).toBe(0);
  });

  it.each([
    ['text/html', '<html>', '<html>'],
    ['application/json', '{"why":"no"}', { why: 'no' }],
  ])(
    'stream() throws an ApiError before the first bytes for a body of type %s in place of CSV',
    async (type, text, body) => {
      const response = new Response(text, { headers: { 'Content-Type': type } });
      const { export: get, clock } = createStreamClient(response, { deadline: 5000 });
      expect(await readChunks(get().stream())).toMatchObject({
        chunks: [],
        error: { name: 'ApiError', status: 200, body, path: '/export' },
      });
      expect(clock.pending).toBe(0);
    },
  );

  it('stream() throws an ApiError after the last attempt', async () => {
    const { clock, ...client } = createStreamClient(new Response(null, { status: 503 }));
    expect(await clock.run(readChunks(client.export().stream()))).toMatchObject({
      error: { name: 'ApiError', status: 503, attempts: [{ delay: 250 }, { delay: 500 }, { status: 503 }] },
    });
  });
});

describe('stream() that is called late', () => {
  it('stream() that is called late yields the whole body in one piece', async () => {
    const { requests, ...client } = createStreamClient(rows);
    const call = client.export();
    expect(await call).toBe('a,b\n1,2\n');
    expect(await readChunks(call.stream())).toEqual({ chunks: ['a,b\n1,2\n'] });
    expect(await readChunks(call.stream())).toEqual({ chunks: ['a,b\n1,2\n'] });
    expect(requests).toHaveLength(1);
  });

  it('stream() is late one turn of the microtasks after the call', async () => {
    const call = createStreamClient(rows).export();
    await null;
    await null;
    expect(await readChunks(call.stream())).toEqual({ chunks: ['a,b\n1,2\n'] });
  });

  it('stream() that is called late throws the error of the call', async () => {
    const call = createStreamClient(Response.json({ why: 'no' }, { status: 404 })).export();
    await expect(call).rejects.toMatchObject({ status: 404 });
    expect(await readChunks(call.stream())).toMatchObject({ chunks: [], error: { status: 404, body: { why: 'no' } } });
  });
});

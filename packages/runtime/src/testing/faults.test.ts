import { getEventListeners } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { chunked, networkError, rateLimited, stalled, truncated } from './faults.ts';
import { turn } from './manual-clock.ts';
import { recordingFetch } from './recording-fetch.ts';

const url = 'https://api.example/';
const decoder = new TextDecoder();

/** The chunks of a body, and the error that ended it. */
async function read({ body }: Response) {
  const chunks: string[] = [];
  try {
    for await (const chunk of body ?? []) chunks.push(decoder.decode(chunk));
  } catch (error) {
    return { chunks, error };
  }
  return { chunks };
}

it('rateLimited responds with status 429, Retry-After and a message', async () => {
  const response = rateLimited(20);
  expect([response.status, response.headers.get('Retry-After')]).toEqual([429, '20']);
  expect(await response.json()).toEqual({ message: 'Too many requests' });
});

it("networkError is the error of Node's fetch if a connection is refused", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  const real = await fetch(`http://127.0.0.1:${port}/`).catch((cause) => cause);
  const error = networkError('ECONNREFUSED');
  expect(error).toBeInstanceOf(TypeError);
  for (const each of [real, error]) {
    expect(each).toMatchObject({ name: 'TypeError', message: 'fetch failed', cause: { code: 'ECONNREFUSED' } });
  }
});

describe.each([
  ['chunked', chunked],
  ['truncated', truncated],
  ['stalled', stalled],
])('the response of %s', (name, fault) => {
  it(`${name} accepts a status and headers, and is JSON by default`, async () => {
    const plain = await recordingFetch(fault(['a']))(url);
    expect([plain.status, plain.headers.get('Content-Type')]).toEqual([200, 'application/json']);
    const csv = await recordingFetch(fault(['a'], { status: 206, headers: { 'content-type': 'text/csv' } }))(url);
    expect([csv.status, csv.headers.get('Content-Type')]).toEqual([206, 'text/csv']);
  });

  it(`${name} sends all chunks to each request, one by one`, async () => {
    const fetch = recordingFetch(fault(['a', new TextEncoder().encode('b')]));
    for (let count = 0; count < 2; count++) {
      const reader = (await fetch(url)).body?.getReader();
      for (const text of ['a', 'b']) expect(decoder.decode((await reader?.read())?.value)).toBe(text);
    }
  });

  it(`${name} ends its body with the reason of an abort`, async () => {
    const controller = new AbortController();
    const response = await recordingFetch(fault(['a', 'b']))(url, { signal: controller.signal });
    controller.abort('enough');
    await expect(response.text()).rejects.toBe('enough');
  });

  it(`${name} leaves no listener when its body is cancelled`, async () => {
    const { signal } = new AbortController();
    const response = await recordingFetch(fault(['a']))(url, { signal });
    expect(getEventListeners(signal, 'abort')).toHaveLength(1);
    await response.body?.cancel();
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });
});

it('chunked ends its body after the chunks, and leaves no listener', async () => {
  const { signal } = new AbortController();
  const response = await recordingFetch(chunked(['{"id":', '"1"}']))(url, { signal });
  expect(await read(response)).toEqual({ chunks: ['{"id":', '"1"}'] });
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
});

it('truncated resets the connection after the chunks, and leaves no listener', async () => {
  const { signal } = new AbortController();
  const response = await recordingFetch(truncated(['{"id":']))(url, { signal });
  const { chunks, error } = await read(response);
  expect(chunks).toEqual(['{"id":']);
  expect(error).toBeInstanceOf(TypeError);
  expect(error).toMatchObject({ message: 'terminated', cause: { code: 'ECONNRESET' } });
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
});

describe('stalled', () => {
  /** Records how a promise settles. */
  function watch(promise: Promise<unknown>) {
    const watched = { outcome: 'pending' as unknown };
    const settle = (outcome: unknown) => Object.assign(watched, { outcome });
    promise.then(settle, settle);
    return watched;
  }

  it.each<[string, (signal: AbortSignal) => Promise<unknown>]>([
    ['before the response if it has no chunks', (signal) => recordingFetch(stalled())(url, { signal })],
    ['in the body if it has chunks', async (signal) => read(await recordingFetch(stalled(['a']))(url, { signal }))],
  ])('stalled waits for an abort %s', async (where, send) => {
    const controller = new AbortController();
    const watched = watch(send(controller.signal));
    await turn();
    expect(watched.outcome).toBe('pending');
    controller.abort('enough');
    await turn();
    expect(watched.outcome).toEqual(where.startsWith('before') ? 'enough' : { chunks: ['a'], error: 'enough' });
  });
});

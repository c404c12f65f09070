/** A replaced global `fetch` is used by clients on a platform transport, and by no others. */
import { recordingFetch, stalled } from '@plumbline/runtime/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { reset, respond, stall, stallInBody } from './steps.ts';
import { createTestClient, type TestClient } from './test-client.ts';
import { subjects } from './transports.ts';

const ownFetch = globalThis.fetch;
const onPlatform = subjects.filter(({ transport }) => !transport.options.fetch);
const onOwnFetch = subjects.filter(({ transport }) => transport.options.fetch);

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Replaces the global `fetch` with one that records and sends. */
function wrapFetch() {
  const fetch = recordingFetch(({ url, ...init }) => ownFetch(url, init));
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

const readsOf = ({ requests }: ReturnType<typeof wrapFetch>, path: string) =>
  requests.filter(({ url }) => new URL(url).pathname === path).length;

describe.each(onPlatform)('$name', (subject) => {
  const { readPath, tokenPath, secrets } = subject.vendor;

  it('a client sends all requests through a global fetch that was replaced before the client was created', async () => {
    const fetch = wrapFetch();
    const client = await createTestClient(subject);
    expect(await client.clock.run(client.read())).toEqual({ id: '1' });
    expect(fetch.requests).toHaveLength(tokenPath ? 2 : 1);
    expect(client.server.arrivals).toHaveLength(tokenPath ? 2 : 1);
    const headers = JSON.stringify(fetch.requests.at(-1)?.headers);
    expect(secrets.some((secret) => headers.includes(secret))).toBe(true);
  });

  it('a client follows each change of the global fetch', async () => {
    const client = await createTestClient(subject);
    await client.clock.run(client.read());
    const fetch = wrapFetch();
    await client.clock.run(client.read());
    expect(readsOf(fetch, readPath)).toBe(1);
    vi.unstubAllGlobals();
    await client.clock.run(client.read());
    expect(readsOf(fetch, readPath)).toBe(1);
    expect(client.reads).toBe(3);
  });

  it('a client over a replaced fetch retries lost connections, stalled bodies and 503 responses', async () => {
    const fetch = wrapFetch();
    const client = await createTestClient(subject, { timeout: 20_000, retry: { attempts: 4 } });
    client.onRead(reset('in the body'), stallInBody, respond(503, {}), respond(200, { id: '1' }));
    expect(await client.clock.run(client.read())).toEqual({ id: '1' });
    expect(readsOf(fetch, readPath)).toBe(4);
    expect(client.clock.pending).toBe(0);
  });

  it('an abort ends a call over a replaced fetch', async () => {
    wrapFetch();
    const client = await createTestClient(subject);
    client.onRead(stall);
    const controller = new AbortController();
    const reason = new Error('The user has left.');
    const failure = client.failure(client.read({ signal: controller.signal }));
    await client.clock.until(() => client.reads === 1);
    controller.abort(reason);
    expect(await failure).toBe(reason);
    await client.clock.idle();
    expect([client.traffic.open, client.server.holds, client.clock.pending]).toEqual([0, 0, 0]);
  });

  it('a client over a replaced fetch follows no redirect', async () => {
    const fetch = wrapFetch();
    const client = await createTestClient(subject);
    client.onRead(respond(302, undefined, { Location: `${client.server.url}/elsewhere` }));
    expect(await client.failure(client.read())).toMatchObject({ name: 'ApiError', status: 302 });
    expect(readsOf(fetch, '/elsewhere')).toBe(0);
    expect(client.server.at('/elsewhere')).toEqual([]);
  });

  it('a client reads the response of a fetch without a network', async () => {
    const body = { id: '1', access_token: 'token' };
    vi.stubGlobal(
      'fetch',
      recordingFetch(() => Response.json(body)),
    );
    const client = await createTestClient(subject);
    expect(await client.clock.run(client.read())).toEqual(body);
    expect(client.server.arrivals).toEqual([]);
  });

  it('a call over a fetch that never settles and ignores its signal ends exactly at the deadline', async () => {
    const pending = new Promise<never>(() => {});
    vi.stubGlobal('fetch', () => pending);
    const client: TestClient = await createTestClient(subject, { deadline: 12_345 });
    client.clock.isBusy = () => false;
    expect(await client.failure(client.read())).toMatchObject({ name: 'TimeoutError', timeout: 12_345 });
    expect(client.clock.now()).toBe(12_345);
  });

  it('a call over a fetch whose bodies stall ends exactly at the deadline', async () => {
    vi.stubGlobal('fetch', recordingFetch(stalled(['{"id":'])));
    const client = await createTestClient(subject, { deadline: 12_345 });
    client.clock.isBusy = () => false;
    expect(await client.failure(client.read())).toMatchObject({ name: 'TimeoutError', timeout: 12_345 });
    expect(client.clock.now()).toBe(12_345);
  });

  it('a stream over a fetch that ignores its signal cancels the body at the timeout', async () => {
    const cancelled: unknown[] = [];
    const respondWithoutEnd = () => {
      const body = new ReadableStream({ cancel: (reason) => void cancelled.push(reason) });
      return new Response(body, { headers: { 'Content-Type': 'application/json' } });
    };
    vi.stubGlobal(
      'fetch',
      recordingFetch(({ method }) =>
        method === 'POST' ? Response.json({ access_token: 'token' }) : respondWithoutEnd(),
      ),
    );
    const client = await createTestClient(subject, { timeout: 20_000 });
    client.clock.isBusy = () => false;
    const next = client.read().stream()[Symbol.asyncIterator]().next();
    const error = await client.failure(next);
    expect(error).toMatchObject({ name: 'TimeoutError', timeout: 20_000 });
    expect(cancelled).toEqual([error]);
    expect(client.clock.pending).toBe(0);
  });
});

describe.each(onOwnFetch)('$name', (subject) => {
  it('a client with its own fetch option ignores a replaced global fetch', async () => {
    const fetch = wrapFetch();
    const client = await createTestClient(subject);
    expect(await client.clock.run(client.read())).toEqual({ id: '1' });
    expect(fetch.requests).toEqual([]);
  });
});

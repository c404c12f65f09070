/** `stream()` yields the bytes of a body as they arrive, with the errors and options of every call. */
import { getEventListeners } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import zlib from 'node:zlib';
import type { CallOptions, ClientEvent } from '@plumbline/runtime';
import { describe, expect, it } from 'vitest';
import { type Ending, later, reset, respond, sendInParts, stall, truncate } from './steps.ts';
import { createTestClient, eventually, type TestClient } from './test-client.ts';
import { subjects, tokenSubjects } from './transports.ts';

const reason = new Error('The user has left.');
const parts = ['{"id":', '"1', '"}'];
const whole = '{"id":"1"}';

/** Reads a stream and collects its text until it ends or fails. */
function collect(stream: AsyncIterable<Uint8Array>) {
  const decoder = new TextDecoder();
  const collected = { text: '', chunks: 0 };
  const reading = (async () => {
    for await (const bytes of stream) {
      collected.chunks++;
      collected.text += decoder.decode(bytes, { stream: true });
    }
  })();
  return Object.assign(collected, { reading });
}

const streamOf = (client: TestClient, options?: CallOptions) => collect(client.read(options).stream());

/** Waits until nothing is in flight, and checks that a stream left nothing behind. */
async function expectNothingLeft({ clock, traffic, server }: TestClient): Promise<void> {
  await clock.idle();
  expect([traffic.open, server.holds, clock.pending]).toEqual([0, 0, 0]);
}

describe.each(subjects)('$name', (subject) => {
  const { readPath } = subject.vendor;

  /** Waits until the connection of the read is closed. */
  const expectDisconnect = ({ server }: TestClient) => {
    const [read] = server.at(readPath);
    return eventually(() => !server.openPorts.has(read?.clientPort));
  };

  it('a stream yields the bytes as they arrive', async () => {
    const client = await createTestClient(subject);
    client.onRead(sendInParts(parts, { every: 1000 }));
    const times: number[] = [];
    const reading = (async () => {
      for await (const bytes of client.read().stream()) times.push(client.clock.now(), bytes.length);
    })();
    await client.clock.run(reading);
    expect(times).toEqual([1000, 6, 2000, 2, 3000, 2]);
    await expectNothingLeft(client);
  });

  it('a stream yields all bytes of a large body', async () => {
    const client = await createTestClient(subject);
    const text = 'x🦉'.repeat(500_000);
    client.onRead(respond(200, text, { 'Content-Type': 'application/json' }));
    const stream = streamOf(client);
    await client.clock.run(stream.reading);
    expect(stream.text === text).toBe(true);
    expect(stream.chunks).toBeGreaterThan(1);
    await expectNothingLeft(client);
  });

  it.each([
    ['gzip', zlib.gzipSync(whole)],
    ['gzip', Buffer.concat([zlib.gzipSync('{"id":'), zlib.gzipSync('"1"}')])],
    ['deflate', zlib.deflateSync(whole)],
    ['deflate', zlib.deflateRawSync(whole)],
    ['br', zlib.brotliCompressSync(whole)],
    ['made-up', Buffer.from(whole)],
  ])('a stream decodes a body of %s', async (coding, body) => {
    const client = await createTestClient(subject);
    client.onRead(respond(200, body, { 'Content-Type': 'application/json', 'Content-Encoding': coding }));
    const stream = streamOf(client);
    await client.clock.run(stream.reading);
    expect(stream.text).toBe(whole);
    await expectNothingLeft(client);
  });

  it.each([
    ['an empty 200', respond(200)],
    ['a 204', respond(204)],
    ['an empty gzip body', respond(200, undefined, { 'Content-Encoding': 'gzip' })],
  ])('a stream of %s yields nothing', async (_, step) => {
    const client = await createTestClient(subject);
    client.onRead(step);
    const stream = streamOf(client);
    await client.clock.run(stream.reading);
    expect(stream.chunks).toBe(0);
    await expectNothingLeft(client);
  });

  it.each([400, 404, 302])(
    'a stream throws an ApiError with the body of a %i before it yields a byte',
    async (status) => {
      const client = await createTestClient(subject);
      client.onRead(respond(status, { error: 'no' }));
      const stream = streamOf(client);
      expect(await client.failure(stream.reading)).toMatchObject({ name: 'ApiError', status, body: { error: 'no' } });
      expect(stream.chunks).toBe(0);
      expect(client.reads).toBe(1);
      await expectNothingLeft(client);
    },
  );

  it('a stream throws an ApiError for HTML', async () => {
    const client = await createTestClient(subject);
    client.onRead(respond(200, '<p>Maintenance</p>', { 'Content-Type': 'text/html' }));
    const stream = streamOf(client);
    expect(await client.failure(stream.reading)).toMatchObject({ name: 'ApiError', body: '<p>Maintenance</p>' });
    expect(stream.chunks).toBe(0);
    await expectNothingLeft(client);
  });

  it.each([
    ['a 503', respond(503, {})],
    ['a 429 with Retry-After', respond(429, {}, { 'Retry-After': '7' })],
    ['a reset before the head', reset('before the head')],
    ['a reset in the head', reset('in the head')],
    ['no response', stall],
  ])('a stream is retried after %s, because it has yielded no byte', async (_, step) => {
    const client = await createTestClient(subject);
    client.onRead(step, sendInParts(parts));
    const stream = streamOf(client);
    await client.clock.run(stream.reading);
    expect(stream.text).toBe(whole);
    expect(client.reads).toBe(2);
    await expectNothingLeft(client);
  });

  it('a stream whose attempts all fail throws the last error with all attempts', async () => {
    const client = await createTestClient(subject);
    client.onRead(respond(503, {}), reset('before the head'), respond(502, {}));
    const error = await client.failure(streamOf(client).reading);
    expect(error).toMatchObject({ name: 'ApiError', status: 502 });
    expect(error.attempts?.map(({ status, error }) => status ?? error)).toEqual([503, 'ConnectionError', 502]);
    await expectNothingLeft(client);
  });

  it.each<Ending>(['reset', 'truncated'])(
    'a %s stream yields what arrived, throws a ConnectionError, and is not retried',
    async (ending) => {
      const client = await createTestClient(subject);
      client.onRead(sendInParts(parts.slice(0, 2), { ending }));
      const stream = streamOf(client);
      expect((await client.failure(stream.reading)).name).toBe('ConnectionError');
      expect(stream.text).toBe('{"id":"1');
      expect(client.reads).toBe(1);
      await expectNothingLeft(client);
    },
  );

  it('a stream that is reset after its head throws a ConnectionError', async () => {
    const client = await createTestClient(subject);
    client.onRead(sendInParts([], { ending: 'reset' }));
    const stream = streamOf(client);
    expect((await client.failure(stream.reading)).name).toBe('ConnectionError');
    expect(stream.chunks).toBe(0);
    await expectNothingLeft(client);
  });

  it('a stream shorter than its Content-Length throws a ConnectionError', async () => {
    const client = await createTestClient(subject);
    client.onRead(truncate);
    expect((await client.failure(streamOf(client).reading)).name).toBe('ConnectionError');
    await expectNothingLeft(client);
  });

  it('the error of a stream that is reset after a retry lists all attempts', async () => {
    const client = await createTestClient(subject);
    client.onRead(respond(503, {}), sendInParts(parts, { ending: 'reset' }));
    const error = await client.failure(streamOf(client).reading);
    expect(error).toMatchObject({ name: 'ConnectionError', attempts: [{ status: 503, delay: 250 }, { status: 200 }] });
  });

  it('an abort ends a stream at once while it waits for bytes', async () => {
    const client = await createTestClient(subject);
    client.onRead(sendInParts(parts, { ending: 'stalled' }));
    const controller = new AbortController();
    const { signal } = controller;
    const stream = streamOf(client, { signal });
    let outcome: unknown = 'pending';
    stream.reading.catch((error: unknown) => {
      outcome = error;
    });
    // All parts arrive, and the body never ends.
    await client.clock.advance(10);
    expect(stream.text).toBe(whole);
    controller.abort(reason);
    for (let count = 0; outcome === 'pending' && count < 50; count++) await turn();
    expect(outcome).toBe(reason);
    await expectNothingLeft(client);
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
    await expectDisconnect(client);
  });

  it('an abort between two reads ends a stream at the second', async () => {
    const client = await createTestClient(subject);
    client.onRead(sendInParts(parts, { ending: 'stalled' }));
    const controller = new AbortController();
    const { signal } = controller;
    const reader = client.read({ signal }).stream()[Symbol.asyncIterator]();
    expect((await client.clock.run(reader.next())).done).toBe(false);
    controller.abort(reason);
    await expectNothingLeft(client);
    expect(await client.failure(reader.next())).toBe(reason);
    expect(await reader.next()).toEqual({ done: true, value: undefined });
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });

  it('an abort ends a stream that waits for its head', async () => {
    const client = await createTestClient(subject);
    client.onRead(stall);
    const controller = new AbortController();
    const { signal } = controller;
    const failure = client.failure(streamOf(client, { signal }).reading);
    await client.clock.until(() => client.reads === 1);
    controller.abort(reason);
    expect(await failure).toBe(reason);
    expect(client.reads).toBe(1);
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
    await expectNothingLeft(client);
  });

  it('a stream with an aborted signal sends nothing', async () => {
    const client = await createTestClient(subject);
    const signal = AbortSignal.abort(reason);
    expect(await client.failure(streamOf(client, { signal }).reading)).toBe(reason);
    expect(client.server.arrivals).toEqual([]);
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
    await expectNothingLeft(client);
  });

  it('the timeout of a stream limits each wait for bytes, not the whole stream', async () => {
    const client = await createTestClient(subject, { timeout: 20_000 });
    client.onRead(sendInParts(parts, { every: 19_999 }));
    const stream = streamOf(client);
    await client.clock.run(stream.reading);
    expect(stream.text).toBe(whole);
    expect(client.clock.now()).toBe(4 * 19_999);
    await expectNothingLeft(client);
  });

  it('a stalled stream yields what arrived, throws a TimeoutError, and is not retried', async () => {
    const client = await createTestClient(subject, { timeout: 20_000 });
    client.onRead(sendInParts(parts, { every: 10_000, ending: 'stalled' }));
    const stream = streamOf(client);
    expect(await client.failure(stream.reading)).toMatchObject({ name: 'TimeoutError', timeout: 20_000 });
    expect(stream.text).toBe(whole);
    expect(client.clock.now()).toBe(50_000);
    expect(client.reads).toBe(1);
    await expectNothingLeft(client);
    await expectDisconnect(client);
  });

  it('a stream without a response head is retried at the timeout', async () => {
    const client = await createTestClient(subject, { timeout: 20_000 });
    client.onRead(stall, sendInParts(parts));
    const stream = streamOf(client);
    await client.clock.run(stream.reading);
    expect(stream.text).toBe(whole);
    expect(client.server.at(readPath).map(({ time }) => time)).toEqual([0, 20_250]);
    await expectNothingLeft(client);
  });

  it('a stream whose bytes keep arriving ends exactly at the deadline', async () => {
    const client = await createTestClient(subject);
    client.onRead(sendInParts(Array(1000).fill('x'), { every: 999 }));
    const stream = streamOf(client, { deadline: 12_345, timeout: 20_000 });
    expect(await client.failure(stream.reading)).toMatchObject({ name: 'TimeoutError', timeout: 12_345 });
    expect(client.clock.now()).toBe(12_345);
    expect(stream.text).toBe('x'.repeat(12));
    await expectNothingLeft(client);
  });

  it('a deadline covers the retries and the bytes of a stream', async () => {
    const client = await createTestClient(subject);
    client.clock.chance = 0;
    client.onRead(respond(429, {}, { 'Retry-After': '10' }), sendInParts(parts, { every: 1000, ending: 'stalled' }));
    const stream = streamOf(client, { deadline: 12_345 });
    expect(await client.failure(stream.reading)).toMatchObject({ name: 'TimeoutError', timeout: 12_345 });
    expect(client.clock.now()).toBe(12_345);
    expect(stream.text).toBe('{"id":"1');
    await expectNothingLeft(client);
  });

  it('the time between two reads does not count towards the timeout', async () => {
    const client = await createTestClient(subject, { timeout: 20_000 });
    client.onRead(sendInParts(parts, { ending: 'stalled' }));
    const reader = client.read().stream()[Symbol.asyncIterator]();
    let text = '';
    while (text !== whole) {
      const { value } = await client.clock.run(reader.next());
      text += Buffer.from(value).toString();
      await client.clock.advance(60_000);
    }
    await reader.return?.();
    await expectNothingLeft(client);
  });

  it('a stream ends its download when the caller leaves the loop', async () => {
    const client = await createTestClient(subject);
    client.onRead(sendInParts(parts, { ending: 'stalled' }));
    const { signal } = new AbortController();
    const reading = (async () => {
      for await (const bytes of client.read({ signal, deadline: 60_000 }).stream()) return bytes.length;
      return 0;
    })();
    expect(await client.clock.run(reading)).toBe(6);
    await expectNothingLeft(client);
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
    await expectDisconnect(client);
  });

  it('a stream that is read twice yields nothing the second time, and sends nothing', async () => {
    const client = await createTestClient(subject);
    client.onRead(sendInParts(parts));
    const stream = client.read().stream();
    const first = collect(stream);
    await client.clock.run(first.reading);
    const second = collect(stream);
    await client.clock.run(second.reading);
    expect([first.text, second.text]).toEqual([whole, '']);
    expect(client.reads).toBe(1);
  });

  it('a stream of a finished call yields the body that the call read', async () => {
    const client = await createTestClient(subject);
    client.onRead(sendInParts(parts));
    const call = client.read();
    await client.clock.run(call);
    const stream = collect(call.stream());
    await client.clock.run(stream.reading);
    expect(stream.text).toBe(whole);
    expect(client.reads).toBe(1);
    await expectNothingLeft(client);
  });

  it('an observer receives the response of a stream at its head', async () => {
    const events: ClientEvent[] = [];
    const client = await createTestClient(subject, { observe: (event) => events.push(event) });
    client.onRead(later(5000, sendInParts(parts, { every: 1000 })));
    await client.clock.run(streamOf(client).reading);
    const received = events.filter(({ method, type }) => method === 'GET' && type !== 'token');
    expect(received).toMatchObject([{ type: 'request' }, { type: 'response', status: 200, duration: 5000 }]);
  });
});

describe.each(tokenSubjects)('$name', (subject) => {
  it('a stream throws a TokenError before it yields a byte', async () => {
    const client = await createTestClient(subject);
    client.onToken(respond(401, { error: 'invalid_client' }));
    const stream = streamOf(client);
    expect(await client.failure(stream.reading)).toMatchObject({ name: 'TokenError', status: 401 });
    expect(stream.chunks).toBe(0);
    expect(client.reads).toBe(0);
    await expectNothingLeft(client);
  });

  it('a stream whose token is refused is sent a second time', async () => {
    const client = await createTestClient(subject);
    client.onRead(respond(401, {}), sendInParts(parts));
    const stream = streamOf(client);
    await client.clock.run(stream.reading);
    expect(stream.text).toBe(whole);
    expect([client.reads, client.tokens]).toEqual([2, 2]);
    await expectNothingLeft(client);
  });
});

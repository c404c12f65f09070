import { getEventListeners } from 'node:events';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSpecialClient, ndjson, readEvents, special, sse } from '../../test/special-client.ts';
import { chunked, stalled, truncated } from '../testing/faults.ts';

const stream = special('text/event-stream');
const lines = special('application/x-ndjson');
const readAll = (script: Parameters<typeof createSpecialClient>[0], operation = stream, options = {}) =>
  readEvents(createSpecialClient(script, operation, options).get().stream());

const encoder = new TextEncoder();

/** Cuts bytes at places. */
function cut(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const ends = [...new Set([...places.map((place) => place % (bytes.length + 1)), bytes.length])].sort((a, b) => a - b);
  return ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
}

describe('a stream of events', () => {
  const jsonValues = fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 6 });
  const places = fc.array(fc.nat(), { maxLength: 12 });

  it.each(['\n', '\r\n', '\r'])(
    'a stream yields the same events however it is cut, with lines that end in %j',
    async (end) => {
      await fc.assert(
        fc.asyncProperty(jsonValues, places, async (values, at) => {
          const text = values.map((value, index) => {
            const data = JSON.stringify(value, null, 1)
              .split('\n')
              .map((line) => `data: ${line}${end}`)
              .join('');
            return `: comment${end}id: ${index}${end}${data}${end}`;
          });
          const chunks = cut(encoder.encode(`\uFEFF${text.join('')}`), at);
          expect(await readAll(chunked(chunks, sse))).toEqual({ events: JSON.parse(JSON.stringify(values)) });
        }),
      );
    },
  );

  it('lines of JSON yield the same values however they are cut', async () => {
    await fc.assert(
      fc.asyncProperty(jsonValues, places, fc.constantFrom('\n', '\r\n', '\n\n'), async (values, at, end) => {
        const chunks = cut(encoder.encode(values.map((value) => JSON.stringify(value)).join(end)), at);
        expect(await readAll(chunked(chunks, ndjson), lines)).toEqual({ events: JSON.parse(JSON.stringify(values)) });
      }),
    );
  });

  it.each([
    ['text/event-stream', 'data: ', '\n\n', sse],
    ['application/x-ndjson', '', '\n', ndjson],
  ])(
    'a stream of %s yields an event of a megabyte that arrives in small chunks',
    async (mediaType, start, end, init) => {
      const value = 'é'.repeat(1_000_000);
      const bytes = encoder.encode(`${start}${JSON.stringify(value)}${end}`);
      const chunks = Array.from({ length: Math.ceil(bytes.length / 997) }, (_, index) =>
        bytes.subarray(index * 997, (index + 1) * 997),
      );
      const { events } = await readAll(chunked(chunks, init), special(mediaType));
      expect(events[0] === value).toBe(true);
    },
  );

  it.each([
    ['data: 1\n\ndata: [DONE]\n\ndata: 2\n\n', [1]],
    ['data: 1\n\ndata: 2', [1]],
    ['data: 1\n\ndata: 2\n', [1]],
    ['data\n\ndata:\n\nevent: ping\n\ndata: 1\n\n', [1]],
    [': only a comment\n\n', []],
    ['unknown: 1\nretry: soon\ndata: 1\n\n', [1]],
    ['', []],
  ])('a stream of %j yields %j', async (text, events) => {
    expect(await readAll(chunked([text], sse))).toEqual({ events });
  });

  it('a stream yields events with the fields that were sent, if the operation says so', async () => {
    const text = 'event: add\nid: 7\nretry: 10\ndata: {"a":1}\n\ndata: {}\n\n';
    expect(await readAll(chunked([text], sse), special('text/event-stream', { events: true }))).toEqual({
      events: [{ event: 'add', id: '7', retry: 10, data: { a: 1 } }, { data: {} }],
    });
  });

  it.each([
    [{ data: 'text' }, ['1', '{}', 'one']],
    [{ data: 'any' }, [1, {}, 'one']],
  ])('a stream of the kind %j yields %j', async (kind, events) => {
    const text = 'data: 1\n\ndata: {}\n\ndata: one\n\n';
    expect(await readAll(chunked([text], sse), special('text/event-stream', kind))).toEqual({ events });
  });
});

describe('a stream that fails', () => {
  it.each([
    [stream, 'data: 1\n\ndata: {"key": s3cret}\n\n', sse],
    [lines, '1\n{"key": s3cret}\n', ndjson],
  ])('a stream says which event is malformed, and not what it has', async (operation, text, init) => {
    const { events, error } = await readAll(chunked([text], init), operation);
    expect(events).toEqual([1]);
    expect(error).toMatchObject({
      name: 'ApiError',
      status: 200,
      message: 'GET /events: 200. Event 2: its data is not JSON.',
      body: 'Event 2: its data is not JSON.',
      attempts: [],
    });
    expect(JSON.stringify(error) + String((error as Error).stack)).not.toContain('s3cret');
  });

  it('a stream that is cut throws after the events that arrived', async () => {
    expect(await readAll(truncated(['data: 1\n\nda', 'ta: 2'], sse))).toMatchObject({
      events: [1],
      error: { name: 'ConnectionError', code: 'ECONNRESET', path: '/events' },
    });
  });

  it('a stream that stalls throws after the timeout of one wait', async () => {
    const client = createSpecialClient(stalled(['data: 1\n\n'], sse), stream);
    expect(await client.clock.run(readEvents(client.get().stream()))).toMatchObject({
      events: [1],
      error: { name: 'TimeoutError', timeout: 1000 },
    });
    expect(client.clock.pending).toBe(0);
  });

  it('a stream ends at the deadline of its call, also between the events of one chunk', async () => {
    const client = createSpecialClient(chunked(['data: 1\n\ndata: 2\n\n', 'data: 3\n\n'], sse), stream, {
      deadline: 5000,
    });
    const reading = readEvents(client.get().stream(), () => client.clock.advance(3000));
    expect(await reading).toMatchObject({ events: [1, 2], error: { name: 'TimeoutError', timeout: 5000 } });
  });

  it.each([
    ['while more bytes are expected', stalled(['data: 1\n\ndata: 2\n\n'], sse)],
    ['when all bytes have arrived', chunked(['data: 1\n\ndata: 2\n\n'], sse)],
  ])('a stream ends at an abort between the events of one chunk, %s', async (_, script) => {
    const controller = new AbortController();
    const { get } = createSpecialClient(script, stream);
    const reading = readEvents(get({}, { signal: controller.signal }).stream(), () => controller.abort('enough'));
    expect(await reading).toEqual({ events: [1], error: 'enough' });
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  });

  it.each([
    ['text/event-stream', 'data: ', sse],
    ['application/x-ndjson', '', ndjson],
  ])('a stream of %s refuses an event that is longer than maxResponseBytes', async (mediaType, start, init) => {
    const script = chunked([`${start}1\n\n`, start, ...Array.from({ length: 20 }, () => 'x'.repeat(10))], init);
    expect(await readAll(script, special(mediaType), { maxResponseBytes: 100 })).toMatchObject({
      events: [1],
      error: { name: 'ResponseSizeError', limit: 100 },
    });
  });

  it.each([
    [404, 'application/json'],
    [200, 'text/html'],
    [200, 'application/json'],
  ])('a stream throws an ApiError before its events for status %i of type %s', async (status, type) => {
    const response = new Response('{"why":"no"}', { status, headers: { 'Content-Type': type } });
    expect(await readAll(response)).toMatchObject({
      events: [],
      error: { name: 'ApiError', status, body: { why: 'no' } },
    });
  });
});

describe('the reader of a stream', () => {
  it('a loop that is left ends the download', async () => {
    let cancelled = false;
    const body = new ReadableStream({
      pull: (controller) => controller.enqueue(encoder.encode('data: 1\n\ndata: 2\n\n')),
      cancel: () => {
        cancelled = true;
      },
    });
    const client = createSpecialClient(() => new Response(body, sse), stream, { deadline: 5000 });
    expect(await readEvents(client.get().stream(), () => 'leave')).toEqual({ events: [1] });
    expect([cancelled, client.clock.pending]).toEqual([true, 0]);
  });

  it('a stream reads no bytes before the loop needs them', async () => {
    let pulls = 0;
    const body = new ReadableStream(
      {
        pull: (controller) => {
          pulls++;
          controller.enqueue(encoder.encode('data: 1\n\ndata: 2\n\n'));
        },
      },
      { highWaterMark: 0 },
    );
    const iterator = createSpecialClient(() => new Response(body, sse), stream)
      .get()
      .stream()
      [Symbol.asyncIterator]();
    await iterator.next();
    await iterator.next();
    expect(pulls).toBe(1);
    await iterator.next();
    expect(pulls).toBe(2);
    await iterator.return?.();
  });

  it('a stream that is awaited is text, and yields its events later', async () => {
    const { get, requests } = createSpecialClient(chunked(['data: 1\n\n', 'data: 2\n\n'], sse), stream);
    const call = get();
    expect(await call).toBe('data: 1\n\ndata: 2\n\n');
    expect(await readEvents(call.stream())).toEqual({ events: [1, 2] });
    expect(await readEvents(call.stream())).toEqual({ events: [1, 2] });
    expect(requests).toHaveLength(1);
  });

  it('an empty stream is undefined when it is awaited', async () => {
    expect(await createSpecialClient(new Response('', sse), stream).get()).toBeUndefined();
    expect(await readAll(new Response(null, { status: 204 }))).toEqual({ events: [] });
  });
});

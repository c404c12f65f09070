import { getEventListeners } from 'node:events';
import {
  chunked,
  ManualClock,
  networkError,
  recordingFetch,
  type ScriptedResponse,
  stalled,
  truncated,
} from '@plumbline/runtime/testing';
import { describe, expect, it } from 'vitest';
import {
  ApiError,
  ConnectionError,
  createMxAudience,
  type MemberRowsOptions,
  type MxAudienceOptions,
  PlumblineError,
  readMemberRows,
  TimeoutError,
} from './index.ts';

const audience = { id_or_slug: 'vip', institution_public_id: 'INS-1' };
const encoder = new TextEncoder();
const csvType = { 'Content-Type': 'text/csv' };
const csv = (...chunks: string[]) => chunked(chunks, { headers: csvType });

/** A client that receives a token, and this response to its other requests. */
function createClient(response: ScriptedResponse, options: Partial<MxAudienceOptions> = {}) {
  const fetch = recordingFetch(response);
  const token = Response.json({ access_token: 't0ken' });
  const mx = createMxAudience({
    domain: 'acme',
    clientId: 'c1ient',
    clientSecret: 's3cret',
    ...options,
    fetch: async (url, init) => (url.endsWith('/api/token') ? token.clone() : fetch(url, init)),
  } as MxAudienceOptions);
  return { mx, sent: fetch.requests };
}

/** A CSV response whose chunks each take some milliseconds. */
function slow(clock: ManualClock, chunks: readonly string[], milliseconds: number): () => Response {
  return () => {
    const rest = chunks.values();
    const body = new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          const { value, done } = rest.next();
          if (done) return controller.close();
          await new Promise<void>((resolve) => clock.after(milliseconds, resolve));
          controller.enqueue(encoder.encode(value));
        },
      },
      { highWaterMark: 0 },
    );
    return new Response(body, { headers: csvType });
  };
}

/** The rows that were read, and the error that ended them. */
async function read(mx: ReturnType<typeof createClient>['mx'], options?: MemberRowsOptions) {
  const rows: (readonly string[])[] = [];
  try {
    for await (const row of readMemberRows(mx, audience, options)) rows.push(row);
  } catch (error) {
    return { rows, error };
  }
  return { rows };
}

it('readMemberRows sends its request when the loop begins, with the policies and headers of the client', async () => {
  const seen: string[] = [];
  const { mx, sent } = createClient(csv('guid\r\nU-1\r\n'), {
    headers: { 'X-A': 'client' },
    policies: {
      call: [
        (request, next) => {
          seen.push(`${request.method} ${request.path}`);
          return next(request);
        },
      ],
    },
  });
  const rows = readMemberRows(mx, { ...audience, id_or_slug: 'a/b' });
  expect(sent).toEqual([]);
  const read: unknown[] = [];
  for await (const row of rows) read.push(row);
  expect(read).toEqual([['guid'], ['U-1']]);
  expect(sent.map(({ url }) => url)).toEqual([
    'https://acme.access.mx.com/api/v1/audience/a%2Fb/list?institution_public_id=INS-1',
  ]);
  expect(sent[0]?.headers).toMatchObject({
    accept: 'text/csv',
    authorization: 'Bearer t0ken',
    'x-a': 'client',
  });
  expect(seen).toEqual(['GET /api/v1/audience/{id_or_slug}/list']);
});

it('readMemberRows sends a request for each loop', async () => {
  const { mx, sent } = createClient(csv('a\n'));
  const rows = readMemberRows(mx, audience);
  for (let loop = 1; loop <= 2; loop++) {
    for await (const row of rows) expect(row).toEqual(['a']);
    expect(sent.length).toBe(loop);
  }
});

describe('a response that is not CSV', () => {
  it.each([
    [404, 'application/json', '{"message":"none"}', { message: 'none' }],
    [404, 'text/html', '<p>', '<p>'],
    [404, 'text/csv', '', undefined],
    [302, 'text/html', 'moved', 'moved'],
    [200, 'application/json; charset=utf-8', '{"count":0}', { count: 0 }],
    [200, 'text/html', '<p>', '<p>'],
  ])('readMemberRows throws an ApiError for status %i and type %s', async (status, type, text, body) => {
    const { mx } = createClient(new Response(text, { status, headers: { 'Content-Type': type } }));
    const { rows, error } = await read(mx);
    expect(rows).toEqual([]);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status, body, method: 'GET', path: '/api/v1/audience/{id_or_slug}/list' });
    expect((error as ApiError).headers.get('Content-Type')).toBe(type);
  });

  it('readMemberRows throws an ApiError after the rows before invalid quotes', async () => {
    const { mx } = createClient(csv('a\n"b"c,"d"\n'));
    const { rows, error } = await read(mx);
    expect(rows).toEqual([['a']]);
    expect(error).toMatchObject({
      name: 'ApiError',
      status: 200,
      body: 'Row 2: a quote inside a quoted field is not doubled.',
    });
  });

  it.each([
    ['text/csv; charset=iso-8859-1', 'Zo\xEB'],
    ['text/csv;charset="ISO-8859-1";header=present', 'Zo\xEB'],
    ["text/csv; header=absent; Charset = 'latin1'", 'Zo\xEB'],
    ['text/csv; xcharset=utf-16', 'Zoe'],
    ['text/csv; charset=', 'Zoe'],
    ['text/csv; charset=latin1, text/csv; charset=utf-8', 'Zo\xEB'],
  ])('readMemberRows decodes the charset of the type %j', async (type, name) => {
    const { mx } = createClient(
      new Response(Buffer.from(`${name}\n`, 'latin1'), { headers: { 'Content-Type': type } }),
    );
    expect(await read(mx)).toEqual({ rows: [[name]] });
  });

  it.each([
    ['204', new Response(null, { status: 204 })],
    ['no body', new Response(null)],
    ['a length of 0', new Response('', { headers: { 'Content-Length': '0' } })],
    ['an empty body', new Response('', { headers: csvType })],
    ['an empty body of another type', new Response('', { headers: { 'Content-Type': 'application/json' } })],
  ])('readMemberRows yields no rows for %s', async (_, response) => {
    expect(await read(createClient(response).mx)).toEqual({ rows: [] });
  });

  it.each([['text/plain'], ['application/csv'], ['application/octet-stream']])(
    'readMemberRows reads a body of type %s as CSV',
    async (type) => {
      const { mx } = createClient(new Response('a\n', { headers: { 'Content-Type': type } }));
      expect(await read(mx)).toEqual({ rows: [['a']] });
    },
  );
});

describe('a truncated response', () => {
  it.each([
    ['after a row', ['a\nb\n'], [['a'], ['b']]],
    ['in a row', ['a\n', 'b\nc'], [['a'], ['b']]],
    ['in a quoted field', ['a\n"b\nc'], [['a']]],
    ['before any row', [], []],
  ])(
    'readMemberRows throws a ConnectionError after the last complete row if a reset comes %s',
    async (_, chunks, expected) => {
      const { rows, error } = await read(createClient(truncated(chunks, { headers: csvType })).mx);
      expect(rows).toEqual(expected);
      expect(error).toBeInstanceOf(ConnectionError);
      expect(error).toMatchObject({
        path: '/api/v1/audience/{id_or_slug}/list',
        cause: { message: 'terminated', cause: { code: 'ECONNRESET' } },
      });
    },
  );

  it('readMemberRows throws a ConnectionError if a body ends normally in a quoted field', async () => {
    const { rows, error } = await read(createClient(csv('a\n"b\nc')).mx);
    expect(rows).toEqual([['a']]);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ cause: { message: 'The body ended inside a row.' } });
  });

  it('readMemberRows does not retry a truncated response, because its rows would be yielded twice', async () => {
    const { mx, sent } = createClient(truncated(['a\n'], { headers: csvType }));
    await read(mx);
    expect(sent.length).toBe(1);
  });

  it('readMemberRows throws a ConnectionError with each attempt if no head arrives', async () => {
    const { mx, sent } = createClient(networkError('ECONNRESET'));
    const { error } = await read(mx, { retry: { attempts: 2, baseDelay: 0 } });
    expect(error).toMatchObject({ name: 'ConnectionError', attempts: [{}, {}] });
    expect(sent.length).toBe(2);
  });
});

describe('an abort', () => {
  it.each([[new Error('enough')], [0]])('an abort ends a body that stalls, with its own reason: %s', async (reason) => {
    const controller = new AbortController();
    const { mx } = createClient(stalled(['a\n'], { headers: csvType }));
    const rows = readMemberRows(mx, audience, { signal: controller.signal })[Symbol.asyncIterator]();
    expect((await rows.next()).value).toEqual(['a']);
    const next = rows.next();
    controller.abort(reason);
    await expect(next).rejects.toBe(reason);
  });

  it('an abort between two rows of one chunk prevents further rows', async () => {
    const controller = new AbortController();
    const { mx } = createClient(csv('a\nb\nc\n'));
    const rows: unknown[] = [];
    const reading = (async () => {
      for await (const row of readMemberRows(mx, audience, { signal: controller.signal })) {
        rows.push(row);
        controller.abort('enough');
      }
    })();
    await expect(reading).rejects.toBe('enough');
    expect(rows).toEqual([['a']]);
  });

  it('an abort before the loop prevents the request', async () => {
    const { mx, sent } = createClient(csv());
    expect(await read(mx, { signal: AbortSignal.abort(0) })).toEqual({ rows: [], error: 0 });
    expect(sent).toEqual([]);
  });

  it('an abort before the head ends the request with its own reason, even 0', async () => {
    const controller = new AbortController();
    const { mx } = createClient(() => {
      controller.abort(0);
      throw new Error('aborted');
    });
    expect(await read(mx, { signal: controller.signal })).toEqual({ rows: [], error: 0 });
  });
});

it('readMemberRows leaves no timer and no listener when the loop is left', async () => {
  const clock = new ManualClock();
  const { signal } = new AbortController();
  let cancelled = 0;
  const { mx } = createClient(
    () => {
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => controller.enqueue(encoder.encode('a\nb\n')),
        cancel: () => void cancelled++,
      });
      return new Response(body, { headers: csvType });
    },
    { clock },
  );
  for await (const row of readMemberRows(mx, audience, { signal, deadline: 60_000 })) {
    expect(row).toEqual(['a']);
    expect([clock.pending > 0, getEventListeners(signal, 'abort').length > 0]).toEqual([true, true]);
    break;
  }
  expect([cancelled, clock.pending, getEventListeners(signal, 'abort')]).toEqual([1, 0, []]);
});

it('readMemberRows sends the headers of its options, overriding those of the client', async () => {
  const { mx, sent } = createClient(csv('a\n'), { headers: { 'X-A': 'client', 'X-B': 'client' } });
  await read(mx, { headers: { 'X-A': 'call' } });
  expect(sent[0]?.headers).toMatchObject({ 'x-a': 'call', 'x-b': 'client', accept: 'text/csv' });
});

describe('the option `timeout`', () => {
  it('the option `timeout` limits each wait for bytes, and overrides that of the client', async () => {
    const clock = new ManualClock();
    const { mx } = createClient(stalled(['a\n'], { headers: csvType }), { clock, timeout: 3_600_000 });
    const { rows, error } = await clock.run(read(mx, { timeout: 20 }));
    expect(rows).toEqual([['a']]);
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ timeout: 20, path: '/api/v1/audience/{id_or_slug}/list' });
    expect((error as TimeoutError).message).toContain('its timeout of 20 ms');
    expect(clock.now()).toBe(20);
  });

  it('the option `timeout` does not limit the whole body or the work inside the loop', async () => {
    const clock = new ManualClock();
    const { mx } = createClient(slow(clock, ['a\n', 'b\n', 'c\n'], 15), { clock });
    const rows: unknown[] = [];
    const reading = (async () => {
      for await (const row of readMemberRows(mx, audience, { timeout: 20 })) {
        rows.push(row);
        await new Promise<void>((resolve) => clock.after(100, resolve));
      }
    })();
    await clock.run(reading);
    expect(rows).toEqual([['a'], ['b'], ['c']]);
    expect(clock.now()).toBe(345);
  });
});

describe('the option `deadline`', () => {
  it('the option `deadline` limits the whole loop, including the work inside it', async () => {
    const clock = new ManualClock();
    const { mx } = createClient(slow(clock, ['a\n', 'b\n', 'c\n'], 15), { clock });
    const rows: unknown[] = [];
    const reading = (async () => {
      for await (const row of readMemberRows(mx, audience, { deadline: 180 })) {
        rows.push(row);
        await new Promise<void>((resolve) => clock.after(100, resolve));
      }
    })();
    await expect(clock.run(reading)).rejects.toMatchObject({
      name: 'TimeoutError',
      timeout: 180,
      message: expect.stringContaining('its deadline of 180 ms'),
    });
    expect(rows).toEqual([['a'], ['b']]);
    expect(clock.pending).toBe(0);
  });

  it('the option `deadline` ends the wait for the head', async () => {
    const clock = new ManualClock();
    const { mx } = createClient(stalled(), { clock });
    const { rows, error } = await clock.run(read(mx, { deadline: 50, timeout: 20_000 }));
    expect(rows).toEqual([]);
    expect(error).toMatchObject({ name: 'TimeoutError', timeout: 50 });
    expect(clock.now()).toBe(50);
  });
});

it('readMemberRows is retried like every call, and has its own option `retry`', async () => {
  const { mx, sent } = createClient(new Response('', { status: 503 }));
  const never = await read(mx, { retry: false });
  expect(never.error).toMatchObject({ status: 503 });
  expect(sent.length).toBe(1);
  const once = await read(mx, { retry: { attempts: 2, baseDelay: 0 } });
  expect(once.error).toMatchObject({ status: 503, attempts: [{ status: 503 }, { status: 503 }] });
  expect(sent.length).toBe(3);
});

it.each([[0], [-1], [Number.NaN]])('readMemberRows refuses %d as a timeout, and sends no request', async (timeout) => {
  const { mx, sent } = createClient(csv());
  expect((await read(mx, { timeout })).error).toBeInstanceOf(PlumblineError);
  expect(sent).toEqual([]);
});

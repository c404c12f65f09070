import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, it, vi } from 'vitest';
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

interface Source {
  /** Chunks to send; the body then ends, fails with this error, or goes on saying nothing. */
  chunks: string[];
  end?: Error | 'stall';
}

/** A body that fails when its request is aborted, as those of `fetch` do. */
function bodyOf({ chunks, end }: Source, signal: AbortSignal | null | undefined, onCancel = () => {}) {
  const left = [...chunks];
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        signal?.addEventListener('abort', () => controller.error(signal.reason));
      },
      pull(controller) {
        const chunk = left.shift();
        if (chunk !== undefined) controller.enqueue(encoder.encode(chunk));
        else if (end === 'stall') return new Promise(() => {});
        else if (end) controller.error(end);
        else controller.close();
        return undefined;
      },
      cancel: onCancel,
    },
    { highWaterMark: 0 },
  );
}

function mxOf(answer: Source | ((init: RequestInit) => Response), options: Partial<MxAudienceOptions> = {}) {
  const sent: { url: string; headers: Headers }[] = [];
  let cancelled = 0;
  const mx = createMxAudience({
    domain: 'acme',
    clientId: 'c1ient',
    clientSecret: 's3cret',
    ...options,
    fetch: async (url, init) => {
      if (url.endsWith('/api/token')) return Response.json({ access_token: 't0ken' });
      sent.push({ url, headers: new Headers(init.headers) });
      if (typeof answer === 'function') return answer(init);
      return new Response(
        bodyOf(answer, init.signal, () => cancelled++),
        { headers: csvType },
      );
    },
  } as MxAudienceOptions);
  return { mx, sent, cancelled: () => cancelled };
}

/** The rows that were handed out, and the error that ended them. */
async function read(mx: ReturnType<typeof mxOf>['mx'], options?: MemberRowsOptions) {
  const rows: (readonly string[])[] = [];
  try {
    for await (const row of readMemberRows(mx, audience, options)) rows.push(row);
  } catch (error) {
    return { rows, error };
  }
  return { rows };
}

afterEach(() => {
  vi.useRealTimers();
});

it('sends nothing until it is read, and then one request, as every call is sent', async () => {
  const seen: string[] = [];
  const { mx, sent } = mxOf(
    { chunks: ['guid\r\nU-1\r\n'] },
    {
      headers: { 'X-A': 'client' },
      policies: [
        (request, next) => {
          seen.push(`${request.method} ${request.path}`);
          return next(request);
        },
      ],
    },
  );
  const rows = readMemberRows(mx, { ...audience, id_or_slug: 'a/b' });
  expect(sent).toEqual([]);
  const read: unknown[] = [];
  for await (const row of rows) read.push(row);
  expect(read).toEqual([['guid'], ['U-1']]);
  expect(sent.map(({ url }) => url)).toEqual([
    'https://acme.access.mx.com/api/v1/audience/a%2Fb/list?institution_public_id=INS-1',
  ]);
  expect(Object.fromEntries(sent[0]?.headers ?? [])).toMatchObject({
    accept: 'text/csv',
    authorization: 'Bearer t0ken',
    'x-a': 'client',
  });
  expect(seen).toEqual(['GET /api/v1/audience/{id_or_slug}/list']);
});

it('sends a request for each loop', async () => {
  const { mx, sent } = mxOf({ chunks: ['a\n'] });
  const rows = readMemberRows(mx, audience);
  for (let loop = 1; loop <= 2; loop++) {
    for await (const row of rows) expect(row).toEqual(['a']);
    expect(sent.length).toBe(loop);
  }
});

describe('an answer that is no CSV', () => {
  it.each([
    [404, 'application/json', '{"message":"none"}', { message: 'none' }],
    [404, 'text/html', '<p>', '<p>'],
    [404, 'text/csv', '', undefined],
    [302, 'text/html', 'moved', 'moved'],
    [200, 'application/json; charset=utf-8', '{"count":0}', { count: 0 }],
    [200, 'text/html', '<p>', '<p>'],
  ])('of status %i and type %s is an ApiError', async (status, type, text, body) => {
    const { mx } = mxOf(() => new Response(text, { status, headers: { 'Content-Type': type } }));
    const { rows, error } = await read(mx);
    expect(rows).toEqual([]);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status, body, method: 'GET', path: '/api/v1/audience/{id_or_slug}/list' });
    expect((error as ApiError).headers.get('Content-Type')).toBe(type);
  });

  it('but says so only within it is an ApiError after the rows before', async () => {
    const { mx } = mxOf({ chunks: ['a\n"b"c,"d"\n'] });
    const { rows, error } = await read(mx);
    expect(rows).toEqual([['a']]);
    expect(error).toMatchObject({ name: 'ApiError', status: 200, body: undefined });
  });

  it.each([
    ['204', () => new Response(null, { status: 204 })],
    ['no body', () => new Response(null)],
    ['a length of 0', () => new Response('', { headers: { 'Content-Length': '0' } })],
    ['an empty body', () => new Response('', { headers: csvType })],
    ['an empty body of another type', () => new Response('', { headers: { 'Content-Type': 'application/json' } })],
  ])('but %s has no rows', async (_, answer) => {
    expect(await read(mxOf(answer).mx)).toEqual({ rows: [] });
  });

  it.each([['text/plain'], ['application/csv'], ['application/octet-stream']])('but %s may be CSV', async (type) => {
    const { mx } = mxOf(() => new Response('a\n', { headers: { 'Content-Type': type } }));
    expect(await read(mx)).toEqual({ rows: [['a']] });
  });
});

describe('an answer that is cut short', () => {
  const reset = new TypeError('terminated');

  it.each([
    ['after a row', ['a\nb\n'], [['a'], ['b']]],
    ['in a row', ['a\n', 'b\nc'], [['a'], ['b']]],
    ['in a quoted field', ['a\n"b\nc'], [['a']]],
    ['before any row', [], []],
  ])('%s by a reset is a ConnectionError after the last whole row', async (_, chunks, expected) => {
    const { rows, error } = await read(mxOf({ chunks, end: reset }).mx);
    expect(rows).toEqual(expected);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ path: '/api/v1/audience/{id_or_slug}/list', cause: reset });
  });

  it('in a quoted field, with no sign of it from the connection, is a ConnectionError as well', async () => {
    const { rows, error } = await read(mxOf({ chunks: ['a\n"b\nc'] }).mx);
    expect(rows).toEqual([['a']]);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ cause: { message: 'The body ended inside a row.' } });
  });

  it('is not asked for again: its rows would be handed out twice', async () => {
    const { mx, sent } = mxOf({ chunks: ['a\n'], end: reset });
    await read(mx);
    expect(sent.length).toBe(1);
  });

  it('before its head tells of each try', async () => {
    const { mx, sent } = mxOf(() => {
      throw reset;
    });
    const { error } = await read(mx, { retry: { attempts: 2, baseDelay: 0 } });
    expect(error).toMatchObject({ name: 'ConnectionError', attempts: [{}, {}] });
    expect(sent.length).toBe(2);
  });
});

describe('an abort', () => {
  it.each([[new Error('enough')], [0]])('ends a body that stalls, with its own reason: %s', async (reason) => {
    const controller = new AbortController();
    const { mx } = mxOf({ chunks: ['a\n'], end: 'stall' });
    const rows = readMemberRows(mx, audience, { signal: controller.signal })[Symbol.asyncIterator]();
    expect((await rows.next()).value).toEqual(['a']);
    const next = rows.next();
    controller.abort(reason);
    await expect(next).rejects.toBe(reason);
  });

  it('between two rows of one chunk hands out no more', async () => {
    const controller = new AbortController();
    const { mx } = mxOf({ chunks: ['a\nb\nc\n'] });
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

  it('before the loop sends nothing', async () => {
    const { mx, sent } = mxOf({ chunks: [] });
    expect(await read(mx, { signal: AbortSignal.abort(0) })).toEqual({ rows: [], error: 0 });
    expect(sent).toEqual([]);
  });

  it('before the head ends the request, with its own reason, even 0', async () => {
    const controller = new AbortController();
    const { mx } = mxOf(() => {
      controller.abort(0);
      throw new Error('aborted');
    });
    expect(await read(mx, { signal: controller.signal })).toEqual({ rows: [], error: 0 });
  });
});

it('leaves nothing running when the loop is left', async () => {
  vi.useFakeTimers();
  const signal = new AbortController().signal;
  const removed = vi.spyOn(signal, 'removeEventListener');
  const added = vi.spyOn(signal, 'addEventListener');
  const { mx, cancelled } = mxOf({ chunks: ['a\nb\n'], end: 'stall' });
  for await (const row of readMemberRows(mx, audience, { signal })) {
    expect(row).toEqual(['a']);
    expect(vi.getTimerCount()).toBeGreaterThan(0);
    break;
  }
  expect([cancelled(), vi.getTimerCount()]).toEqual([1, 0]);
  expect(added.mock.calls.length).toBeGreaterThan(0);
  expect(removed.mock.calls.length).toBeGreaterThanOrEqual(added.mock.calls.length);
});

it('takes its own timeout, over that of the client, for the whole body', async () => {
  const { mx } = mxOf({ chunks: ['a\n'], end: 'stall' }, { timeout: 3_600_000 });
  const { rows, error } = await read(mx, { timeout: 20 });
  expect(rows).toEqual([['a']]);
  expect(error).toBeInstanceOf(TimeoutError);
  expect(error).toMatchObject({ timeout: 20, path: '/api/v1/audience/{id_or_slug}/list' });
});

it('is asked for again as every call is, and takes its own `retry`', async () => {
  const { mx, sent } = mxOf(() => new Response('', { status: 503 }));
  const never = await read(mx, { retry: false });
  expect(never.error).toMatchObject({ status: 503 });
  expect(sent.length).toBe(1);
  const once = await read(mx, { retry: { attempts: 2, baseDelay: 0 } });
  expect(once.error).toMatchObject({ status: 503, attempts: [{ status: 503 }, { status: 503 }] });
  expect(sent.length).toBe(3);
});

it.each([[0], [-1], [Number.NaN]])('refuses %d as a timeout, and sends nothing', async (timeout) => {
  const { mx, sent } = mxOf({ chunks: [] });
  expect((await read(mx, { timeout })).error).toBeInstanceOf(PlumblineError);
  expect(sent).toEqual([]);
});

it('reads 1,000,000 rows in constant memory', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const held = () => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  let made = 0;
  const line = () => `${(made++).toString(16).padStart(32, '0')},"Ann ""A"" Smith"\r\n`;
  const { mx } = mxOf(() => {
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          if (made < 1_000_000) controller.enqueue(encoder.encode(Array.from({ length: 1000 }, line).join('')));
          else controller.close();
        },
      },
      { highWaterMark: 0 },
    );
    return new Response(body, { headers: csvType });
  });
  let read = 0;
  let base = 0;
  let most = 0;
  for await (const row of readMemberRows(mx, audience)) {
    read++;
    if (read === 1000) base = held();
    if (read % 100_000 === 0) most = Math.max(most, held() - base);
    if (read === 1_000_000) expect(row).toEqual([`${'0'.repeat(27)}f423f`, 'Ann "A" Smith']);
  }
  expect(read).toBe(1_000_000);
  // The text alone has 53 MB; what is held is a chunk of 53 kB and its rows.
  expect(most).toBeLessThan(4_000_000);
}, 30_000);

/** How a stream ends: by its body, its time, a signal, its reader, or unread. */
import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallOptions } from '../pipeline/call-options.ts';
import { header } from '../policies/auth/static-credentials.ts';
import { chunked, networkError, stalled, truncated } from '../testing/faults.ts';
import { ManualClock, turn } from '../testing/manual-clock.ts';
import { recordingFetch, type ScriptedResponse } from '../testing/recording-fetch.ts';
import type { Call } from './call.ts';
import { createClient } from './create-client.ts';
import type { ClientOptions } from './options.ts';

interface Export {
  responses: { 200: { content: { 'text/csv': string } } };
}
interface Operations {
  export(parameters?: object, options?: CallOptions): Call<Export, 'text/csv'>;
}

/** Also notes of each timer whether it keeps a process alive. */
class NotingClock extends ManualClock {
  readonly keepingAlive: Set<object> = new Set();

  override after(milliseconds: number, callback: () => void, keepsAlive = true): () => void {
    const timer = {};
    if (keepsAlive) this.keepingAlive.add(timer);
    const cancel = super.after(milliseconds, () => {
      this.keepingAlive.delete(timer);
      callback();
    });
    return () => {
      this.keepingAlive.delete(timer);
      cancel();
    };
  }
}

function clientOf(
  script: ScriptedResponse | readonly ScriptedResponse[],
  options: Omit<ClientOptions, 'fetch' | 'clock'> = {},
) {
  const clock = new NotingClock();
  const fetch = recordingFetch(script);
  const client = createClient<object, Operations>(
    {
      baseUrl: 'https://api.example.com',
      operations: {
        export: { method: 'GET', path: '/export', responseMediaTypes: ['text/csv'] },
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
async function read(stream: AsyncIterable<Uint8Array>, onChunk?: (chunk: string) => unknown) {
  const chunks: string[] = [];
  try {
    for await (const bytes of stream) {
      chunks.push(decode(bytes));
      await onChunk?.(decode(bytes));
    }
    return { chunks };
  } catch (error) {
    return { chunks, error };
  }
}

/** A body that a test sends by hand. */
function manualBody() {
  let controller = {} as ReadableStreamDefaultController<Uint8Array>;
  const cancelled: unknown[] = [];
  const body = new ReadableStream<Uint8Array>({
    start(given) {
      controller = given;
    },
    cancel: (reason) => void cancelled.push(reason),
  });
  return {
    response: () => new Response(body, csv),
    send: (text: string) => controller.enqueue(new TextEncoder().encode(text)),
    close: () => controller.close(),
    cancelled,
  };
}

const unhandled: unknown[] = [];
const record = (reason: unknown) => unhandled.push(reason);
beforeEach(() => {
  unhandled.length = 0;
  process.on('unhandledRejection', record);
});
afterEach(async () => {
  // Node emits them after the microtasks.
  await turn();
  process.off('unhandledRejection', record);
  expect(unhandled).toEqual([]);
});

describe('a stream', () => {
  it('is retried before its first bytes', async () => {
    const script = [new Response(null, { status: 503 }), networkError('ECONNRESET'), rows];
    const { clock, requests, ...client } = clientOf(script);
    expect(await clock.run(read(client.export().stream()))).toEqual({ chunks: ['a,b\n', '1,2\n'] });
    expect(requests).toHaveLength(3);
  });

  it('that is cut throws a ConnectionError after the bytes before, and is not retried', async () => {
    const { clock, requests, ...client } = clientOf(truncated(['a,b\n', '1,'], csv), { deadline: 5000 });
    expect(await read(client.export().stream())).toMatchObject({
      chunks: ['a,b\n', '1,'],
      error: {
        name: 'ConnectionError',
        method: 'GET',
        path: '/export',
        attempts: [],
        cause: { message: 'terminated' },
      },
    });
    expect([requests.length, clock.pending]).toEqual([1, 0]);
  });

  it('that is cut after a retry has the attempts in its error', async () => {
    const { clock, ...client } = clientOf([new Response(null, { status: 503 }), truncated(['a'], csv)]);
    expect(await clock.run(read(client.export().stream()))).toMatchObject({
      chunks: ['a'],
      error: {
        name: 'ConnectionError',
        attempts: [
          { status: 503, reason: 'status 503', delay: 250 },
          { status: 200, reason: 'final' },
        ],
      },
    });
  });

  it('that stalls throws a TimeoutError after `timeout`, counted from the last bytes', async () => {
    const { clock, requests, ...client } = clientOf(stalled(['a'], csv));
    const reading = clock.run(read(client.export().stream(), () => clock.advance(400)));
    expect(await reading).toMatchObject({
      chunks: ['a'],
      error: {
        name: 'TimeoutError',
        message: 'GET /export took longer than its timeout of 1000 ms.',
        attempts: [],
      },
    });
    expect([clock.time, clock.pending, requests.length]).toEqual([1400, 0, 1]);
    expect(requests[0]?.signal?.aborted).toBe(true);
  });

  it('whose head stalls throws a TimeoutError, and is retried', async () => {
    const { clock, requests, ...client } = clientOf([stalled(), rows]);
    expect(await clock.run(read(client.export().stream()))).toEqual({ chunks: ['a,b\n', '1,2\n'] });
    expect([clock.time, requests.length]).toEqual([1250, 2]);
  });

  it('whose response is an error with a body that stalls throws a TimeoutError', async () => {
    const { clock, ...client } = clientOf(stalled(['{'], { status: 404 }), { retry: false });
    expect(await clock.run(read(client.export().stream()))).toMatchObject({
      chunks: [],
      error: {
        name: 'TimeoutError',
        timeout: 1000,
        attempts: [{ error: 'TimeoutError', reason: 'no attempt is left' }],
      },
    });
    expect([clock.time, clock.pending]).toEqual([1000, 0]);
  });

  it('has `timeout` for each wait for bytes', async () => {
    const { response, send, close } = manualBody();
    const { clock, ...client } = clientOf(response);
    for (const [index, text] of ['a', 'b', 'c'].entries()) clock.after(900 * (index + 1), () => send(text));
    clock.after(3600, close);
    expect(await clock.run(read(client.export().stream()))).toEqual({ chunks: ['a', 'b', 'c'] });
    expect(clock.time).toBe(3600);
  });

  it('has no limit for the time that its reader takes', async () => {
    const { clock, ...client } = clientOf(rows);
    const pending: number[] = [];
    const slowly = async () => {
      pending.push(clock.pending);
      await clock.advance(3_600_000);
    };
    expect(await read(client.export().stream(), slowly)).toEqual({ chunks: ['a,b\n', '1,2\n'] });
    expect(pending).toEqual([0, 0]);
  });

  it('is limited by the deadline as a whole, its reader included', async () => {
    const { clock, requests, ...client } = clientOf(rows);
    const slowly = () => clock.advance(2000);
    expect(await read(client.export({}, { deadline: 2000 }).stream(), slowly)).toMatchObject({
      chunks: ['a,b\n'],
      error: { name: 'TimeoutError', message: 'GET /export took longer than its deadline of 2000 ms.' },
    });
    expect([clock.time, clock.pending, requests[0]?.signal?.aborted]).toEqual([2000, 0, true]);
  });

  it('is limited by a deadline that is shorter than `timeout`', async () => {
    const { clock, ...client } = clientOf(stalled(['a'], csv), { deadline: 500 });
    expect(await clock.run(read(client.export().stream()))).toMatchObject({
      chunks: ['a'],
      error: { name: 'TimeoutError', timeout: 500 },
    });
    expect([clock.time, clock.pending]).toEqual([500, 0]);
  });

  it.each([['stop'], [null], [0], [new Error('own')]])('is ended by an abort, with its reason: %s', async (reason) => {
    const controller = new AbortController();
    const { clock, requests, ...client } = clientOf(stalled(['a'], csv), { deadline: 5000 });
    const stream = client.export({}, { signal: controller.signal }).stream();
    const reading = read(stream, () => void setImmediate(() => controller.abort(reason)));
    expect(await reading).toEqual({ chunks: ['a'], error: reason });
    expect([clock.pending, requests[0]?.signal?.aborted]).toEqual([0, true]);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  });

  it('is ended by an abort while its reader is busy', async () => {
    const controller = new AbortController();
    const { response, send, cancelled } = manualBody();
    send('a');
    const stream = clientOf(response).export({}, { signal: controller.signal }).stream();
    expect(await read(stream, () => controller.abort('stop'))).toEqual({ chunks: ['a'], error: 'stop' });
    expect(cancelled).toEqual(['stop']);
  });

  it('is ended by an abort before its head', async () => {
    const controller = new AbortController();
    const { clock, requests, ...client } = clientOf(stalled());
    const reading = read(client.export({}, { signal: controller.signal }).stream());
    await clock.until(() => requests.length === 1);
    controller.abort('stop');
    expect(await reading).toEqual({ chunks: [], error: 'stop' });
    expect(clock.pending).toBe(0);
  });

  it('whose loop is left cancels the body, and leaves no timer and no listener', async () => {
    const { response, send, cancelled } = manualBody();
    const { signal } = new AbortController();
    const { clock, ...client } = clientOf(response, { deadline: 5000 });
    send('a');
    for await (const bytes of client.export({}, { signal }).stream()) {
      expect(decode(bytes)).toBe('a');
      expect(clock.pending).toBe(1);
      break;
    }
    expect(cancelled).toHaveLength(1);
    expect(clock.pending).toBe(0);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('whose loop throws cancels the body', async () => {
    const { response, send, cancelled } = manualBody();
    const { clock, ...client } = clientOf(response, { deadline: 5000 });
    send('a');
    const own = new Error('own');
    const fail = () => {
      throw own;
    };
    expect(await read(client.export().stream(), fail)).toEqual({ chunks: ['a'], error: own });
    expect([cancelled.length, clock.pending]).toEqual([1, 0]);
  });

  it('that is never read has no timer that keeps the process alive, and ends with the deadline', async () => {
    const { response, cancelled } = manualBody();
    const { clock, requests, ...client } = clientOf(response, { deadline: 5000 });
    client.export().stream();
    await clock.until(() => requests.length === 1);
    await clock.idle();
    expect([clock.pending, clock.keepingAlive.size]).toEqual([1, 0]);
    await clock.advance(5000);
    expect([clock.pending, cancelled.length]).toEqual([0, 1]);
  });

  it('that is never read has no timer where there is no deadline', async () => {
    const { clock, requests, ...client } = clientOf(manualBody().response);
    client.export().stream();
    await clock.until(() => requests.length === 1);
    await clock.idle();
    expect(clock.pending).toBe(0);
  });

  it.each<[string, ScriptedResponse, CallOptions]>([
    ['a status', new Response(null, { status: 404 }), {}],
    ['a failed connection', networkError('ECONNREFUSED'), {}],
    ['an unknown option', rows, { timout: 5 } as CallOptions],
  ])('that fails by %s and is never read is no unhandled rejection', async (_, script, options) => {
    const { clock, ...client } = clientOf(script, { retry: false });
    client.export({}, options).stream();
    // The hook after each test looks for one.
    await clock.idle();
  });
});

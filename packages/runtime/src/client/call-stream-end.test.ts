/** How a stream ends: by its body, its time, a signal, its reader, or unread. */
import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { expectNoUnhandledRejection } from '../../test/rejections.ts';
import { createManualBody, createStreamClient, csv, decode, readChunks, rows } from '../../test/stream-client.ts';
import type { CallOptions } from '../pipeline/call-options.ts';
import { networkError, stalled, truncated } from '../testing/faults.ts';
import type { ScriptedResponse } from '../testing/recording-fetch.ts';

expectNoUnhandledRejection();

describe('the end of a stream', () => {
  it('stream() is retried before its first bytes', async () => {
    const script = [new Response(null, { status: 503 }), networkError('ECONNRESET'), rows];
    const { clock, requests, ...client } = createStreamClient(script);
    expect(await clock.run(readChunks(client.export().stream()))).toEqual({ chunks: ['a,b\n', '1,2\n'] });
    expect(requests).toHaveLength(3);
  });

  it('stream() throws a ConnectionError after the bytes that arrived if the body is truncated, and is not retried', async () => {
    const { clock, requests, ...client } = createStreamClient(truncated(['a,b\n', '1,'], csv), { deadline: 5000 });
    expect(await readChunks(client.export().stream())).toMatchObject({
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

  it('stream() throws an error with all attempts if the body is truncated after a retry', async () => {
    const { clock, ...client } = createStreamClient([new Response(null, { status: 503 }), truncated(['a'], csv)]);
    expect(await clock.run(readChunks(client.export().stream()))).toMatchObject({
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

  it('stream() throws a TimeoutError if the body stalls for `timeout` after the last bytes', async () => {
    const { clock, requests, ...client } = createStreamClient(stalled(['a'], csv));
    const reading = clock.run(readChunks(client.export().stream(), () => clock.advance(400)));
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

  it('stream() is retried if the head stalls for `timeout`', async () => {
    const { clock, requests, ...client } = createStreamClient([stalled(), rows]);
    expect(await clock.run(readChunks(client.export().stream()))).toEqual({ chunks: ['a,b\n', '1,2\n'] });
    expect([clock.time, requests.length]).toEqual([1250, 2]);
  });

  it('stream() throws a TimeoutError if the body of an error stalls', async () => {
    const { clock, ...client } = createStreamClient(stalled(['{'], { status: 404 }), { retry: false });
    expect(await clock.run(readChunks(client.export().stream()))).toMatchObject({
      chunks: [],
      error: {
        name: 'TimeoutError',
        timeout: 1000,
        attempts: [{ error: 'TimeoutError', reason: 'no attempt is left' }],
      },
    });
    expect([clock.time, clock.pending]).toEqual([1000, 0]);
  });

  it('stream() applies `timeout` to each wait for bytes', async () => {
    const { response, send, close } = createManualBody();
    const { clock, ...client } = createStreamClient(response);
    for (const [index, text] of ['a', 'b', 'c'].entries()) clock.after(900 * (index + 1), () => send(text));
    clock.after(3600, close);
    expect(await clock.run(readChunks(client.export().stream()))).toEqual({ chunks: ['a', 'b', 'c'] });
    expect(clock.time).toBe(3600);
  });

  it('stream() does not limit the time of its reader', async () => {
    const { clock, ...client } = createStreamClient(rows);
    const pending: number[] = [];
    const slowly = async () => {
      pending.push(clock.pending);
      await clock.advance(3_600_000);
    };
    expect(await readChunks(client.export().stream(), slowly)).toEqual({ chunks: ['a,b\n', '1,2\n'] });
    expect(pending).toEqual([0, 0]);
  });

  it('stream() applies the deadline to the whole stream, including the time of its reader', async () => {
    const { clock, requests, ...client } = createStreamClient(rows);
    const slowly = () => clock.advance(2000);
    expect(await readChunks(client.export({}, { deadline: 2000 }).stream(), slowly)).toMatchObject({
      chunks: ['a,b\n'],
      error: { name: 'TimeoutError', message: 'GET /export took longer than its deadline of 2000 ms.' },
    });
    expect([clock.time, clock.pending, requests[0]?.signal?.aborted]).toEqual([2000, 0, true]);
  });

  it('stream() ends at a deadline that is shorter than `timeout`', async () => {
    const { clock, ...client } = createStreamClient(stalled(['a'], csv), { deadline: 500 });
    expect(await clock.run(readChunks(client.export().stream()))).toMatchObject({
      chunks: ['a'],
      error: { name: 'TimeoutError', timeout: 500 },
    });
    expect([clock.time, clock.pending]).toEqual([500, 0]);
  });

  it.each([['stop'], [null], [0], [new Error('own')]])('stream() throws the reason of an abort: %s', async (reason) => {
    const controller = new AbortController();
    const { clock, requests, ...client } = createStreamClient(stalled(['a'], csv), { deadline: 5000 });
    const stream = client.export({}, { signal: controller.signal }).stream();
    const reading = readChunks(stream, () => void setImmediate(() => controller.abort(reason)));
    expect(await reading).toEqual({ chunks: ['a'], error: reason });
    expect([clock.pending, requests[0]?.signal?.aborted]).toEqual([0, true]);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  });

  it('stream() throws the reason of an abort while its reader is busy', async () => {
    const controller = new AbortController();
    const { response, send, cancelled } = createManualBody();
    send('a');
    const stream = createStreamClient(response).export({}, { signal: controller.signal }).stream();
    expect(await readChunks(stream, () => controller.abort('stop'))).toEqual({ chunks: ['a'], error: 'stop' });
    expect(cancelled).toEqual(['stop']);
  });

  it('stream() throws the reason of an abort before the head', async () => {
    const controller = new AbortController();
    const { clock, requests, ...client } = createStreamClient(stalled());
    const reading = readChunks(client.export({}, { signal: controller.signal }).stream());
    await clock.until(() => requests.length === 1);
    controller.abort('stop');
    expect(await reading).toEqual({ chunks: [], error: 'stop' });
    expect(clock.pending).toBe(0);
  });

  it('stream() cancels the body when the loop is left, and leaves no timer and no listener', async () => {
    const { response, send, cancelled } = createManualBody();
    const { signal } = new AbortController();
    const { clock, ...client } = createStreamClient(response, { deadline: 5000 });
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

  it('stream() cancels the body when the loop throws', async () => {
    const { response, send, cancelled } = createManualBody();
    const { clock, ...client } = createStreamClient(response, { deadline: 5000 });
    send('a');
    const own = new Error('own');
    const fail = () => {
      throw own;
    };
    expect(await readChunks(client.export().stream(), fail)).toEqual({ chunks: ['a'], error: own });
    expect([cancelled.length, clock.pending]).toEqual([1, 0]);
  });

  it('stream() that is never read does not keep the process alive, and ends at the deadline', async () => {
    const { response, cancelled } = createManualBody();
    const { clock, requests, ...client } = createStreamClient(response, { deadline: 5000 });
    client.export().stream();
    await clock.until(() => requests.length === 1);
    await clock.idle();
    expect([clock.pending, clock.keepingAlive.size]).toEqual([1, 0]);
    await clock.advance(5000);
    expect([clock.pending, cancelled.length]).toEqual([0, 1]);
  });

  it('stream() that is never read sets no timer without a deadline', async () => {
    const { clock, requests, ...client } = createStreamClient(createManualBody().response);
    client.export().stream();
    await clock.until(() => requests.length === 1);
    await clock.idle();
    expect(clock.pending).toBe(0);
  });

  it.each<[string, ScriptedResponse, CallOptions]>([
    ['a status', new Response(null, { status: 404 }), {}],
    ['a failed connection', networkError('ECONNREFUSED'), {}],
    ['an unknown option', rows, { timout: 5 } as CallOptions],
  ])('stream() that is never read leaves no rejection unhandled after %s', async (_, script, options) => {
    const { clock, ...client } = createStreamClient(script, { retry: false });
    client.export({}, options).stream();
    // The hook after each test looks for one.
    await clock.idle();
  });
});

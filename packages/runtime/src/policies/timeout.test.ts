import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { failure } from '../../test/rejections.ts';
import { RequestFactory, type TestRequestInit } from '../../test/request-factory.ts';
import { ConnectionError } from '../errors/connection-error.ts';
import { TimeoutError } from '../errors/timeout-error.ts';
import { BufferedResponse } from '../pipeline/buffered-response.ts';
import type { CallOptions } from '../pipeline/call-options.ts';
import { type Fetch, fetchTransport } from '../pipeline/fetch-transport.ts';
import { stalled, truncated } from '../testing/faults.ts';
import { recordingFetch } from '../testing/recording-fetch.ts';
import { timeout } from './timeout.ts';

/** Sends a request of a client with a timeout of 100 ms. */
function send(fetch: Fetch, init: TestRequestInit = {}, options: CallOptions = { timeout: 100 }) {
  const client = new RequestFactory(options);
  const controller = new AbortController();
  const request = client.create({ ...init, options: { signal: controller.signal, ...init.options } });
  const { signal } = controller;
  const left = () => [client.clock.pending, getEventListeners(signal, 'abort').length];
  const sending = timeout(request, fetchTransport(fetch));
  // It may reject before a test awaits it.
  sending.catch(() => {});
  return { clock: client.clock, controller, request, sending, left };
}
const respond =
  (response: Response): Fetch =>
  async () =>
    response;

const pending = recordingFetch(stalled());
const pendingBody = recordingFetch(stalled(['{']));
const deaf: Fetch = () => new Promise(() => {});
const deafBody: Fetch = async () => new Response(new ReadableStream({ pull: () => new Promise(() => {}) }));
const stalls: [string, Fetch][] = [
  ['no response arrives', pending],
  ['no response arrives, and fetch ignores its signal', deaf],
  ['the body stalls', pendingBody],
  ['the body stalls, and ignores its signal', deafBody],
];

describe('an attempt', () => {
  it.each(stalls)('timeout ends an attempt after its time if %s', async (_, fetch) => {
    const { clock, sending, left } = send(fetch);
    await clock.advance(99);
    expect(left()).toEqual([1, 1]);
    await clock.advance(1);
    const error = await failure(sending);
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({
      timeout: 100,
      method: 'GET',
      path: '/things',
      message: 'GET /things took longer than its timeout of 100 ms.',
    });
    expect(clock.pending).toBe(0);
  });

  it('timeout is 30 seconds by default', async () => {
    const { clock, sending } = send(pending, {}, {});
    await clock.advance(29_999);
    expect(clock.pending).toBe(1);
    await clock.advance(1);
    expect(await failure(sending)).toMatchObject({ timeout: 30_000 });
  });

  it("timeout of the call replaces the client's", async () => {
    const { clock, sending } = send(pending, { options: { timeout: 20 } });
    await clock.advance(20);
    expect(await failure(sending)).toMatchObject({ timeout: 20 });
  });

  it('timeout of Infinity sets no timer, and an abort ends the attempt', async () => {
    const { clock, controller, sending } = send(pending, {}, { timeout: Number.POSITIVE_INFINITY });
    await clock.advance(1e12);
    expect(clock.pending).toBe(0);
    controller.abort('enough');
    expect(await failure(sending)).toBe('enough');
  });

  it('timeout gives the attempt a deadline within that of the call', async () => {
    const client = new RequestFactory({ timeout: 100, deadline: 1000 });
    const request = client.create();
    await timeout(request, async (sent) => {
      expect([sent.deadline.remaining(), sent.call.deadline.remaining()]).toEqual([100, 1000]);
      return new Response();
    });
    expect(client.clock.pending).toBe(1);
  });

  it('timeout that is longer than the deadline of the call does not extend it', async () => {
    const { clock, sending } = send(pending, { options: { deadline: 60 } });
    await clock.advance(60);
    expect(await failure(sending)).toMatchObject({ timeout: 60, message: expect.stringContaining('deadline') });
  });

  it('timeout passes on the ConnectionError of a truncated body', async () => {
    const error = await failure(send(recordingFetch(truncated(['{']))).sending);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ path: '/things', cause: { message: 'terminated' } });
  });
});

describe.each([['stop'], [null], [0], [new Error('own')]])('an abort for %s', (reason) => {
  it.each(stalls)(`timeout lets an abort for ${reason} end an attempt if %s`, async (_, fetch) => {
    const { clock, controller, sending, left } = send(fetch);
    await clock.idle();
    controller.abort(reason);
    expect(await failure(sending)).toBe(reason);
    expect(left()).toEqual([0, 0]);
  });

  it(`timeout sets no timer after an abort for ${reason}`, async () => {
    const { clock, sending } = send(pending, { options: { signal: AbortSignal.abort(reason) } });
    expect(clock.pending).toBe(0);
    expect(await failure(sending)).toBe(reason);
  });
});

it('timeout throws an AbortError for an abort without a reason', async () => {
  const { controller, sending } = send(pending);
  controller.abort();
  expect(await failure(sending)).toMatchObject({ name: 'AbortError' });
});

describe('a stream', () => {
  const streaming = { streaming: true };

  it.each([
    ['stalls', pendingBody],
    ['stalls, and ignores its signal', deafBody],
  ])('timeout ends the wait for the next bytes of a stream that %s', async (_, fetch) => {
    const { clock, sending, left, request } = send(fetch, streaming);
    const response = await sending;
    request.call.deadline.close();
    // The timer does not run before the stream is read.
    await clock.advance(10_000);
    const failing = failure(response.text());
    await clock.advance(100);
    expect(await failing).toMatchObject({ name: 'TimeoutError', timeout: 100 });
    expect(left()).toEqual([0, 0]);
  });

  it('timeout lets an abort end a stream with its reason', async () => {
    const { controller, sending, left } = send(pendingBody, streaming);
    const failing = failure((await sending).text());
    controller.abort(null);
    expect(await failing).toBeNull();
    expect(left()).toEqual([0, 0]);
  });

  it('timeout throws a ConnectionError for a stream that is truncated', async () => {
    const { sending } = send(recordingFetch(truncated(['{'])), streaming);
    const failing = failure((await sending).text());
    expect(await failing).toMatchObject({ name: 'ConnectionError', path: '/things', cause: { message: 'terminated' } });
  });

  it('timeout returns the error response of a streaming call unchanged', async () => {
    const { clock, sending } = send(respond(new Response('no', { status: 404 })), streaming);
    const response = await sending;
    expect(response).toBeInstanceOf(BufferedResponse);
    expect(await response.text()).toBe('no');
    expect(clock.pending).toBe(0);
  });
});

describe('timers and listeners', () => {
  it.each<[string, Fetch, TestRequestInit, (response: Response) => unknown]>([
    ['a response that was read whole', respond(new Response('text')), {}, () => {}],
    ['a response without a body', respond(new Response(null, { status: 204 })), { streaming: true }, () => {}],
    ['a stream that was read', respond(new Response('text')), { streaming: true }, (response) => response.text()],
    ['a stream that was cancelled', pendingBody, { streaming: true }, ({ body }) => body?.cancel()],
  ])('timeout leaves no timer and no listener after %s', async (_, fetch, init, read) => {
    const { sending, left, request } = send(fetch, init);
    await read(await sending);
    request.call.deadline.close();
    expect(left()).toEqual([0, 0]);
  });

  it('timeout leaves no timer and no listener after a failure', async () => {
    const { request, sending, left } = send(() => Promise.reject(new Error('no')));
    await failure(sending);
    request.call.deadline.close();
    expect(left()).toEqual([0, 0]);
  });

  it('timeout keeps the listener while a stream is unread, and no timer', async () => {
    const { sending, left, request } = send(respond(new Response('text')), { streaming: true });
    const response = await sending;
    request.call.deadline.close();
    expect(left()).toEqual([0, 1]);
    await response.text();
    expect(left()).toEqual([0, 0]);
  });
});

import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { failure } from '../../test/rejections.ts';
import { TimeoutError } from '../errors/timeout-error.ts';
import { chunked, stalled, truncated } from '../testing/faults.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { recordingFetch, type ScriptedResponse } from '../testing/recording-fetch.ts';
import { createResponse, holdBody } from './body.ts';
import { Deadline } from './deadline.ts';

const line = { method: 'GET', path: '/things' };
const url = 'https://api.example.com/things';

/** Holds a body with 100 ms for each wait, and 10 s in total, as `timeout` and the call's deadline do. */
async function hold(script: ScriptedResponse) {
  const clock = new ManualClock();
  const controller = new AbortController();
  const call = new Deadline({ clock, line, milliseconds: 10_000, signal: controller.signal });
  const attempt = call.within(100);
  const response = holdBody(await recordingFetch(script)(url), attempt, line);
  attempt.close();
  call.close();
  const left = () => [clock.pending, getEventListeners(controller.signal, 'abort').length];
  return { clock, controller, response, left, attempt };
}
const readerOf = (response: Response) => response.body?.getReader() as ReadableStreamDefaultReader<Uint8Array>;
const decoder = new TextDecoder();
const readText = async (reader: ReadableStreamDefaultReader<Uint8Array>) => decoder.decode((await reader.read()).value);

describe('holdBody closes the deadline', () => {
  it.each([['text'], ['json'], ['arrayBuffer'], ['blob'], ['bytes']] as const)(
    'holdBody closes the deadline when %s() has read the body',
    async (method) => {
      const { response, left } = await hold(chunked(['{"a"', ':1}']));
      expect(left()).toEqual([1, 1]);
      await response[method]();
      expect(left()).toEqual([0, 0]);
    },
  );

  it('holdBody closes the deadline at the end of the stream', async () => {
    const { response, left } = await hold(chunked(['text']));
    const reader = readerOf(response);
    expect(await readText(reader)).toBe('text');
    expect(left()).toEqual([1, 1]);
    expect((await reader.read()).done).toBe(true);
    expect(left()).toEqual([0, 0]);
  });

  it.each([
    ['before it is read', 0],
    ['when half is read', 1],
  ])('holdBody closes the deadline when the stream is cancelled %s, and cancels the source', async (_, chunks) => {
    let reason: unknown;
    const source = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(1)),
      cancel(given) {
        reason = given;
      },
    });
    const { response, left } = await hold(() => new Response(source));
    const reader = readerOf(response);
    for (let read = 0; read < chunks; read++) await reader.read();
    await reader.cancel('enough');
    expect([left(), reason]).toEqual([[0, 0], 'enough']);
  });

  it('holdBody returns a response without a body unchanged, and does not extend the deadline', async () => {
    const given = new Response(null, { status: 204 });
    const { response, left } = await hold(() => given);
    expect([response === given, left()]).toEqual([true, [0, 0]]);
  });

  it('holdBody closes the deadline when the body is truncated, and throws a ConnectionError', async () => {
    const { response, left } = await hold(truncated(['te']));
    const reader = readerOf(response);
    expect(await readText(reader)).toBe('te');
    await expect(reader.read()).rejects.toMatchObject({
      name: 'ConnectionError',
      path: '/things',
      cause: { message: 'terminated', cause: { code: 'ECONNRESET' } },
    });
    expect(left()).toEqual([0, 0]);
  });
});

it('holdBody makes text() of a truncated body throw a ConnectionError', async () => {
  const { response } = await hold(truncated(['te']));
  await expect(response.text()).rejects.toMatchObject({ name: 'ConnectionError', cause: { message: 'terminated' } });
});

it('holdBody does not change the error of JSON.parse', async () => {
  const { response, left } = await hold(chunked(['<html>']));
  await expect(response.json()).rejects.toBeInstanceOf(SyntaxError);
  expect(left()).toEqual([0, 0]);
});

it('holdBody does not change an error of Plumbline, so that a body can be held twice', async () => {
  const { clock, response } = await hold(stalled(['te']));
  const outer = new Deadline({ clock, line, milliseconds: 10_000 }).within(500);
  const failing = failure(holdBody(response, outer, line).text());
  await clock.advance(100);
  expect(await failing).toMatchObject({ name: 'TimeoutError', timeout: 100 });
});

/** A source that ignores its cancellation and never settles. */
const deaf = () =>
  new Response(new ReadableStream({ pull: () => new Promise(() => {}), cancel: () => new Promise(() => {}) }));

describe.each<[string, ScriptedResponse]>([
  ['a body that stalls', stalled([])],
  ['a body that ignores its cancel', deaf],
  [
    'a body whose cancel fails',
    () => new Response(new ReadableStream({ pull: () => new Promise(() => {}), cancel: () => Promise.reject('no') })),
  ],
])('%s', (name, script) => {
  it(`holdBody ends ${name} after the timeout of a reader that waits`, async () => {
    const { clock, response, left } = await hold(script);
    const failing = failure(response.text());
    await clock.advance(99);
    expect(left()).toEqual([2, 1]);
    await clock.advance(1);
    expect(await failing).toBeInstanceOf(TimeoutError);
    expect([(await failing).timeout, left()]).toEqual([100, [0, 0]]);
  });

  it(`holdBody ends ${name} at the deadline of the call, even if it is not read`, async () => {
    const { clock, response, left } = await hold(script);
    await clock.advance(10_000);
    await expect(readerOf(response).read()).rejects.toMatchObject({ name: 'TimeoutError', timeout: 10_000 });
    expect(left()).toEqual([0, 0]);
  });

  it.each([['stop'], [null], [0], [false]])(`holdBody ends ${name} with the reason of an abort: %s`, async (reason) => {
    const { controller, response, left } = await hold(script);
    const failing = failure(response.text());
    controller.abort(reason);
    expect([await failing, left()]).toEqual([reason, [0, 0]]);
  });
});

it('holdBody cancels the source with the reason when the deadline expires', async () => {
  let reason: unknown = 'not cancelled';
  const source = new ReadableStream({
    cancel(given) {
      reason = given;
    },
  });
  const { controller } = await hold(() => new Response(source));
  controller.abort(0);
  expect(reason).toBe(0);
});

it('holdBody ends a body at once if the deadline has already expired', async () => {
  const clock = new ManualClock();
  const attempt = new Deadline({ clock, line, signal: AbortSignal.abort(null) }).within(100);
  const response = holdBody(new Response('text'), attempt, line);
  await expect(response.text()).rejects.toBeNull();
  expect(clock.pending).toBe(0);
});

it('holdBody does not count the time of a busy reader, and has the whole timeout for each wait', async () => {
  const { clock, response } = await hold(stalled(['a', 'b']));
  const reader = readerOf(response);
  for (const text of ['a', 'b']) {
    await clock.advance(3000);
    expect(await readText(reader)).toBe(text);
  }
  const failing = failure(reader.read());
  await clock.advance(99);
  expect(clock.pending).toBe(2);
  await clock.advance(1);
  expect(await failing).toMatchObject({ name: 'TimeoutError', timeout: 100 });
  expect(clock.pending).toBe(0);
});

it('holdBody reads nothing before its reader does', async () => {
  let pulls = 0;
  const source = new ReadableStream({ pull: () => void pulls++ }, { highWaterMark: 0 });
  const { clock, response } = await hold(() => new Response(source));
  expect(response.body).toBe(response.body);
  await clock.idle();
  expect([pulls, response.bodyUsed]).toEqual([0, false]);
});

it('holdBody returns a Response that can be cloned, and used as the init of another', async () => {
  const json = () => Response.json({ a: 1 }, { status: 201, statusText: 'Made', headers: { a: 'b' } });
  const { response, left } = await hold(json);
  expect(response).toBeInstanceOf(Response);
  expect([response.status, response.ok, response.statusText, response.headers.get('a')]).toEqual([
    201,
    true,
    'Made',
    'b',
  ]);
  expect(await response.clone().json()).toEqual({ a: 1 });
  const copy = new Response(response.body, response);
  expect([copy.status, copy.headers.get('a'), await copy.json()]).toEqual([201, 'b', { a: 1 }]);
  expect(left()).toEqual([0, 0]);
});

it('holdBody keeps the URL of the response', async () => {
  const given = Object.defineProperty(new Response('text'), 'url', { value: `${url}?q=1` });
  expect((await hold(() => given)).response.url).toBe(`${url}?q=1`);
});

it.each([['Fine'], ['Schön'], ['\ufffd']])(
  'createResponse keeps the reason phrase %s, and a clone keeps it if the platform accepts it',
  (statusText) => {
    const head = { status: 203, statusText, url: 'https://api.example.com/a', headers: new Headers({ 'X-A': '1' }) };
    const response = createResponse('body', head);
    expect(response).toMatchObject({ status: 203, statusText, url: head.url });
    expect(response.clone()).toMatchObject({ status: 203, statusText: statusText === '\ufffd' ? '' : statusText });
  },
);

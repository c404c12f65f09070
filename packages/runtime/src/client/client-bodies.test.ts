/** Truncated and stalled bodies: a call that reads the whole body reads it inside the attempt. */

import { describe, expect, it } from 'vitest';
import { fixedHeader } from '../../test/credentials.ts';
import { failure } from '../../test/rejections.ts';
import type { CallOptions } from '../pipeline/call-options.ts';
import type { ClientEvent } from '../pipeline/client-event.ts';
import { chunked, stalled, truncated } from '../testing/faults.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { recordingFetch, type ScriptedResponse } from '../testing/recording-fetch.ts';
import type { Call } from './call.ts';
import { createClient } from './create-client.ts';
import { createIdempotencyKey } from './idempotency-key.ts';
import type { ClientOptions } from './options.ts';

interface Thing {
  id: string;
}
interface paths {
  '/things/{id}': {
    get: { parameters: { path: Thing }; responses: { 200: { content: { 'application/json': Thing } } } };
  };
}
interface Operations {
  get(parameters: { id: string }, options?: CallOptions): Call<Thing>;
  create(parameters: object, options?: CallOptions): Call<Thing>;
  append(parameters: object, options?: CallOptions): Call<Thing>;
}

function clientOf(script: readonly ScriptedResponse[], options: Omit<ClientOptions, 'fetch' | 'clock'> = {}) {
  const clock = new ManualClock();
  const fetch = recordingFetch(script);
  const events: ClientEvent[] = [];
  const client = createClient<paths, Operations>(
    {
      baseUrl: 'https://api.example.com',
      operations: {
        get: { method: 'GET', path: '/things/{id}' },
        create: { method: 'POST', path: '/things', body: 'fields', idempotencyKey: true },
        append: { method: 'POST', path: '/things/log', body: 'fields' },
      },
      querySerialization: {},
      features: { createKey: createIdempotencyKey },
      auth: fixedHeader({ 'X-Key': 'k3y' }),
    },
    { timeout: 1000, observe: (event) => events.push(event), ...options, clock, fetch },
  );
  return { ...client, clock, events, requests: fetch.requests };
}
const found = chunked(['{"id":', '"1"}']);

describe.each([
  ['truncated', truncated(['{"id":']), 'ConnectionError', 0],
  ['stalled', stalled(['{"id":']), 'TimeoutError', 1000],
])('a body that is %s', (fault, broken, error, duration) => {
  it(`a ${fault} body of a GET is retried`, async () => {
    const { clock, get, requests, events } = clientOf([broken, found]);
    expect(await clock.run(get({ id: '1' }))).toEqual({ id: '1' });
    expect(requests).toHaveLength(2);
    const thing = { callId: events[0]?.callId, method: 'GET', path: '/things/{id}' };
    expect(events).toMatchObject([
      { type: 'request', ...thing, attempt: 1 },
      { type: 'error', ...thing, attempt: 1, error, duration },
      { type: 'retry', ...thing, attempt: 1, reason: error, delay: 250 },
      { type: 'request', ...thing, attempt: 2 },
      { type: 'response', ...thing, attempt: 2, status: 200, duration: 0 },
    ]);
  });

  it(`a ${fault} body of a POST is retried with the same idempotency key`, async () => {
    const { clock, create, requests, events } = clientOf([broken, found]);
    expect(await clock.run(create({}))).toEqual({ id: '1' });
    const keys = requests.map(({ headers }) => headers['idempotency-key']);
    expect(keys).toEqual([expect.any(String), keys[0]]);
    const attempts = events.filter(({ type }) => type !== 'retry');
    expect(attempts).toMatchObject(attempts.map(() => ({ idempotencyKey: keys[0] })));
  });

  it(`a ${fault} body of a POST without an idempotency key is not retried`, async () => {
    const { clock, append, requests } = clientOf([broken, found]);
    expect(await failure(clock.run(append({})))).toMatchObject({
      name: error,
      path: '/things/log',
      attempts: [{ error, reason: 'final' }],
    });
    expect(requests).toHaveLength(1);
  });

  it(`a ${fault} body of a request by client.api is not retried, because its response was returned`, async () => {
    const { clock, api, requests } = clientOf([broken, found]);
    const getting = api.GET('/things/{id}', { params: { path: { id: '1' } } });
    expect(await failure(clock.run(getting))).toMatchObject({ name: error });
    expect(requests).toHaveLength(1);
  });

  it(`a ${fault} body is one of the attempts of the error`, async () => {
    const { clock, get } = clientOf([broken, new Response(null, { status: 503 }), broken]);
    expect(await failure(clock.run(get({ id: '1' })))).toMatchObject({
      name: error,
      attempts: [
        { error, reason: error, delay: 250 },
        { status: 503, reason: 'status 503', delay: 500 },
        { error, reason: 'no attempt is left' },
      ],
    });
  });

  it(`a ${fault} body is one of the attempts of a later ApiError`, async () => {
    const { clock, get } = clientOf([broken, new Response(null, { status: 404 })]);
    expect(await failure(clock.run(get({ id: '1' })))).toMatchObject({
      name: 'ApiError',
      attempts: [
        { error, reason: error, delay: 250 },
        { status: 404, reason: 'final' },
      ],
    });
  });

  it(`a ${fault} body of an error is retried`, async () => {
    const script = error === 'TimeoutError' ? stalled(['{'], { status: 404 }) : truncated(['{'], { status: 404 });
    const { clock, get } = clientOf([script, found]);
    expect(await clock.run(get({ id: '1' }))).toEqual({ id: '1' });
  });

  it(`a ${fault} body makes result() throw, and leaves no timer`, async () => {
    const { clock, get } = clientOf([broken], { retry: false });
    expect(await failure(clock.run(get({ id: '1' }).result()))).toMatchObject({ name: error });
    expect(clock.pending).toBe(0);
  });
});

it('a slow body and its head share one `timeout`', async () => {
  const slow: ScriptedResponse = async () => {
    await new Promise<void>((resolve) => {
      client.clock.after(600, resolve);
    });
    const body = new ReadableStream({
      start(controller) {
        client.clock.after(600, () => controller.close());
      },
    });
    return new Response(body);
  };
  const client = clientOf([slow], { retry: false });
  expect(await failure(client.clock.run(client.get({ id: '1' })))).toMatchObject({
    name: 'TimeoutError',
    timeout: 1000,
  });
  expect(client.clock.time).toBe(1000);
});

it('a body that stalls until the deadline is not retried', async () => {
  const { clock, get, requests } = clientOf([stalled(['{"id":']), found], { timeout: 5000, deadline: 500 });
  expect(await failure(clock.run(get({ id: '1' })))).toMatchObject({
    name: 'TimeoutError',
    message: 'GET /things/{id} took longer than its deadline of 500 ms.',
  });
  expect([clock.time, clock.pending, requests.length]).toEqual([500, 0, 1]);
});

it('a call that is never awaited reads its whole body, and leaves no timer', async () => {
  let chunks = 0;
  const body = new ReadableStream(
    {
      pull(controller) {
        if (++chunks > 3) controller.close();
        else controller.enqueue(new TextEncoder().encode('1'));
      },
    },
    { highWaterMark: 0 },
  );
  const { clock, get } = clientOf([() => new Response(body)], { deadline: 5000 });
  get({ id: '1' });
  await clock.until(() => chunks === 4);
  await clock.idle();
  expect(clock.pending).toBe(0);
});

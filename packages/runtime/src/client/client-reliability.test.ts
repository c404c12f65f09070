/** All policies of a client together. */

import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { fixedClient } from '../../test/credentials.ts';
import { failure } from '../../test/rejections.ts';
import type { CallOptions, IdempotentCallOptions } from '../pipeline/call-options.ts';
import type { ClientEvent } from '../pipeline/client-event.ts';
import type { RateLimit } from '../policies/rate-limit/limiter.ts';
import { createLimiter } from '../policies/rate-limit/memory-limiter.ts';
import { rateLimit } from '../policies/rate-limit/rate-limit.ts';
import { networkError, rateLimited, stalled } from '../testing/faults.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { recordingFetch, type ScriptedResponse } from '../testing/recording-fetch.ts';
import type { Call } from './call.ts';
import { listByCount } from './counted-pages.ts';
import { type ClientParts, createClient } from './create-client.ts';
import { createIdempotencyKey } from './idempotency-key.ts';
import type { ClientOptions } from './options.ts';
import type { PagedCall } from './paged-call.ts';

interface Thing {
  id: string;
}
interface Things {
  data: number[];
}
interface Operations {
  get(parameters: { id: string }, options?: CallOptions): Call<Thing>;
  list(parameters?: object, options?: CallOptions): PagedCall<Things, number>;
  create(parameters: object, options?: IdempotentCallOptions): Call<Thing>;
  append(parameters: object, options?: CallOptions): Call<Thing>;
}
interface paths {
  '/things/{id}': {
    get: { parameters: { path: Thing }; responses: { 200: { content: { 'application/json': Thing } } } };
  };
}
const operations: ClientParts['operations'] = {
  get: { method: 'GET', path: '/things/{id}' },
  list: {
    method: 'GET',
    path: '/things',
    pagination: { parameter: 'page', style: 'page', sizeParameter: 'limit', items: ['data'] },
  },
  create: { method: 'POST', path: '/things', body: 'fields', idempotencyKey: true },
  append: { method: 'POST', path: '/things/log', body: 'fields' },
};
const tokenUrl = 'https://auth.example.com/token';
const bearer = () => ({ auth: fixedClient({ tokenUrl, parameters: {} }) });
const found = Response.json({ id: '1' });
const status = (code: number, headers: HeadersInit = {}) => new Response(null, { status: code, headers });

interface Setup extends Omit<ClientOptions, 'fetch' | 'clock'> {
  readonly limits?: readonly RateLimit[];
  readonly parts?: Partial<ClientParts>;
}

/** A client of a vendor that responds by the script, and to token requests with the tokens t1, t2 and so on. */
function clientOf(script: ScriptedResponse | readonly ScriptedResponse[], { limits, parts, ...options }: Setup = {}) {
  const clock = new ManualClock();
  const vendor = recordingFetch(script);
  const times: number[] = [];
  let tokens = 0;
  const client = createClient<paths, Operations>(
    {
      baseUrl: 'https://api.example.com',
      operations,
      querySerialization: {},
      features: { createKey: createIdempotencyKey, lists: { page: listByCount } },
      auth: (request, next) => next(request.withHeaders({ 'X-Signature': `at ${clock.now()}` })),
      rateLimit: limits && rateLimit(createLimiter(limits, clock)),
      ...parts,
    },
    {
      ...options,
      clock,
      fetch: async (url, init) => {
        if (url === tokenUrl) return Response.json({ access_token: `t${++tokens}` });
        times.push(clock.now());
        return vendor(url, init);
      },
    },
  );
  const { requests } = vendor;
  const sent = (name: string) => requests.map(({ headers }) => headers[name]);
  return { ...client, clock, requests, times, sent };
}

describe('an attempt', () => {
  it('an attempt has the body and the idempotency key of the first, and its own credentials', async () => {
    const client = clientOf([status(503), networkError('ECONNRESET'), found]);
    const fields = { name: 'é'.repeat(1000), list: [1, { a: null }] };
    expect(await client.clock.run(client.create(fields))).toEqual({ id: '1' });
    expect(client.requests.map(({ body }) => body)).toEqual(Array(3).fill(JSON.stringify(fields)));
    const keys = client.sent('idempotency-key');
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(new Set(keys).size).toBe(1);
    expect(client.sent('x-signature')).toEqual(['at 0', 'at 250', 'at 750']);
  });

  it('an attempt has the idempotency key of the caller', async () => {
    const client = clientOf([status(503), found]);
    await client.clock.run(client.create({}, { idempotencyKey: 'mine' }));
    expect(client.sent('idempotency-key')).toEqual(['mine', 'mine']);
  });

  it('an attempt of a POST is not retried if the vendor honors no idempotency key, even if the caller sends one', async () => {
    const client = clientOf(status(503));
    await failure(client.clock.run(client.append({}, { headers: { 'Idempotency-Key': 'mine' } })));
    expect(client.requests).toHaveLength(1);
  });

  it('an attempt of client.api is retried like one of a method', async () => {
    const client = clientOf([status(503), found]);
    const { data } = await client.clock.run(client.api.GET('/things/{id}', { params: { path: { id: '1' } } }));
    expect(data).toEqual({ id: '1' });
    expect(client.requests).toHaveLength(2);
  });

  it('an attempt has its own timeout', async () => {
    const client = clientOf(stalled(), { timeout: 1000 });
    expect(await failure(client.clock.run(client.get({ id: '1' })))).toMatchObject({
      name: 'TimeoutError',
      timeout: 1000,
      attempts: [
        { error: 'TimeoutError', reason: 'TimeoutError', delay: 250 },
        { error: 'TimeoutError', reason: 'TimeoutError', delay: 500 },
        { error: 'TimeoutError', reason: 'no attempt is left' },
      ],
    });
    expect(client.times).toEqual([0, 1250, 2750]);
    expect(client.requests.every(({ signal }) => signal?.aborted)).toBe(true);
  });

  it('an attempt waits for the rate limit, and a 429 pauses the others', async () => {
    const client = clientOf([rateLimited(5), found, found, found], { limits: [{ requests: 2, seconds: 60 }] });
    const calls = [client.get({ id: '1' })];
    await client.clock.idle();
    calls.push(client.get({ id: '2' }), client.get({ id: '3' }));
    await client.clock.run(Promise.all(calls));
    expect(client.times).toEqual([0, 5250, 60_000, 65_250]);
  });

  it('an attempt replaces a refused token and is not counted as two', async () => {
    const client = clientOf([status(503), status(401), found], { parts: bearer() });
    expect(await failure(client.append({}, { retry: { attempts: 1 } }))).toMatchObject({ status: 503 });
    expect(await client.append({}, { retry: false })).toEqual({ id: '1' });
    expect(client.sent('authorization')).toEqual(['Bearer t1', 'Bearer t1', 'Bearer t2']);
  });
});

describe('the number of attempts', () => {
  it.each([
    ['is three by default', {}, {}, 3],
    ['is one if the client has `retry: false`', { retry: false }, {}, 1],
    ['is one if the call has `retry: false`', {}, { retry: false }, 1],
    ['is that of the client', { retry: { attempts: 5 } }, {}, 5],
    ['is that of the call, over the client’s', { retry: { attempts: 5 } }, { retry: { attempts: 2 } }, 2],
    ['is that of the call if the client has `retry: false`', { retry: false }, { retry: { attempts: 2 } }, 2],
    ['is that of the client if the call sets other options', { retry: { attempts: 5 } }, { retry: { maxDelay: 9 } }, 5],
    ['is that of the client if the `retry` of the call is undefined', { retry: false }, { retry: undefined }, 1],
  ] as const)('the number of attempts %s', async (_, options, callOptions, count) => {
    const client = clientOf(status(503), options);
    expect(await failure(client.clock.run(client.get({ id: '1' }, callOptions)))).toHaveProperty('status', 503);
    expect(client.requests).toHaveLength(count);
  });

  it.each([[{ attempts: 0 }], [{ attempts: -1 }], [{ baseDelay: Number.NaN }], [{ maxRetryAfter: '5' }]])(
    'the number of attempts and the delays in %j are refused, and no request is sent',
    async (retry) => {
      const client = clientOf(found);
      const error = await failure(client.get({ id: '1' }, { retry } as CallOptions));
      expect(error.message).toMatch(/^\/things\/\{id\}: `retry`: `\w+` must be a (positive|non-negative) number\.$/);
      expect(client.requests).toEqual([]);
    },
  );
});

describe('an error', () => {
  it('an error has each attempt, and the time of Retry-After', async () => {
    const client = clientOf([status(503), rateLimited(277_403)]);
    const error = await failure(client.clock.run(client.get({ id: '1' })));
    expect(error.attempts).toEqual([
      { status: 503, reason: 'status 503', delay: 250 },
      { status: 429, reason: 'the vendor asks to wait too long' },
    ]);
    expect(error.retryAt).toEqual(new Date(Date.UTC(2026, 10, 22) + 250 + 277_403_000));
  });

  it.each([
    ['Sun, 22 Nov 2026 01:00:00 GMT', new Date(Date.UTC(2026, 10, 22, 1))],
    ['Sun, 22 Nov 2020 01:00:00 GMT', undefined],
    ['0', undefined],
    ['9'.repeat(400), new Date(Date.UTC(2026, 10, 22) + 1e15)],
    ['-5', undefined],
    ['soon', undefined],
  ])('an error of a response with Retry-After: %s has `retryAt`', async (value, retryAt) => {
    const client = clientOf(status(503, { 'Retry-After': value }), { retry: false });
    expect((await failure(client.get({ id: '1' }))).retryAt).toEqual(retryAt);
  });

  it('an error of a failed connection has each attempt', async () => {
    const client = clientOf([status(502), networkError('ECONNRESET'), networkError('ECONNRESET')]);
    expect(await failure(client.clock.run(client.get({ id: '1' })))).toMatchObject({
      name: 'ConnectionError',
      attempts: [
        { status: 502, reason: 'status 502', delay: 250 },
        { error: 'ConnectionError', reason: 'ConnectionError', delay: 500 },
        { error: 'ConnectionError', reason: 'no attempt is left' },
      ],
    });
  });
});

describe('a deadline', () => {
  it.each([
    ['of the client', { deadline: 500 }, {}, 500],
    ['of the call, over the client’s', { deadline: 500 }, { deadline: 900 }, 900],
  ])('a deadline %s limits all attempts together', async (_, options, callOptions, limit) => {
    const client = clientOf([status(503), stalled()], { ...options, timeout: 5000 });
    const { signal } = new AbortController();
    const failing = failure(client.get({ id: '1' }, { ...callOptions, signal }));
    await client.clock.advance(limit - 1);
    expect(client.clock.pending).toBeGreaterThan(0);
    await client.clock.advance(1);
    expect(await failing).toMatchObject({
      name: 'TimeoutError',
      message: `GET /things/{id} took longer than its deadline of ${limit} ms.`,
      attempts: expect.arrayContaining([{ status: 503, reason: 'status 503', delay: 250 }]),
    });
    expect([client.clock.pending, getEventListeners(signal, 'abort')]).toEqual([0, []]);
  });

  it('a deadline of 0 is refused, and no request is sent', async () => {
    const client = clientOf(found);
    expect((await failure(client.get({ id: '1' }, { deadline: 0 }))).message).toContain('`deadline` must be');
    expect(client.requests).toEqual([]);
  });

  it('a deadline limits a request by client.api', async () => {
    const client = clientOf(stalled(), { deadline: 500 });
    const failing = failure(client.clock.run(client.api.GET('/things/{id}', { params: { path: { id: '1' } } })));
    expect(await failing).toMatchObject({ name: 'TimeoutError', timeout: 500 });
    expect([client.clock.time, client.clock.pending]).toEqual([500, 0]);
  });

  it('a deadline limits all pages of a list together', async () => {
    let page = 0;
    const client = clientOf(async () => {
      await new Promise<void>((resolve) => {
        client.clock.after(300, resolve);
      });
      return Response.json({ data: [++page] });
    });
    const items: number[] = [];
    const reading = failure(
      (async () => {
        for await (const item of client.list({}, { deadline: 1000 })) items.push(item);
      })(),
    );
    await client.clock.advance(1000);
    expect(await reading).toMatchObject({ name: 'TimeoutError', timeout: 1000, path: '/things' });
    expect(items).toEqual([1, 2, 3]);
    // The one timer is the vendor's.
    expect(client.clock.pending).toBe(1);
  });
});

describe('an observer', () => {
  it('an observer receives all events in order, with only these fields', async () => {
    const events: ClientEvent[] = [];
    const client = clientOf([rateLimited(2), status(401), networkError('ECONNRESET'), found], {
      observe: (event) => events.push(event),
      limits: [{ requests: 1, seconds: 3, methods: ['GET'] }],
      parts: bearer(),
    });
    await client.clock.run(client.get({ id: 's3cret' }, { headers: { 'X-Key': 's3cret' } }));
    const [firstToken, call, secondToken] = new Set(events.map(({ callId }) => callId));
    const thing = { callId: call, method: 'GET', path: '/things/{id}' };
    const tokenEvents = (callId: string | undefined) => {
      const token = { callId, method: 'POST', path: '/token', attempt: 1 };
      return [
        { type: 'request', ...token },
        { type: 'response', ...token, status: 200, duration: 0 },
        { type: 'token', ...token, ok: true, duration: 0 },
      ];
    };
    expect(events).toEqual([
      ...tokenEvents(firstToken),
      { type: 'request', ...thing, attempt: 1 },
      { type: 'response', ...thing, attempt: 1, status: 429, duration: 0 },
      { type: 'retry', ...thing, attempt: 1, reason: 'too many requests', delay: 2100 },
      { type: 'limit', ...thing, attempt: 2, delay: 900 },
      { type: 'request', ...thing, attempt: 2 },
      { type: 'response', ...thing, attempt: 2, status: 401, duration: 0 },
      ...tokenEvents(secondToken),
      { type: 'limit', ...thing, attempt: 2, delay: 3000 },
      { type: 'request', ...thing, attempt: 2 },
      { type: 'error', ...thing, attempt: 2, error: 'ConnectionError', code: 'ECONNRESET', duration: 0 },
      { type: 'retry', ...thing, attempt: 2, reason: 'ConnectionError', delay: 500 },
      { type: 'limit', ...thing, attempt: 3, delay: 2500 },
      { type: 'request', ...thing, attempt: 3 },
      { type: 'response', ...thing, attempt: 3, status: 200, duration: 0 },
    ]);
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('no');
      },
    ],
    ['rejects', () => Promise.reject(new Error('no'))],
    ['never settles', () => new Promise<void>(() => {})],
  ])('an observer that %s does not affect a call', async (_, observe) => {
    const client = clientOf([status(503), found], { observe: observe as () => void, parts: bearer() });
    expect(await client.clock.run(client.get({ id: '1' }))).toEqual({ id: '1' });
  });
});

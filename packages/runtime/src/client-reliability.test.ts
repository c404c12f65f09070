/** The policies together, as a client has them. */
import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { Call, CallOptions, IdempotentCallOptions } from './call.ts';
import { type ClientDefinition, createClient } from './client.ts';
import { clientCredentials } from './client-credentials.ts';
import { type Context, createContext } from './context.ts';
import { createLimiter } from './limiter.ts';
import { ManualClock, turn } from './manual-clock.test.ts';
import type { ClientEvent } from './observe.ts';
import type { ClientOptions } from './options.ts';
import type { PagedCall } from './paged-call.ts';
import type { Policy } from './policy.ts';
import { rateLimit } from './rate-limit.ts';

interface Thing {
  responses: { 200: { content: { 'application/json': { id: string } } } };
}
interface Things {
  responses: { 200: { content: { 'application/json': { data: number[] } } } };
}
interface Operations {
  get(parameters: { id: string }, options?: CallOptions): Call<Thing>;
  list(parameters?: object, options?: CallOptions): PagedCall<Things, number>;
  create(parameters: object, options?: IdempotentCallOptions): Call<Thing>;
  append(parameters: object, options?: CallOptions): Call<Thing>;
}
interface paths {
  '/things/{id}': { get: { parameters: { path: { id: string } }; responses: Thing['responses'] } };
}
const operations: ClientDefinition['operations'] = {
  get: { method: 'GET', path: '/things/{id}' },
  list: {
    method: 'GET',
    path: '/things',
    pagination: { parameter: 'page', style: 'page', limit: 'limit', items: 'data' },
  },
  create: { method: 'POST', path: '/things', body: 'fields', idempotent: true },
  append: { method: 'POST', path: '/things/log', body: 'fields' },
};
const tokenUrl = 'https://auth.example.com/token';
const status = (code: number, headers: HeadersInit = {}) => new Response(null, { status: code, headers });
const found = () => Response.json({ id: '1' });

type Answer = (url: string, init: RequestInit) => Response | Promise<Response>;

/** A client, and a vendor that gives these answers one after the other, the last for ever; tokens are t1, t2, … */
function clientOf(
  answers: Answer[],
  options: Omit<ClientOptions, 'fetch' | 'clock'> = {},
  policies: (context: Context) => Partial<ClientDefinition> = () => ({}),
) {
  const clock = new ManualClock();
  const context = createContext({ ...options, clock });
  const sent: { time: number; headers: Headers; body: unknown; signal: AbortSignal | null | undefined }[] = [];
  let minted = 0;
  const client = createClient<paths, Operations>(
    {
      baseUrl: 'https://api.example.com',
      operations,
      querySerialization: {},
      context,
      auth: (request, next) => next(request.withHeaders({ 'X-Signature': `at ${clock.now()}` })),
      ...policies(context),
    },
    {
      ...options,
      clock,
      fetch: async (url, init) => {
        if (url === tokenUrl) return Response.json({ access_token: `t${++minted}` });
        const answer = answers[Math.min(sent.length, answers.length - 1)] as Answer;
        sent.push({ time: clock.now(), headers: new Headers(init.headers), body: init.body, signal: init.signal });
        return answer(url, init);
      },
    },
  );
  return { ...client, clock, sent };
}
const bearer = (context: Context) => ({ auth: clientCredentials({ tokenUrl, parameters: {} }, context) });
const failure = (call: PromiseLike<unknown>) =>
  call.then(
    () => expect.unreachable('the call must fail'),
    (error) => error,
  );

describe('each attempt', () => {
  it('has the same body and the same idempotency key, and is signed afresh', async () => {
    const client = clientOf([() => status(503), () => Promise.reject(new TypeError('fetch failed')), found]);
    const call = client.create({ name: 'é'.repeat(1000), list: [1, { a: null }] });
    await client.clock.pass(10_000);
    expect(await call).toEqual({ id: '1' });
    const [first] = client.sent;
    expect(client.sent.map(({ body }) => body)).toEqual(Array(3).fill(first?.body));
    expect(first?.body).toBe(JSON.stringify({ name: 'é'.repeat(1000), list: [1, { a: null }] }));
    const keys = client.sent.map(({ headers }) => headers.get('Idempotency-Key'));
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(new Set(keys).size).toBe(1);
    expect(client.sent.map(({ headers }) => headers.get('X-Signature'))).toEqual(['at 0', 'at 250', 'at 750']);
  });

  it('has the key that the caller gave', async () => {
    const client = clientOf([() => status(503), found]);
    const call = client.create({}, { idempotencyKey: 'mine' });
    await client.clock.pass(10_000);
    await call;
    expect(client.sent.map(({ headers }) => headers.get('Idempotency-Key'))).toEqual(['mine', 'mine']);
  });

  it('is one alone where the vendor honors no key, even if the caller sends one', async () => {
    const client = clientOf([() => status(503)]);
    await failure(client.append({}, { headers: { 'Idempotency-Key': 'mine' } }));
    expect(client.sent).toHaveLength(1);
  });

  it('is made by the openapi-fetch client too', async () => {
    const client = clientOf([() => status(503), found]);
    const getting = client.api.GET('/things/{id}', { params: { path: { id: '1' } } });
    await client.clock.pass(10_000);
    expect((await getting).data).toEqual({ id: '1' });
    expect(client.sent).toHaveLength(2);
  });

  it('has a time of its own', async () => {
    const client = clientOf([() => new Promise(() => {})], { timeout: 1000 });
    const failing = failure(client.get({ id: '1' }));
    await client.clock.pass(100_000);
    expect(await failing).toMatchObject({
      name: 'TimeoutError',
      timeout: 1000,
      attempts: [
        { error: 'TimeoutError', reason: 'TimeoutError', wait: 250 },
        { error: 'TimeoutError', reason: 'TimeoutError', wait: 500 },
        { error: 'TimeoutError', reason: 'no attempt is left' },
      ],
    });
    expect(client.sent.map(({ time }) => time)).toEqual([0, 1250, 2750]);
    expect(client.sent.every(({ signal }) => signal?.aborted)).toBe(true);
  });

  it('waits for the rate limit, and a 429 stops the others', async () => {
    const client = clientOf([() => status(429, { 'Retry-After': '5' }), found], {}, (context) => ({
      rateLimit: rateLimit(createLimiter([{ requests: 2, seconds: 60 }], context.clock), context),
    }));
    const calls = [client.get({ id: '1' })];
    await turn();
    calls.push(client.get({ id: '2' }), client.get({ id: '3' }));
    await client.clock.pass(200_000);
    await Promise.all(calls);
    expect(client.sent.map(({ time }) => time)).toEqual([0, 5000, 60_000, 65_000]);
  });

  it('replaces a refused token within itself', async () => {
    const client = clientOf([() => status(503), () => status(401), found], {}, bearer);
    const call = client.append({}, { retry: { attempts: 1 } });
    expect(await failure(call)).toMatchObject({ status: 503 });
    expect(await client.append({}, { retry: false })).toEqual({ id: '1' });
    expect(client.sent.map(({ headers }) => headers.get('Authorization'))).toEqual([
      'Bearer t1',
      'Bearer t1',
      'Bearer t2',
    ]);
  });
});

describe('how often', () => {
  it.each([
    ['three times where nobody says', {}, {}, 3],
    ['once where the client says so', { retry: false }, {}, 1],
    ['once where the call says so', {}, { retry: false }, 1],
    ['as the client says', { retry: { attempts: 5 } }, {}, 5],
    ['as the call says before the client', { retry: { attempts: 5 } }, { retry: { attempts: 2 } }, 2],
    ['as the call says where the client says never', { retry: false }, { retry: { attempts: 2 } }, 2],
  ] as const)('is %s', async (_, options, callOptions, count) => {
    const client = clientOf([() => status(503)], options);
    const failing = failure(client.get({ id: '1' }, callOptions));
    await client.clock.pass(100_000);
    expect(await failing).toHaveProperty('status', 503);
    expect(client.sent).toHaveLength(count);
  });

  it.each([[{ attempts: 0 }], [{ attempts: -1 }], [{ baseDelay: Number.NaN }], [{ maxRetryAfter: '5' }]])(
    'may not be %j, and nothing is sent',
    async (retry) => {
      const client = clientOf([found]);
      const error = await failure(client.get({ id: '1' }, { retry } as CallOptions));
      expect(error.message).toMatch(/^\/things\/\{id\}: `\w+` must be a number above 0\.$/);
      expect(client.sent).toEqual([]);
    },
  );
});

describe('an error tells', () => {
  it('each attempt, and when the vendor asks to try again', async () => {
    const client = clientOf([() => status(503), () => status(429, { 'Retry-After': '277403' })]);
    const failing = failure(client.get({ id: '1' }));
    await client.clock.pass(100_000);
    const error = await failing;
    expect(error.attempts).toEqual([
      { status: 503, reason: 'status 503', wait: 250 },
      { status: 429, reason: 'the vendor asks to wait too long' },
    ]);
    expect(error.retryAt).toEqual(new Date(Date.UTC(2026, 10, 22) + 250 + 277_403_000));
  });

  it.each([
    ['Sun, 22 Nov 2026 01:00:00 GMT', new Date(Date.UTC(2026, 10, 22, 1))],
    ['Sun, 22 Nov 2020 01:00:00 GMT', new Date(Date.UTC(2026, 10, 22))],
    ['9'.repeat(400), new Date(Date.UTC(2026, 10, 22) + 1e15)],
    ['-5', undefined],
    ['soon', undefined],
  ])('of a Retry-After of %s when that is', async (value, retryAt) => {
    const client = clientOf([() => status(503, { 'Retry-After': value })], { retry: false });
    expect((await failure(client.get({ id: '1' }))).retryAt).toEqual(retryAt);
  });

  it('each attempt where there was no answer', async () => {
    const client = clientOf([() => status(502), () => Promise.reject(new TypeError('fetch failed'))]);
    const failing = failure(client.get({ id: '1' }));
    await client.clock.pass(100_000);
    expect(await failing).toMatchObject({
      name: 'ConnectionError',
      attempts: [
        { status: 502, reason: 'status 502', wait: 250 },
        { error: 'ConnectionError', reason: 'ConnectionError', wait: 500 },
        { error: 'ConnectionError', reason: 'no attempt is left' },
      ],
    });
  });
});

describe('a deadline', () => {
  const hanging: Answer = () => new Promise(() => {});

  it.each([
    ['what the client says', { deadline: 500 }, {}, 500],
    ['what the call says', { deadline: 500 }, { deadline: 900 }, 900],
  ])('is %s, over all attempts', async (_, options, callOptions, limit) => {
    const client = clientOf([() => status(503), hanging], { ...options, timeout: 5000 });
    const { signal } = new AbortController();
    const failing = failure(client.get({ id: '1' }, { ...callOptions, signal }));
    await client.clock.pass(limit - 1);
    expect(client.clock.pending).toBeGreaterThan(0);
    await client.clock.pass(1);
    expect(await failing).toMatchObject({
      name: 'TimeoutError',
      message: `GET /things/{id} took longer than its deadline of ${limit} ms.`,
      attempts: expect.arrayContaining([{ status: 503, reason: 'status 503', wait: 250 }]),
    });
    expect([client.clock.pending, getEventListeners(signal, 'abort')]).toEqual([0, []]);
  });

  it('may not be 0, and nothing is sent', async () => {
    const client = clientOf([found]);
    expect((await failure(client.get({ id: '1' }, { deadline: 0 }))).message).toContain('`deadline` must be');
    expect(client.sent).toEqual([]);
  });

  it('counts for the openapi-fetch client too', async () => {
    const client = clientOf([hanging], { deadline: 500 });
    const failing = failure(client.api.GET('/things/{id}', { params: { path: { id: '1' } } }));
    await client.clock.pass(500);
    expect(await failing).toMatchObject({ name: 'TimeoutError', timeout: 500 });
  });

  it('is one for all pages of a list', async () => {
    let page = 0;
    const slow: Answer = async () => {
      await new Promise<void>((resolve) => {
        client.clock.after(300, resolve);
      });
      return Response.json({ data: [++page] });
    };
    const client = clientOf([slow]);
    const items: number[] = [];
    const reading = failure(
      (async () => {
        for await (const item of client.list({}, { deadline: 1000 })) items.push(item);
      })(),
    );
    await client.clock.pass(1000);
    expect(await reading).toMatchObject({ name: 'TimeoutError', timeout: 1000, path: '/things' });
    expect(items).toEqual([1, 2, 3]);
    // The vendor is slow, and has not heard of it yet.
    expect(client.clock.pending).toBe(1);
  });
});

describe('an observer', () => {
  it('is told everything in its order, by these fields and no others', async () => {
    const events: ClientEvent[] = [];
    const client = clientOf(
      [() => status(429, { 'Retry-After': '2' }), () => status(401), () => Promise.reject(new TypeError('x')), found],
      { observe: (event) => events.push(event) },
      (context) => ({
        ...bearer(context),
        rateLimit: rateLimit(createLimiter([{ requests: 1, seconds: 3, methods: ['GET'] }], context.clock), context),
      }),
    );
    const call = client.get({ id: 's3cret' }, { headers: { 'X-Key': 's3cret' } });
    await client.clock.pass(100_000);
    await call;
    const token = { method: 'POST', path: '/token' };
    const thing = { method: 'GET', path: '/things/{id}' };
    const minted = (attempt: number) => [
      { type: 'request', ...token, attempt },
      { type: 'response', ...token, attempt, status: 200, duration: 0 },
      { type: 'token', ...token, ok: true, duration: 0 },
    ];
    expect(events).toEqual([
      ...minted(1),
      { type: 'request', ...thing, attempt: 1 },
      { type: 'response', ...thing, attempt: 1, status: 429, duration: 0 },
      { type: 'retry', ...thing, attempt: 1, reason: 'too many requests', wait: 2000 },
      { type: 'limit', ...thing, wait: 1000 },
      { type: 'request', ...thing, attempt: 2 },
      { type: 'response', ...thing, attempt: 2, status: 401, duration: 0 },
      ...minted(1),
      { type: 'limit', ...thing, wait: 3000 },
      { type: 'request', ...thing, attempt: 2 },
      { type: 'error', ...thing, attempt: 2, error: 'ConnectionError', duration: 0 },
      { type: 'retry', ...thing, attempt: 2, reason: 'ConnectionError', wait: 500 },
      { type: 'limit', ...thing, wait: 2500 },
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
    ['never ends', () => new Promise<void>(() => {})],
  ])('that %s breaks nothing', async (_, observe) => {
    const client = clientOf([() => status(503), found], { observe: observe as () => void }, bearer);
    const call = client.get({ id: '1' });
    await client.clock.pass(10_000);
    expect(await call).toEqual({ id: '1' });
  });
});

it('lets policies of the caller see a call once, whatever its attempts', async () => {
  let seen = 0;
  const policy: Policy = (request, next) => {
    seen++;
    return next(request);
  };
  const client = clientOf([() => status(503), found], { policies: [policy] });
  const call = client.get({ id: '1' });
  await client.clock.pass(10_000);
  await call;
  expect([seen, client.sent.length]).toEqual([1, 2]);
});

import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { bearer } from './bearer.ts';
import type { Call, CallOptions, IdempotentCallOptions } from './call.ts';
import { createClient } from './client.ts';
import { clientCredentials } from './client-credentials.ts';
import { createContext } from './context.ts';
import { ManualClock } from './manual-clock.test.ts';
import type { ClientEvent } from './observe.ts';
import type { ClientOptions } from './options.ts';
import type { Policy } from './policy.ts';
import type { Fetch } from './transport.ts';

const secret = 's3cret-of-the-client';
const token = 't0ken-of-the-vendor';

interface Thing {
  responses: { 200: { content: { 'application/json': object } } };
}
interface Operations {
  readonly things: {
    get(parameters?: object, options?: CallOptions): Call<Thing>;
    create(parameters?: object, options?: IdempotentCallOptions): Call<Thing>;
  };
}

/** All that a log could show of a value, and of each value that it names as a cause. */
function shown(value: unknown): string {
  const parts = [
    inspect(value, { depth: Number.POSITIVE_INFINITY, showHidden: true, maxArrayLength: null, maxStringLength: null }),
    String(value),
    JSON.stringify(value),
  ];
  if (value instanceof Error) parts.push(value.message, value.stack ?? '', shown(value.cause));
  return parts.join('\n');
}

function expectNoSecret(value: unknown): void {
  const text = shown(value);
  for (const part of [secret, token, encodeURIComponent(secret), btoa(secret)]) expect(text).not.toContain(part);
}

const credentials = (options: ClientOptions = {}) =>
  clientCredentials(
    {
      tokenUrl: 'https://auth.example.com/token',
      parameters: { client_id: 'id', client_secret: secret },
    },
    createContext(options),
  );
const clientOf = (fetch: Fetch, auth: Policy = bearer(secret), options: ClientOptions = {}) =>
  createClient<object, Operations>(
    {
      baseUrl: 'https://api.example.com',
      operations: {
        things: {
          get: { method: 'GET', path: '/things/{id}' },
          create: { method: 'POST', path: '/things', body: 'fields', idempotent: true },
        },
      },
      querySerialization: {},
      context: createContext(options),
      auth,
    },
    { retry: false, ...options, fetch },
  );
const tokens =
  (answer: () => Promise<Response>): Fetch =>
  (url) =>
    url === 'https://auth.example.com/token' ? Promise.resolve(Response.json({ access_token: token })) : answer();
async function failureOf(call: PromiseLike<unknown>): Promise<unknown> {
  return call.then(
    () => expect.unreachable('the call must fail'),
    (error) => error,
  );
}

it('a client shows none, before and after it has a token', async () => {
  const client = clientOf(
    tokens(async () => Response.json({})),
    credentials(),
    { headers: { 'X-Token': secret } },
  );
  expectNoSecret(client);
  expectNoSecret(client.api);
  await client.things.get({ id: '1' });
  expectNoSecret(client);
});

it('a call shows none, under way and settled, nor does its result', async () => {
  const client = clientOf(
    tokens(async () => Response.json({})),
    credentials(),
  );
  const call = client.things.get({ id: secret }, { headers: { 'X-Token': secret } });
  expectNoSecret(call);
  const result = await call.result();
  expectNoSecret(call);
  expectNoSecret(result);
});

describe('an error shows none', () => {
  it.each([
    ['a status', async () => Response.json({ errors: ['no'] }, { status: 403 })],
    ['an HTML page', async () => new Response('<html>')],
    [
      'a body cut short',
      async () => new Response(new ReadableStream({ start: (it) => it.error(new TypeError('cut')) })),
    ],
    ['no connection', () => Promise.reject(new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } }))],
    ['a cause that is no error', () => Promise.reject(undefined)],
    ['a 401', async () => new Response('no', { status: 401 })],
  ])('of %s', async (_, answer) => {
    for (const client of [clientOf(answer), clientOf(tokens(answer), credentials())]) {
      const error = await failureOf(client.things.get({ id: '1', query: secret }, { headers: { 'X-Token': secret } }));
      expect(error).toHaveProperty('path', '/things/{id}');
      expectNoSecret(error);
      expectNoSecret(Reflect.get(error as object, 'request'));
    }
  });

  it('of a timeout', async () => {
    const clock = new ManualClock();
    const client = clientOf(() => new Promise(() => {}), bearer(secret), { clock });
    const failure = failureOf(client.things.get({ id: '1', query: secret }, { timeout: 1 }));
    await clock.pass(1);
    const error = await failure;
    expect(error).toHaveProperty('name', 'TimeoutError');
    expectNoSecret(error);
  });

  it('of a timeout on the way to a token', async () => {
    const clock = new ManualClock();
    const client = clientOf(() => new Promise(() => {}), credentials({ clock }), { clock, timeout: 1 });
    const failure = failureOf(client.things.get({ id: '1' }));
    await clock.pass(1);
    const error = await failure;
    expect(error).toMatchObject({
      name: 'TokenError',
      status: undefined,
      cause: { name: 'TimeoutError', path: '/token' },
    });
    expectNoSecret(error);
  });

  it('of a deadline', async () => {
    const clock = new ManualClock();
    for (const auth of [bearer(secret), credentials({ clock })]) {
      const client = clientOf(() => new Promise(() => {}), auth, { clock });
      const failure = failureOf(client.things.get({ id: '1', query: secret }, { deadline: 1 }));
      await clock.pass(1);
      const error = await failure;
      expect(error).toMatchObject({ name: 'TimeoutError', path: '/things/{id}' });
      expectNoSecret(error);
    }
  });

  it('of attempts that were repeated', async () => {
    const clock = new ManualClock();
    const answers = [
      async () => new Response(secret, { status: 503, headers: { 'X-Echo': secret } }),
      () => Promise.reject(new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } })),
      async () => Response.json({ [secret]: secret }, { status: 429, headers: { 'Retry-After': secret } }),
    ];
    const client = clientOf(
      tokens(() => (answers.shift() ?? expect.unreachable())()),
      credentials({ clock }),
      { clock, retry: {} },
    );
    const failure = failureOf(
      client.things.create({ a: secret }, { idempotencyKey: secret, headers: { 'X-Token': secret } }),
    );
    await clock.pass(20_000);
    const error = await failure;
    expect(error).toHaveProperty('attempts.length', 3);
    expect(error).toMatchObject({ name: 'ApiError', status: 429, retryAt: undefined });
    expectNoSecret(error);
    expectNoSecret(Reflect.get(error as object, 'request'));
  });

  it.each([
    [200, `{"access_token":"${token}\\nX: ${secret}"}`],
    [200, `{"access_token":{"${token}":"${secret}"}}`],
    [200, `<html>${secret}</html>`],
    [200, `{"token_type":"${secret}","${secret}":1}`],
    [400, `{"error":"${secret}","error_description":"client_secret=${secret}"}`],
    [401, `{"error":"invalid_client","error_description":"${secret}"}`],
    [401, secret],
    [500, `<html>${secret}</html>`],
    [302, secret],
  ])('of a token endpoint that answers %d %s', async (status, body) => {
    const headers = { Location: `https://example.com/${secret}`, 'Set-Cookie': secret };
    const client = clientOf(async () => new Response(body, { status, headers }), credentials());
    const error = await failureOf(client.things.get({ id: '1' }));
    expect(error).toMatchObject({ name: 'TokenError', status });
    expectNoSecret(error);
  });

  it.each([
    [`${secret}\n${secret}`],
    [`${secret}\r\nX-Injected: ${secret}`],
    [`${secret}\u0000`],
    [`${secret}\u{1F511}`],
  ])('of a header that cannot be sent: %j', async (value) => {
    const client = clientOf(async () => Response.json({}));
    expectNoSecret(await failureOf(client.things.get({ id: '1' }, { headers: { 'X-Token': value } })));
    expectNoSecret(await failureOf(client.things.create({}, { idempotencyKey: value })));
    expect(() => clientOf(async () => Response.json({}), bearer('t'), { headers: { 'X-Token': value } })).toThrow(
      expect.toSatisfy((error: unknown) => !shown(error).includes(secret)),
    );
  });

  it('of a path value that cannot be sent', async () => {
    const client = clientOf(async () => Response.json({}));
    for (const id of [`${secret}\uD800`, { secret }, [secret]])
      expectNoSecret(await failureOf(client.things.get({ id })));
  });
});

it('an event shows none', async () => {
  const clock = new ManualClock();
  const events: ClientEvent[] = [];
  const options = { clock, observe: (event: ClientEvent) => events.push(event) };
  const answers = [
    () => Promise.reject(new Error(secret)),
    async () => new Response(secret, { status: 401, headers: { 'X-Echo': secret } }),
    async () => new Response(secret, { status: 503, headers: { 'Retry-After': '1' } }),
    async () => Response.json({ token: secret }),
  ];
  const client = clientOf(
    tokens(() => (answers.shift() ?? expect.unreachable())()),
    credentials(options),
    { ...options, retry: {}, headers: { 'X-Token': secret } },
  );
  const call = client.things.get({ id: secret, query: secret });
  await clock.pass(20_000);
  await call;
  expect(new Set(events.map(({ type }) => type))).toEqual(new Set(['token', 'request', 'response', 'error', 'retry']));
  expectNoSecret(events);
});

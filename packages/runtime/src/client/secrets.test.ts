import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { fixedBearer, fixedClient } from '../../test/credentials.ts';
import { failure } from '../../test/rejections.ts';
import type { CallOptions, IdempotentCallOptions } from '../pipeline/call-options.ts';
import type { ClientEvent } from '../pipeline/client-event.ts';
import type { HttpRequest } from '../pipeline/http-request.ts';
import type { Policy } from '../pipeline/policy.ts';
import { networkError, stalled, truncated } from '../testing/faults.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { recordingFetch, type ScriptedResponse } from '../testing/recording-fetch.ts';
import type { Call } from './call.ts';
import { createClient } from './create-client.ts';
import { createIdempotencyKey } from './idempotency-key.ts';
import type { ClientOptions } from './options.ts';

const secret = 's3cret-of-the-client';
const token = 't0ken-of-the-vendor';

type Thing = object;
interface Operations {
  readonly things: {
    get(parameters?: object, options?: CallOptions): Call<Thing>;
    create(parameters?: object, options?: IdempotentCallOptions): Call<Thing>;
  };
}

/** Everything that a log could contain of a value and of its causes. */
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

const tokenUrl = 'https://auth.example.com/token';
const credentials = () => fixedClient({ tokenUrl, parameters: { client_id: 'id', client_secret: secret } });

interface Setup extends Omit<ClientOptions, 'fetch' | 'clock'> {
  readonly auth?: Policy;
  /** The response of the token endpoint. */
  readonly tokens?: ScriptedResponse;
}

function clientOf(
  script: ScriptedResponse | readonly ScriptedResponse[],
  { auth = fixedBearer(secret), tokens = Response.json({ access_token: token }), ...options }: Setup = {},
) {
  const clock = new ManualClock();
  const [vendor, tokenEndpoint] = [recordingFetch(script), recordingFetch(tokens)];
  const client = createClient<object, Operations>(
    {
      baseUrl: 'https://api.example.com',
      operations: {
        things: {
          get: { method: 'GET', path: '/things/{id}' },
          create: { method: 'POST', path: '/things', body: 'fields', idempotencyKey: true },
        },
      },
      querySerialization: {},
      features: { createKey: createIdempotencyKey },
      auth,
    },
    {
      retry: false,
      ...options,
      clock,
      fetch: (url, init) => (url === tokenUrl ? tokenEndpoint : vendor)(url, init),
    },
  );
  return { client, clock };
}
async function readAll(stream: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of stream);
}
const empty = Response.json({});

it('a client shows no secret, before and after it has a token', async () => {
  const { client } = clientOf(empty, { auth: credentials(), headers: { 'X-Token': secret } });
  expectNoSecret(client);
  expectNoSecret(client.api);
  await client.things.get({ id: '1' });
  expectNoSecret(client);
});

it('a call and its result show no secret, pending and settled', async () => {
  const { client } = clientOf(empty, { auth: credentials() });
  const call = client.things.get({ id: secret }, { headers: { 'X-Token': secret } });
  expectNoSecret(call);
  const result = await call.result();
  expectNoSecret(call);
  expectNoSecret(result);
});

it('a request shows no secret to a policy that logs it', async () => {
  const logged: HttpRequest[] = [];
  const log: Policy = (request, next) => {
    logged.push(request);
    return next(request);
  };
  const policies = { call: [log], attempt: [log] };
  const { client } = clientOf(empty, { auth: credentials(), policies, headers: { 'X-Token': secret } });
  await client.things.create({ secret, id: '1' }, { idempotencyKey: secret });
  // The token request is one of them.
  expect(logged).toHaveLength(3);
  expectNoSecret(logged);
});

describe('an error', () => {
  it.each<[string, ScriptedResponse]>([
    ['a status', Response.json({ errors: [secret] }, { status: 403, headers: { 'X-Echo': secret } })],
    ['an HTML page', new Response(`<html>${secret}`)],
    ['a truncated body', truncated([secret])],
    ['a failed connection', networkError('ECONNREFUSED')],
    ['a cause that is not an error', () => Promise.reject(undefined)],
    [
      'a cause that holds the request',
      Object.assign(new TypeError('failed'), { request: secret, cause: { headers: secret } }),
    ],
    ['a 401', new Response('no', { status: 401 })],
  ])('an error of %s shows no secret', async (_, script) => {
    for (const auth of [fixedBearer(secret), credentials()]) {
      const { client } = clientOf(script, { auth });
      const call = client.things.get({ id: '1', query: secret }, { headers: { 'X-Token': secret } });
      const error = await failure(call);
      expect(error).toHaveProperty('path', '/things/{id}');
      expectNoSecret(error);
    }
  });

  it('an error of a truncated stream shows no secret', async () => {
    const { client } = clientOf(truncated([secret]));
    const error = await failure(readAll(client.things.get({ id: '1', query: secret }).stream()));
    expect(error).toHaveProperty('name', 'ConnectionError');
    expectNoSecret(error);
  });

  it('an error of a timeout shows no secret', async () => {
    const { client, clock } = clientOf(stalled());
    const error = await failure(clock.run(client.things.get({ id: '1', query: secret }, { timeout: 1 })));
    expect(error).toHaveProperty('name', 'TimeoutError');
    expectNoSecret(error);
  });

  it('an error of a token request that times out shows no secret', async () => {
    const { client, clock } = clientOf(empty, { auth: credentials(), tokens: stalled(), timeout: 1 });
    const error = await failure(clock.run(client.things.get({ id: '1' })));
    expect(error).toMatchObject({
      name: 'TokenError',
      status: undefined,
      cause: { name: 'TimeoutError', path: '/token' },
    });
    expectNoSecret(error);
  });

  it('an error of a deadline shows no secret', async () => {
    for (const auth of [fixedBearer(secret), credentials()]) {
      const { client, clock } = clientOf(stalled(), { auth, tokens: stalled() });
      const error = await failure(clock.run(client.things.get({ id: '1', query: secret }, { deadline: 1 })));
      expect(error).toMatchObject({ name: 'TimeoutError', path: '/things/{id}' });
      expectNoSecret(error);
    }
  });

  it('an error of several attempts shows no secret', async () => {
    const script = [
      new Response(secret, { status: 503, headers: { 'X-Echo': secret } }),
      networkError('ECONNRESET'),
      Response.json({ [secret]: secret }, { status: 429, headers: { 'Retry-After': secret } }),
    ];
    const { client, clock } = clientOf(script, { auth: credentials(), retry: {} });
    const options = { idempotencyKey: secret, headers: { 'X-Token': secret } };
    const error = await failure(clock.run(client.things.create({ a: secret }, options)));
    expect(error).toHaveProperty('attempts.length', 3);
    expect(error).toMatchObject({ name: 'ApiError', status: 429, retryAt: undefined });
    expectNoSecret(error);
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
  ])('an error of a token endpoint that responds with %d %s shows no secret', async (status, body) => {
    const headers = { Location: `https://example.com/${secret}`, 'Set-Cookie': secret };
    const { client } = clientOf(empty, { auth: credentials(), tokens: new Response(body, { status, headers }) });
    const error = await failure(client.things.get({ id: '1' }));
    expect(error).toMatchObject({ name: 'TokenError', status });
    expectNoSecret(error);
  });

  it.each([
    [`${secret}\n${secret}`],
    [`${secret}\r\nX-Injected: ${secret}`],
    [`${secret}\u0000`],
    [`${secret}\u{1F511}`],
  ])('an error of a header that cannot be sent shows no secret: %j', async (value) => {
    const { client } = clientOf(empty);
    expectNoSecret(await failure(client.things.get({ id: '1' }, { headers: { 'X-Token': value } })));
    expectNoSecret(await failure(client.things.create({}, { idempotencyKey: value })));
    expectNoSecret(await failure(clientOf(empty, { auth: fixedBearer(value) }).client.things.get({ id: '1' })));
    expect(() => clientOf(empty, { auth: fixedBearer('t'), headers: { 'X-Token': value } })).toThrow(
      expect.toSatisfy((error: unknown) => !shown(error).includes(secret)),
    );
  });

  it('an error of a path parameter that cannot be sent shows no secret', async () => {
    const { client } = clientOf(empty);
    for (const id of [`${secret}\uD800`, { secret }, [secret]])
      expectNoSecret(await failure(client.things.get({ id })));
  });
});

it('an event shows no secret', async () => {
  const events: ClientEvent[] = [];
  const script = [
    new Error(secret),
    new Response(secret, { status: 401, headers: { 'X-Echo': secret } }),
    new Response(secret, { status: 503, headers: { 'Retry-After': '1' } }),
    Response.json({ token: secret }),
  ];
  const { client, clock } = clientOf(script, {
    auth: credentials(),
    observe: (event) => events.push(event),
    retry: {},
    headers: { 'X-Token': secret },
  });
  await clock.run(client.things.get({ id: secret, query: secret }));
  expect(new Set(events.map(({ type }) => type))).toEqual(new Set(['token', 'request', 'response', 'error', 'retry']));
  expectNoSecret(events);
});

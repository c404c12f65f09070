import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { fixedClient, fixedHeader } from '../../test/credentials.ts';
import type { CallOptions, IdempotentCallOptions } from '../pipeline/call-options.ts';
import type { OperationTable } from '../pipeline/operation.ts';
import type { Policy } from '../pipeline/policy.ts';
import { networkError, stalled } from '../testing/faults.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { recordingFetch, type ScriptedResponse } from '../testing/recording-fetch.ts';
import type { Call } from './call.ts';
import { listByCount } from './counted-pages.ts';
import { createClient } from './create-client.ts';
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
  readonly auth: { createToken(parameters: object, options?: CallOptions): Call<Thing> };
  readonly things: {
    get(parameters?: object, options?: CallOptions): Call<Thing>;
    list(parameters?: object, options?: CallOptions): PagedCall<Things, number>;
    create(parameters: object, options?: IdempotentCallOptions): Call<Thing>;
    replace(parameters: object, options?: CallOptions): Call<Thing>;
  };
}
const operations: OperationTable = {
  auth: {
    createToken: {
      method: 'POST',
      path: '/oauth2/token',
      body: 'fields',
      requestMediaType: 'application/x-www-form-urlencoded',
      security: [],
      server: 'https://auth.example.com',
    },
  },
  things: {
    get: { method: 'GET', path: '/things/{id}' },
    list: {
      method: 'GET',
      path: '/things',
      pagination: { parameter: 'page', style: 'page', sizeParameter: 'limit', items: ['data'] },
    },
    create: {
      method: 'POST',
      path: '/things',
      body: 'fields',
      parameters: { notify: { in: 'query' } },
      idempotencyKey: true,
    },
    replace: { method: 'PUT', path: '/things/{id}', body: 'whole' },
  },
};
const parts = {
  baseUrl: 'https://api.example.com/v1',
  operations,
  querySerialization: { object: { style: 'deepObject', explode: true } } as const,
  features: { createKey: createIdempotencyKey, lists: { page: listByCount } },
  auth: fixedHeader({ 'X-Key': 'k3y' }),
};

function clientOf(
  script: ScriptedResponse | readonly ScriptedResponse[],
  options: Omit<ClientOptions, 'fetch' | 'clock'> = {},
  auth: Policy = parts.auth,
) {
  const clock = new ManualClock();
  const fetch = recordingFetch(script);
  const client = createClient<object, Operations>({ ...parts, auth }, { retry: false, ...options, clock, fetch });
  return { ...client, clock, requests: fetch.requests };
}
const found = Response.json({ id: '1' });

describe('a call', () => {
  it('a call sends one request, even if its result is read several times', async () => {
    const { things, requests } = clientOf(found);
    const call = things.get({ id: '1' });
    expect(await call).toEqual({ id: '1' });
    expect(await call.result()).toMatchObject({ ok: true, status: 200, data: { id: '1' } });
    expect(requests).toHaveLength(1);
  });

  it('a call sends its request after the line of code that makes it, even if it is never awaited', async () => {
    const { things, requests, clock } = clientOf(found);
    things.get({ id: '1' });
    expect(requests).toHaveLength(0);
    await clock.idle();
    expect(requests).toHaveLength(1);
  });

  it('a call sends parameters in the path and the query, credentials and `Accept`', async () => {
    const { things, requests } = clientOf(found);
    await things.get({ id: 'a/b?c', verbose: true, none: undefined, tags: ['x', 'y z'], filter: { name: 'M&M' } });
    expect(requests[0]).toMatchObject({
      url: 'https://api.example.com/v1/things/a%2Fb%3Fc?verbose=true&tags=x&tags=y%20z&filter[name]=M%26M',
      method: 'GET',
      headers: { accept: 'application/json', 'x-key': 'k3y' },
      body: null,
    });
    expect(requests[0]?.headers).not.toHaveProperty('content-type');
  });

  it('a call sends fields as a JSON body', async () => {
    const { things, requests } = clientOf(found);
    await things.create({ name: 'x', notify: true, none: undefined });
    expect(requests[0]).toMatchObject({
      url: 'https://api.example.com/v1/things?notify=true',
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"name":"x"}',
    });
  });

  it('a call sends its body in the media type of the caller’s header `Content-Type`', async () => {
    const { things, requests } = clientOf(found);
    await things.create({ name: 'x y' }, { headers: { 'Content-Type': 'application/x-www-form-urlencoded' } });
    expect(requests[0]).toMatchObject({
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'name=x+y',
    });
  });

  it.each([[[1, 2]], ['text'], [null], [false], [0], [{ id: 'other' }]])(
    'a call sends a whole body: %j',
    async (body) => {
      const { things, requests } = clientOf(found);
      await things.replace({ id: '1', body });
      expect(requests[0]).toMatchObject({ url: 'https://api.example.com/v1/things/1', body: JSON.stringify(body) });
    },
  );

  it('a call of an operation with its own server sends a form there, without credentials', async () => {
    const { auth, requests } = clientOf(found);
    await auth.createToken({ client_secret: 'a&b', scope: undefined });
    expect(requests[0]).toMatchObject({
      url: 'https://auth.example.com/oauth2/token',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'client_secret=a%26b',
    });
    expect(requests[0]?.headers).not.toHaveProperty('x-key');
  });

  it('a call sends the caller’s idempotency key, else a new UUID, if the vendor honors one', async () => {
    const { things, requests } = clientOf(found);
    await things.create({});
    await things.create({});
    await things.create({}, { idempotencyKey: 'mine' });
    await things.create({}, { idempotencyKey: undefined });
    await things.get({ id: '1' });
    const [first, second, third, fourth, fifth] = requests.map(({ headers }) => headers['idempotency-key']);
    const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    for (const key of [first, second, fourth]) expect(key).toMatch(uuid);
    expect(new Set([first, second, fourth]).size).toBe(3);
    expect([third, fifth]).toEqual(['mine', undefined]);
  });

  it('a call sends the headers of the client, overridden by those of the call and by the credentials', async () => {
    const { things, requests } = clientOf(found, {
      headers: { 'X-A': 'client', 'X-B': 'client', 'X-Key': 'other' },
    });
    await things.get({ id: '1' }, { headers: { 'x-b': 'call', 'X-KEY': 'other' } });
    expect(requests[0]?.headers).toMatchObject({ 'x-a': 'client', 'x-b': 'call', 'x-key': 'k3y' });
  });
});

describe('a path parameter', () => {
  it.each([[''], ['.'], ['..'], [undefined], [null], [{}]])(
    'a path parameter that is not a path segment is refused, and no request is sent: %j',
    async (id) => {
      const { things, requests } = clientOf(found);
      await expect(things.get({ id })).rejects.toMatchObject({ name: 'PlumblineError' });
      await expect(things.get({ id }).result()).rejects.toMatchObject({ name: 'PlumblineError' });
      expect(requests).toEqual([]);
    },
  );

  it('a path parameter that is missing is refused', async () => {
    await expect(clientOf(found).things.get()).rejects.toThrow('`id` is missing.');
  });
});

describe('a header that cannot be sent', () => {
  it.each([['s3cret\r\nX: y'], ['s3cret\u0000'], ['s3crét€'], ['s3cret\nx']])(
    'a header that cannot be sent is refused by the factory: %j',
    (value) => {
      const make = () => clientOf(found, { headers: { 'X-Token': value } });
      expect(make).toThrow(/^The header `X-Token` has an invalid name or value\.$/);
    },
  );

  it('a header that cannot be sent is refused by a call, and no request is sent', async () => {
    const { things, requests } = clientOf(found);
    const get = (headers: Record<string, string>) => things.get({ id: '1' }, { headers });
    await expect(get({ 'X-Token': 's3cret\n\n.' })).rejects.toThrow('The header `X-Token`');
    await expect(get({ 'X Token': 'x' })).rejects.toThrow('The header `X Token`');
    await expect(things.create({}, { idempotencyKey: 'a\nb' })).rejects.toThrow(/The header `idempotency-key`/i);
    expect(requests).toEqual([]);
  });
});

describe('an abort', () => {
  /** A `fetch` that ignores the signal, one that stalls before the response, and one whose body stalls. */
  const hanging: ScriptedResponse[] = [() => new Promise(() => {}), stalled(), stalled(['{'])];

  it.each([['stop'], [null], [0], [''], [false], [new Error('own')]])(
    'an abort makes a call throw its reason: %s',
    async (reason) => {
      for (const script of hanging) {
        const controller = new AbortController();
        const { things, requests, clock } = clientOf(script);
        const call = things.get({ id: '1' }, { signal: controller.signal });
        await clock.until(() => requests.length === 1);
        controller.abort(reason);
        await expect(call).rejects.toBe(reason);
        await expect(call.result()).rejects.toBe(reason);
        expect(requests[0]?.signal?.aborted).toBe(true);
        expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
        expect(clock.pending).toBe(0);
      }
    },
  );

  it.each([['early'], [null]])(
    'an abort before a call prevents all requests, including token requests: %s',
    async (reason) => {
      const auth = fixedClient({ tokenUrl: 'https://auth.example.com/token', parameters: {} });
      const { things, requests } = clientOf(found, {}, auth);
      await expect(things.get({ id: '1' }, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
      expect(requests).toEqual([]);
    },
  );

  it('an abort on the line of the call prevents its request', async () => {
    const controller = new AbortController();
    const { things, requests } = clientOf(found);
    const call = things.get({ id: '1' }, { signal: controller.signal });
    controller.abort('at once');
    await expect(call).rejects.toBe('at once');
    expect(requests).toEqual([]);
  });

  it('an abort without a reason makes a call throw an AbortError', async () => {
    const controller = new AbortController();
    const call = clientOf(stalled()).things.get({ id: '1' }, { signal: controller.signal });
    controller.abort();
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('an abort between two pages prevents further requests', async () => {
    const controller = new AbortController();
    const { things, requests } = clientOf(() => Response.json({ data: [requests.length] }));
    const reading = (async () => {
      for await (const item of things.list({}, { signal: controller.signal }))
        if (item === 2) controller.abort('enough');
    })();
    await expect(reading).rejects.toBe('enough');
    expect(requests).toHaveLength(2);
  });
});

describe('the option `timeout`', () => {
  it.each([[0], [-1], [Number.NaN], ['5']])(
    'the option `timeout` of a call refuses %j, and no request is sent',
    async (timeout) => {
      const { things, requests } = clientOf(found);
      await expect(things.get({ id: '1' }, { timeout: timeout as number })).rejects.toThrow(
        '/things/{id}: `timeout` must be',
      );
      expect(requests).toEqual([]);
    },
  );

  it.each([
    ['is 30 s by default', {}, {}, 30_000],
    ['is that of the client', { timeout: 100 }, {}, 100],
    ['is that of the call, over the client’s', { timeout: 100 }, { timeout: 50 }, 50],
    ['is that of the client if the call’s is undefined', { timeout: 100 }, { timeout: undefined }, 100],
  ])('the option `timeout` %s', async (_, options, callOptions, limit) => {
    const { things, clock } = clientOf(stalled(), options);
    const call = things.get({ id: '1' }, callOptions);
    await expect(clock.run(call)).rejects.toMatchObject({
      name: 'TimeoutError',
      timeout: limit,
      path: '/things/{id}',
    });
    expect(clock.time).toBe(limit);
  });

  it.each<[string, ScriptedResponse]>([
    ['JSON', found],
    ['an error', Response.json({}, { status: 500 })],
    ['no body', new Response(null, { status: 204 })],
    ['a body of length 0', new Response('', { headers: { 'Content-Length': '0' } })],
    ['a body that is not JSON', new Response('<html>')],
    ['a failed connection', networkError('ECONNRESET')],
  ])('the option `timeout` leaves no timer and no listener after %s', async (_, script) => {
    const { signal } = new AbortController();
    const { things, clock } = clientOf(script, { deadline: 1000 });
    await things.get({ id: '1' }, { signal }).catch(() => {});
    expect(clock.pending).toBe(0);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });
});

it('createClient replaces the servers of operations, and converts their parameters', async () => {
  const fetch = recordingFetch(found);
  const client = createClient<object, Operations>(
    {
      ...parts,
      servers: { 'https://auth.example.com': 'https://auth.test' },
      input: (parameters) => ({ ...parameters, added: 1 }),
    },
    { fetch },
  );
  await client.auth.createToken({});
  await client.things.get({ id: '1' });
  expect(fetch.requests.map(({ url }) => url)).toEqual([
    'https://auth.test/oauth2/token',
    'https://api.example.com/v1/things/1?added=1',
  ]);
});

it.each<[string, object, string]>([
  ['lists', { pagination: { parameter: 'page', style: 'page', sizeParameter: 'size', items: ['data'] } }, 'lists'],
  ['idempotency keys', { idempotencyKey: true }, 'createKey'],
])('createClient refuses a definition with %s and without the feature', (_, part, feature) => {
  const operations = { get: { method: 'POST', path: '/things', ...part } };
  expect(() => createClient({ ...parts, operations, features: undefined }, {})).toThrow(
    `/things: \`features.${feature}\` is missing.`,
  );
});

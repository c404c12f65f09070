import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { Call, CallOptions, IdempotentCallOptions } from './call.ts';
import { createClient } from './client.ts';
import { clientCredentials } from './client-credentials.ts';
import { createContext } from './context.ts';
import { header } from './header.ts';
import { ManualClock } from './manual-clock.test.ts';
import type { OperationTable } from './operation.ts';
import type { ClientOptions } from './options.ts';
import type { PagedCall } from './paged-call.ts';
import type { Policy } from './policy.ts';
import type { Fetch } from './transport.ts';

interface Thing {
  responses: { 200: { content: { 'application/json': { id: string } } } };
}
interface Things {
  responses: { 200: { content: { 'application/json': { data: number[] } } } };
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
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      security: 'none',
      server: 'https://auth.example.com',
    },
  },
  things: {
    get: { method: 'GET', path: '/things/{id}' },
    list: {
      method: 'GET',
      path: '/things',
      pagination: { parameter: 'page', style: 'page', limit: 'limit', items: 'data' },
    },
    create: { method: 'POST', path: '/things', body: 'fields', query: ['notify'], idempotent: true },
    replace: { method: 'PUT', path: '/things/{id}', body: 'whole' },
  },
};

interface Sent {
  readonly url: string;
  readonly method: string | undefined;
  readonly headers: Record<string, string>;
  readonly body: unknown;
  readonly signal: AbortSignal | null | undefined;
}

function clientOf(answer: Fetch | Response, options: Omit<ClientOptions, 'fetch'> = {}, auth?: Policy) {
  const sent: Sent[] = [];
  const fetch: Fetch = async (url, init) => {
    const headers = Object.fromEntries(new Headers(init.headers));
    sent.push({ url, method: init.method, headers, body: init.body, signal: init.signal });
    return answer instanceof Response ? answer : answer(url, init);
  };
  const definition = {
    baseUrl: 'https://api.example.com/v1',
    operations,
    querySerialization: { object: { style: 'deepObject', explode: true } } as const,
    context: createContext(options),
    auth: auth ?? header({ 'X-Key': 'k3y' }),
  };
  return { ...createClient<object, Operations>(definition, { retry: false, ...options, fetch }), sent };
}
const found = () => Response.json({ id: '1' });

describe('a call', () => {
  it('is sent once, when it is made, however it is read', async () => {
    const { things, sent } = clientOf(found());
    const call = things.get({ id: '1' });
    expect(sent).toHaveLength(1);
    expect(await call).toEqual({ id: '1' });
    expect(await call.result()).toMatchObject({ ok: true, status: 200, data: { id: '1' } });
    expect(sent).toHaveLength(1);
  });

  it('sends parameters to the path and the query, with credentials and what is accepted', async () => {
    const { things, sent } = clientOf(found());
    await things.get({ id: 'a/b?c', verbose: true, none: undefined, tags: ['x', 'y z'], filter: { name: 'M&M' } });
    expect(sent[0]).toMatchObject({
      url: 'https://api.example.com/v1/things/a%2Fb%3Fc?verbose=true&tags=x&tags=y%20z&filter[name]=M%26M',
      method: 'GET',
      headers: { accept: 'application/json', 'x-key': 'k3y' },
      body: null,
    });
  });

  it('sends fields as a JSON body', async () => {
    const { things, sent } = clientOf(found());
    await things.create({ name: 'x', notify: true, none: undefined });
    expect(sent[0]).toMatchObject({
      url: 'https://api.example.com/v1/things?notify=true',
      method: 'POST',
      body: '{"name":"x"}',
    });
    expect(sent[0]?.headers['content-type']).toBe('application/json');
  });

  it.each([[[1, 2]], ['text'], [null], [false], [0], [{ id: 'other' }]])('sends a whole body: %j', async (body) => {
    const { things, sent } = clientOf(found());
    await things.replace({ id: '1', body });
    expect(sent[0]).toMatchObject({ url: 'https://api.example.com/v1/things/1', body: JSON.stringify(body) });
  });

  it('sends a form, without what is undefined, to the server of the operation and without credentials', async () => {
    const { auth, sent } = clientOf(found());
    await auth.createToken({ client_secret: 'a&b', scope: undefined });
    expect(sent[0]).toMatchObject({ url: 'https://auth.example.com/oauth2/token', body: 'client_secret=a%26b' });
    expect(sent[0]?.headers).not.toHaveProperty('x-key');
  });

  it('sends a new key for each where the vendor honors one, and the caller’s if there is one', async () => {
    const { things, sent } = clientOf(async () => found());
    await things.create({});
    await things.create({});
    await things.create({}, { idempotencyKey: 'mine' });
    await things.get({ id: '1' });
    const [first, second, third, fourth] = sent.map(({ headers }) => headers['idempotency-key']);
    expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(second).not.toBe(first);
    expect([third, fourth]).toEqual(['mine', undefined]);
  });

  it('sends headers of the client, and over them those of the call, but never other credentials', async () => {
    const { things, sent } = clientOf(found(), { headers: { 'X-A': 'client', 'X-B': 'client', 'X-Key': 'stolen' } });
    await things.get({ id: '1' }, { headers: { 'x-b': 'call', 'X-KEY': 'stolen' } });
    expect(sent[0]?.headers).toMatchObject({ 'x-a': 'client', 'x-b': 'call', 'x-key': 'k3y' });
  });
});

describe('a parameter that cannot stand in the path', () => {
  it.each([[''], ['.'], ['..'], [undefined], [null], [{}]])('is refused, and nothing is sent: %j', async (id) => {
    const { things, sent } = clientOf(found());
    await expect(things.get({ id })).rejects.toMatchObject({ name: 'PlumblineError' });
    await expect(things.get({ id }).result()).rejects.toMatchObject({ name: 'PlumblineError' });
    expect(sent).toEqual([]);
  });

  it('is refused where it is missing', async () => {
    await expect(clientOf(found()).things.get()).rejects.toThrow('`id` is missing.');
  });
});

describe('a header that cannot be sent', () => {
  it.each([['s3cret\r\nX: y'], ['s3cret\u0000'], ['s3crét€'], ['s3cret\nx']])(
    'of the client is refused: %j',
    (value) => {
      const make = () => clientOf(found(), { headers: { 'X-Token': value } });
      expect(make).toThrow(/^The header `X-Token` has a name or a value that cannot be sent\.$/);
    },
  );

  it('of a call is refused, and nothing is sent', async () => {
    const { things, sent } = clientOf(found());
    await expect(things.get({ id: '1' }, { headers: { 'X-Token': 's3cret\n\n.' } })).rejects.toThrow(
      'The header `X-Token`',
    );
    await expect(things.get({ id: '1' }, { headers: { 'X Token': 'x' } })).rejects.toThrow('The header `X Token`');
    await expect(things.create({}, { idempotencyKey: 'a\nb' })).rejects.toThrow('The header `Idempotency-Key`');
    expect(sent).toEqual([]);
  });
});

describe('an abort', () => {
  const hanging: Fetch = () => new Promise(() => {});
  const stalled: Fetch = async () => new Response(new ReadableStream({ pull: () => new Promise(() => {}) }));

  it.each([['stop'], [null], [0], [''], [false], [new Error('own')]])(
    'rejects with its own reason: %s',
    async (reason) => {
      for (const answer of [hanging, stalled]) {
        const controller = new AbortController();
        const { things, sent } = clientOf(answer);
        const call = things.get({ id: '1' }, { signal: controller.signal });
        await new Promise((resolve) => setImmediate(resolve));
        controller.abort(reason);
        await expect(call).rejects.toBe(reason);
        await expect(call.result()).rejects.toBe(reason);
        expect(sent[0]?.signal?.aborted).toBe(true);
        expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
      }
    },
  );

  it.each([['early'], [null]])('that came before sends nothing, not even for a token: %s', async (reason) => {
    const auth = clientCredentials({ tokenUrl: 'https://auth.example.com/token', parameters: {} });
    const { things, sent } = clientOf(found(), {}, auth);
    await expect(things.get({ id: '1' }, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(sent).toEqual([]);
  });

  it('without a reason is an AbortError', async () => {
    const controller = new AbortController();
    const call = clientOf(hanging).things.get({ id: '1' }, { signal: controller.signal });
    controller.abort();
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('between pages sends no further page', async () => {
    const controller = new AbortController();
    const { things, sent } = clientOf(async () => Response.json({ data: [sent.length] }));
    const reading = (async () => {
      for await (const item of things.list({}, { signal: controller.signal }))
        if (item === 2) controller.abort('enough');
    })();
    await expect(reading).rejects.toBe('enough');
    expect(sent).toHaveLength(2);
  });
});

describe('a timeout', () => {
  it.each([[0], [-1], [Number.NaN], ['5']])('of a call may not be %j, and nothing is sent', async (timeout) => {
    const { things, sent } = clientOf(found());
    await expect(things.get({ id: '1' }, { timeout: timeout as number })).rejects.toThrow(
      '/things/{id}: `timeout` must be',
    );
    expect(sent).toEqual([]);
  });

  it.each([
    ['30 s where nothing is said', {}, {}, 30_000],
    ['what the client says', { timeout: 100 }, {}, 100],
    ['what the call says', { timeout: 100 }, { timeout: 50 }, 50],
  ])('is %s', async (_, options, callOptions, limit) => {
    const clock = new ManualClock();
    const { things } = clientOf(() => new Promise(() => {}), { ...options, clock });
    const failing = things.get({ id: '1' }, callOptions).catch((error) => error);
    await clock.pass(limit);
    expect(await failing).toMatchObject({ name: 'TimeoutError', timeout: limit, path: '/things/{id}' });
  });

  it.each([
    ['data', () => found()],
    ['an error', () => Response.json({}, { status: 500 })],
    ['no body', () => new Response(null, { status: 204 })],
    ['a body of length 0', () => new Response('', { headers: { 'Content-Length': '0' } })],
    ['no JSON', () => new Response('<html>')],
    ['nothing', () => Promise.reject(new TypeError('fetch failed'))],
  ])('leaves no timer behind after %s', async (_, answer) => {
    const clock = new ManualClock();
    const { signal } = new AbortController();
    await clientOf(async () => answer(), { clock, deadline: 1000 })
      .things.get({ id: '1' }, { signal })
      .catch(() => {});
    expect(clock.pending).toBe(0);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });
});

describe('policies of the caller', () => {
  it('see a call once, in their order, before credentials are added, and its token not at all', async () => {
    const seen: string[] = [];
    const policy =
      (name: string): Policy =>
      async (request, next) => {
        seen.push(`${name} ${request.path} ${request.headers.get('Authorization')}`);
        return next(request.withHeaders({ 'X-Trace': name }));
      };
    const auth = clientCredentials({ tokenUrl: 'https://auth.example.com/token', parameters: {} });
    const { things, sent } = clientOf(
      async () => (sent.length === 2 ? new Response(null, { status: 401 }) : Response.json({ access_token: 't' })),
      { policies: [policy('a'), policy('b')] },
      auth,
    );
    await things.get({ id: '1' });
    expect(seen).toEqual(['a /things/{id} null', 'b /things/{id} null']);
    expect(sent.map(({ headers }) => [headers.authorization, headers['x-trace']])).toEqual([
      [undefined, undefined],
      ['Bearer t', 'b'],
      [undefined, undefined],
      ['Bearer t', 'b'],
    ]);
  });

  it('may send a request again', async () => {
    const again: Policy = async (request, next) => {
      const response = await next(request);
      if (response.ok) return response;
      await response.body?.cancel();
      return next(request);
    };
    const { things, sent } = clientOf(
      async () => (sent.length === 1 ? new Response('busy', { status: 503 }) : found()),
      {
        policies: [again],
      },
    );
    expect(await things.create({ name: 'x' })).toEqual({ id: '1' });
    expect(sent.map(({ body }) => body)).toEqual(['{"name":"x"}', '{"name":"x"}']);
    expect(sent[1]?.headers['idempotency-key']).toBe(sent[0]?.headers['idempotency-key']);
  });
});

it('sends with the fetch of the platform as it is at the time of the call', async () => {
  const original = globalThis.fetch;
  const client = createClient<object, Operations>(
    {
      baseUrl: 'https://api.example.com',
      operations,
      querySerialization: {},
      context: createContext(),
      auth: header({}),
    },
    {},
  );
  try {
    globalThis.fetch = async () => found();
    expect(await client.things.get({ id: '1' })).toEqual({ id: '1' });
  } finally {
    globalThis.fetch = original;
  }
});

it('sends to the servers that the client was given in place of those of the spec', async () => {
  const urls: string[] = [];
  const client = createClient<object, Operations>(
    {
      baseUrl: 'https://api.example.com',
      operations,
      querySerialization: {},
      context: createContext(),
      auth: header({}),
      servers: { 'https://auth.example.com': 'https://auth.test' },
      input: (parameters) => ({ ...parameters, added: 1 }),
    },
    {
      fetch: async (url) => {
        urls.push(url);
        return found();
      },
    },
  );
  await client.auth.createToken({});
  await client.things.get({ id: '1' });
  expect(urls).toEqual(['https://auth.test/oauth2/token', 'https://api.example.com/things/1?added=1']);
});

/** Values that JavaScript lets through are sent as meant, or refused by their place before a request is sent. */
import { createMagicBell, createMagicBellUser } from '@plumbline/magicbell';
import { createMagnetiq } from '@plumbline/magnetiq';
import { createMagnify } from '@plumbline/magnify';
import { isPlumblineError } from '@plumbline/runtime';
import { recordingFetch } from '@plumbline/runtime/testing';
import { describe, expect, it } from 'vitest';
import { respond } from '../behaviour/steps.ts';
import { startNetwork } from '../behaviour/test-client.ts';
import { type Transport, transports } from '../behaviour/transports.ts';
import { type UntypedMethod, unprintable } from './clients.ts';

type Untyped = Readonly<Record<string, Readonly<Record<string, UntypedMethod>>>>;
const credentials = { apiKey: 'key', apiSecret: 'secret' };
const client = { clientId: 'id', clientSecret: 'secret' };
const circular: Record<string, unknown> = { title: 't' };
circular.self = [circular];
const sparse = ['a'];
sparse[2] = 'c';
const nested = (depth: number) => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level++) value = [value];
  return value;
};

/** Values that no path, query, header or form can carry. */
const noText: readonly (readonly [name: string, value: unknown])[] = [
  ['null', null],
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
  ['a lone high surrogate', 's3cret\ud800'],
  ['a lone low surrogate', '\udc00s3cret'],
  ['surrogates in the wrong order', 's3cret\udc00\ud800'],
  ['a symbol', Symbol('s3cret')],
  ['a function', () => 's3cret'],
  ['a Map', new Map([['a', 's3cret']])],
  ['a Set', new Set(['s3cret'])],
  ['a WeakMap', new WeakMap()],
  ['a Blob', new Blob(['s3cret'])],
  ['a typed array', new Uint8Array([1, 2])],
  ['a Buffer', Buffer.from('s3cret')],
  ['an ArrayBuffer', new ArrayBuffer(2)],
  ['a promise', Promise.resolve('s3cret')],
  ['a RegExp', /s3cret/],
  ['an invalid Date', new Date(Number.NaN)],
  ['an Error', new Error('s3cret')],
  ['URLSearchParams', new URLSearchParams('a=s3cret')],
  ['Headers', new Headers({ a: 's3cret' })],
  ['an iterator', ['s3cret'].values()],
  ['an object whose toJSON gives an object', { toJSON: () => ({ s3cret: 1 }) }],
];

/** Values with a text, and that text. */
const texts: readonly (readonly [name: string, value: unknown, text: string])[] = [
  ['text', 'a b&c', 'a b&c'],
  ['text beyond Latin-1', 'Zoë 漢字 💡', 'Zoë 漢字 💡'],
  ['zero', 0, '0'],
  ['a negative number', -1.5, '-1.5'],
  ['false', false, 'false'],
  ['a bigint', 9007199254740993n, '9007199254740993'],
  ['a Date', new Date(0), '1970-01-01T00:00:00.000Z'],
  ['a URL', new URL('https://example.com/a'), 'https://example.com/a'],
  ['an object with toJSON', { toJSON: () => 'plain' }, 'plain'],
];

/** The places of a value in a request: a call with it there, and its name in a message. */
const places: readonly (readonly [
  where: string,
  place: string,
  call: (fetch: typeof globalThis.fetch, value: unknown) => unknown,
])[] = [
  ['a query', '`page`', (fetch, page) => untyped(createMagicBell({ ...credentials, fetch })).users?.list?.({ page })],
  [
    'a list in a query',
    '`categories[1]`',
    (fetch, value) =>
      untyped(createMagicBellUser({ apiKey: 'key', userEmail: 'a@example.com', fetch })).notifications?.list?.({
        categories: ['a', value],
      }),
  ],
  [
    'an object in a query',
    '`where.since`',
    (fetch, since) => untyped(createMagnetiq({ apiKey: 'key', fetch })).consumers?.list?.({ where: { since } }),
  ],
  [
    'a path',
    '`user_id`',
    (fetch, user_id) => untyped(createMagicBell({ ...credentials, fetch })).users?.get?.({ user_id }),
  ],
  [
    'a form',
    '`scope`',
    (fetch, scope) => untyped(createMagnify({ ...client, fetch })).auth?.createToken?.({ grant_type: 'x', scope }),
  ],
];

describe.each(places)('%s', (where, place, call) => {
  it.each(noText)(`%s in ${where} is refused, without its value`, async (_, value) => {
    const fetch = recordingFetch(Response.json({}));
    const error = await Promise.resolve(call(fetch as never, value)).catch((cause: unknown) => cause);
    expect(isPlumblineError(error), String(error)).toBe(true);
    expect(error).toMatchObject({ name: 'PlumblineError', message: expect.stringContaining(place) });
    expect((error as Error).message).not.toContain('s3cret');
    expect((error as Error).message).not.toMatch(unprintable);
    expect(fetch.requests).toEqual([]);
  });

  it.each(texts)(`%s in ${where} is sent as its text`, async (_, value, text) => {
    const fetch = recordingFetch(Response.json({}));
    await call(fetch as never, value);
    const [{ url = '', body = null } = {}] = fetch.requests;
    const form = typeof body === 'string' ? `?${body}` : '';
    const sent = new URL(url + form);
    const found = [...sent.searchParams.values(), decodeURIComponent(sent.pathname), sent.search];
    expect(
      found.some((one) => one === text || one.endsWith(`/${text}`) || one.endsWith(encodeURIComponent(text))),
    ).toBe(true);
  });
});

it.each<[name: string, value: unknown, place: string]>([
  ['undefined in a list', ['a', undefined], 'categories[1]'],
  ['a hole in a list', sparse, 'categories[1]'],
  ['a list in a list', [['a']], 'categories[0]'],
  ['an object in a list', ['a', 'b', { s3cret: 1 }], 'categories[2]'],
  ['a list in an object', { a: ['s3cret'] }, 'categories.a'],
  ['an object in an object', { a: { b: 's3cret' } }, 'categories.a'],
])('%s of a query is refused by its place', async (_, categories, place) => {
  const fetch = recordingFetch(Response.json({}));
  const user = untyped(createMagicBellUser({ apiKey: 'key', userEmail: 'a@example.com', fetch }));
  await expect(user.notifications?.list?.({ categories })).rejects.toThrow(
    `/notifications: \`${place}\` cannot be sent.`,
  );
  expect(fetch.requests).toEqual([]);
});

it('a parameter of undefined, and an empty list, are omitted', async () => {
  const fetch = recordingFetch(Response.json({}));
  const user = untyped(createMagicBellUser({ apiKey: 'key', userEmail: 'a@example.com', fetch }));
  await user.notifications?.list?.({ page: undefined, categories: [] });
  expect(fetch.requests[0]?.url).toBe('https://api.magicbell.com/notifications');
});

const inBody: readonly (readonly [name: string, value: unknown, place: string])[] = [
  ...noText
    .filter(([name]) => name !== 'null' && !/toJSON|surrogate/.test(name))
    .map(([name, value]) => [name, value, ''] as const),
  ['a bigint', 9007199254740993n, ''],
  ['a bigint in a list', [1, [2n]], '[1][0]'],
  ['undefined in a list', ['a', undefined], '[1]'],
  ['a hole in a list', sparse, '[1]'],
  ['a circular object', circular, '.self[0]'],
  ['a boxed number', Object(1), ''],
  ['NaN deep in an object', { a: [{ b: { c: Number.NaN } }] }, '.a[0].b.c'],
  ['a property name with a line break', { 'a\r\nb': Number.NaN }, '.a??b'],
  ['what a toJSON gives', { toJSON: () => ({ a: new Map() }) }, '.a'],
  ['a call that is not awaited', { toString: () => '', [Symbol.toStringTag]: 'Call' }, ''],
];

describe.each(transports)('a body of JSON over $name', (transport: Transport) => {
  const createClient = async () => {
    const { clock, server, options } = await startNetwork(transport);
    server.on('/notifications', respond(201, {}));
    const { notifications, api } = createMagicBell({ ...credentials, ...options });
    const create = (value: unknown) => {
      const notification: unknown = { title: 't', recipients: [{ external_id: value }] };
      return clock.run(notifications.create({ notification } as never));
    };
    const post = (body: unknown) => clock.run(api.POST('/notifications', { body } as never));
    return { create, post, arrivals: server.arrivals };
  };

  it.each(inBody)('a body with %s is refused by its place, without its value', async (_, value, place) => {
    const { create, post, arrivals } = await createClient();
    const error: unknown = await create(value).catch((cause: unknown) => cause);
    expect(isPlumblineError(error), String(error)).toBe(true);
    const { message } = error as Error;
    expect(message).toContain(`/notifications: \`notification.recipients[0].external_id${place}\` `);
    expect(message).not.toContain('s3cret');
    expect(message).not.toMatch(unprintable);
    await expect(post({ value })).rejects.toThrow(`client.api: \`body.value${place}\` `);
    expect(arrivals).toEqual([]);
  });

  it('a body that is nested too deeply is refused', async () => {
    const { create, arrivals } = await createClient();
    await expect(create(nested(100_000))).rejects.toThrow('/notifications: `body` cannot be sent as JSON.');
    expect(arrivals).toEqual([]);
  });

  it.each<[name: string, value: unknown, json: string]>([
    ['null', null, 'null'],
    ['undefined in an object', { a: undefined, b: 1 }, '{"b":1}'],
    ['a Date', new Date(0), '"1970-01-01T00:00:00.000Z"'],
    ['a URL', new URL('https://example.com/'), '"https://example.com/"'],
    ['a pair of surrogates', '💡', '"💡"'],
    ['a lone surrogate, which JSON escapes', { 'a\ud800': '\udc00' }, '{"a\\ud800":"\\udc00"}'],
    ['control characters', '\u0000\u001b', '"\\u0000\\u001b"'],
    [
      'an instance of a class',
      new (class {
        a = 1;
      })(),
      '{"a":1}',
    ],
    ['an object without a prototype', Object.assign(Object.create(null), { a: 1 }), '{"a":1}'],
    [
      'one object twice',
      [circular.title, ...Array(2).fill(credentials)],
      `["t",${Array(2).fill(JSON.stringify(credentials))}]`,
    ],
    ['an own property `__proto__`', JSON.parse('{"__proto__":{"a":1}}'), '{"__proto__":{"a":1}}'],
    ['lists within lists', nested(50), `${'['.repeat(50)}1${']'.repeat(50)}`],
  ])('a body with %s is sent as JSON has it', async (_, value, json) => {
    const { create, arrivals } = await createClient();
    await create(value);
    expect(arrivals[0]?.body).toBe(`{"notification":{"title":"t","recipients":[{"external_id":${json}}]}}`);
  });
});

describe.each(transports)('a stream as a body over $name', (transport: Transport) => {
  it.each([201, 429, 503])('a stream by client.api is sent once, also before a response of %d', async (status) => {
    const { clock, server, options } = await startNetwork(transport);
    server.on('/imports', respond(status, {}));
    const { api } = createMagicBell({ ...credentials, ...options });
    const body = new Blob(['{"a":1}']).stream();
    const init = { body, bodySerializer: (given: unknown) => given, headers: { 'Content-Type': 'application/json' } };
    const { response } = await clock.run(api.POST('/imports', init as never));
    expect(response.status).toBe(status);
    expect(server.arrivals.map((arrival) => arrival.body)).toEqual(['{"a":1}']);
  });
});

function untyped(client: object): Untyped {
  return client as Untyped;
}

/** An idempotency key protects a create, or is refused before a request is sent. */
import { createMagicBell } from '@plumbline/magicbell';
import { type CallOptions, type ClientOptions, isPlumblineError } from '@plumbline/runtime';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { reset, respond } from '../behaviour/steps.ts';
import { createTestClient, startNetwork } from '../behaviour/test-client.ts';
import { subjects, type Transport, transports } from '../behaviour/transports.ts';

const path = '/notifications';
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const notification = { title: 'Task assigned to you', recipients: [{ email: 'mary@example.com' }] };

afterEach(() => {
  vi.unstubAllGlobals();
});

const blank: readonly (readonly [name: string, key: string])[] = [
  ['empty text', ''],
  ['a space', ' '],
  ['many spaces', ' '.repeat(200)],
  ['a tab', '\t'],
  ['a line break', '\r\n'],
  ['a no-break space', '\u00a0'],
];
const noText: readonly (readonly [name: string, key: unknown])[] = [
  ['an em space', '\u2003'],
  ['null', null],
  ['zero', 0],
  ['a number', 42],
  ['NaN', Number.NaN],
  ['a bigint', 42n],
  ['false', false],
  ['true', true],
  ['an object', {}],
  ['a list with a key', ['order-7']],
  ['a function', () => 'order-7'],
  ['a symbol', Symbol('order-7')],
  ['a String object', Object('order-7')],
  ['a Date', new Date(0)],
  ['a promise of a key', Promise.resolve('order-7')],
];

describe.each(transports)('magicbell over $name', (transport: Transport) => {
  const createClient = async (options: ClientOptions = {}) => {
    const network = await startNetwork(transport, options);
    network.server.on(path, reset('before the head'), respond(201, { notification: { id: '1' } }));
    const { notifications } = createMagicBell({ apiKey: 'key', apiSecret: 'secret', ...network.options });
    const create = (call: object = {}) => network.clock.run(notifications.create({ notification }, call));
    const keys = () => network.server.at(path).map(({ headers }) => headers['idempotency-key']);
    return { create, keys };
  };

  it.each([...blank, ...noText])('%s is refused as `idempotencyKey`, and no request is sent', async (_, key) => {
    const { create, keys } = await createClient();
    const error = await create({ idempotencyKey: key }).catch((cause: unknown) => cause);
    expect(isPlumblineError(error)).toBe(true);
    expect(error).toMatchObject({
      name: 'PlumblineError',
      message: '/notifications: `idempotencyKey` must be a non-empty string.',
    });
    expect(keys()).toEqual([]);
  });

  it.each(blank)('%s is refused as the header `Idempotency-Key` of a call', async (_, key) => {
    for (const name of ['Idempotency-Key', 'idempotency-key', 'IDEMPOTENCY-KEY']) {
      const { create, keys } = await createClient();
      const problem = '/notifications: `Idempotency-Key` must be a non-empty string.';
      await expect(create({ headers: { [name]: key } })).rejects.toThrow(problem);
      await expect(create({ idempotencyKey: 'order-7', headers: { [name]: key } })).rejects.toThrow(problem);
      expect(keys()).toEqual([]);
    }
  });

  it.each(blank)('%s is refused as the header `Idempotency-Key` of a client', async (_, key) => {
    const { create, keys } = await createClient({ headers: { 'Idempotency-Key': key } });
    await expect(create()).rejects.toThrow('/notifications: `Idempotency-Key` must be a non-empty string.');
    expect(keys()).toEqual([]);
  });

  it.each<[name: string, options: object]>([
    ['no options', {}],
    ['a key of undefined', { idempotencyKey: undefined }],
    ['a header of undefined', { headers: { 'Idempotency-Key': undefined } }],
  ])('a new key is sent with all attempts for %s', async (_, options) => {
    const { create, keys } = await createClient();
    await create(options);
    expect(keys()).toEqual([expect.stringMatching(uuid), keys()[0]]);
  });

  it.each<[name: string, options: object]>([
    ['an option', { idempotencyKey: 'order-7' }],
    ['a header', { headers: { 'Idempotency-Key': 'order-7' } }],
    ['an option with spaces around it', { idempotencyKey: ' order-7 ' }],
  ])('the caller’s key in %s is sent with all attempts', async (_, options) => {
    const { create, keys } = await createClient();
    await create(options);
    expect(keys()).toEqual(['order-7', 'order-7']);
  });

  it.each<[name: string, crypto: object | undefined]>([
    ['crypto.randomUUID', { getRandomValues: crypto.getRandomValues.bind(crypto) }],
    ['crypto.randomUUID and crypto.getRandomValues', {}],
    ['crypto', undefined],
  ])('a platform without %s sends a UUID of version 4', async (_, replacement) => {
    vi.stubGlobal('crypto', replacement);
    const { create, keys } = await createClient();
    await create();
    expect(keys()).toEqual([expect.stringMatching(uuid), keys()[0]]);
  });
});

describe.each(subjects)('$name', (subject) => {
  it.each(['read', 'write'] as const)(
    'an `idempotencyKey` for a %s that honors none is refused, because it would look like protection',
    async (name) => {
      const client = await createTestClient(subject);
      const options = { idempotencyKey: 'order-7' } as CallOptions;
      const error = await client.failure(client[name](options));
      expect(error).toMatchObject({
        name: 'PlumblineError',
        message: expect.stringContaining('`idempotencyKey` has no'),
      });
      expect([client.reads, client.writes, client.tokens]).toEqual([0, 0, 0]);
      const withoutKey = { idempotencyKey: undefined } as CallOptions;
      await client.clock.run(Promise.resolve(client[name](withoutKey)));
    },
  );
});

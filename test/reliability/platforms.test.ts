/** A client needs none of the newer APIs, which Safari 16, React Native and older Nodes do not have. */
import { createMagicBell } from '@plumbline/magicbell';
import type { ClientOptions } from '@plumbline/runtime';
import { afterEach, describe, expect, it } from 'vitest';
import { reset, respond, stall } from '../behaviour/steps.ts';
import { startNetwork } from '../behaviour/test-client.ts';
import { type Transport, transports } from '../behaviour/transports.ts';

/** The newer APIs that Node's own `fetch` does not need either: where each is, and its name. */
const newer: readonly (readonly [where: string, owner: object, names: readonly PropertyKey[]])[] = [
  ['URL', URL, ['canParse', 'parse']],
  ['Object', Object, ['hasOwn', 'groupBy']],
  ['crypto', Object.getPrototypeOf(crypto), ['randomUUID', 'getRandomValues']],
  ['AbortSignal', AbortSignal, ['any', 'timeout']],
  ['AbortSignal.prototype', AbortSignal.prototype, ['throwIfAborted', 'reason']],
  ['Array', Array, ['fromAsync']],
  ['Array.prototype', Array.prototype, ['at', 'findLast', 'toSorted', 'toReversed', 'with']],
  ['String.prototype', String.prototype, ['isWellFormed', 'at', 'replaceAll']],
  ['Promise', Promise, ['withResolvers', 'try', 'any']],
  ['Headers.prototype', Headers.prototype, ['getSetCookie']],
  ['Response', Response, ['json']],
  ['Response.prototype', Response.prototype, ['bytes']],
  ['ReadableStream', ReadableStream, ['from']],
  ['ReadableStream.prototype', ReadableStream.prototype, ['values']],
  ['Set.prototype', Set.prototype, ['union', 'difference', 'isSubsetOf']],
  ['Error', Error, ['captureStackTrace', 'isError']],
  ['globalThis', globalThis, ['structuredClone', 'CompressionStream', 'navigator', 'crypto']],
];
const single = newer.flatMap(([where, owner, names]) =>
  names.map((name) => [`${where}.${String(name)}`, [[owner, name]] as const] as const),
);
const cases = [...single, ['all newer APIs', single.flatMap(([, [one]]) => [one])] as const];

const restorers: (() => void)[] = [];

/** Removes APIs until the test ends. Defines them as undefined, because Node makes some of its globals on demand. */
function remove(apis: readonly (readonly [owner: object, name: PropertyKey])[]): void {
  for (const [owner, name] of apis) {
    const original = Object.getOwnPropertyDescriptor(owner, name);
    if (!original) continue;
    // The test runner needs some of them in its timers.
    const isForRunner = () => /node_modules\/vitest/.test(new Error().stack?.split('\n')[3] ?? '');
    const get = () => (isForRunner() ? original.value : undefined);
    Object.defineProperty(owner, name, { get, configurable: true });
    restorers.push(() => Object.defineProperty(owner, name, original));
  }
}

function restore(): void {
  for (const one of restorers.splice(0)) one();
}

afterEach(restore);

describe.each(transports)('magicbell over $name', (transport: Transport) => {
  const create = (options: ClientOptions) => createMagicBell({ apiKey: 'key', apiSecret: 'secret', ...options });

  describe.each(cases)('%s', (name, apis) => {
    it(`a platform without ${name} sends reads, keyed creates and lists, and retries`, async () => {
      const { server, clock, options } = await startNetwork(transport);
      server.on('/users/1', respond(503, {}), reset('in the body'), respond(200, { user: { id: '1' } }));
      server.on('/notifications', reset('before the head'), respond(201, { notification: { id: '1' } }));
      server.on(
        '/users',
        respond(200, { users: [{ id: '1' }], current_page: 1, total_pages: 1 }),
        respond(200, { users: [] }),
      );
      remove(apis);
      const { users, notifications } = create(options);
      const user = await clock.run(users.get({ user_id: '1' }, { signal: new AbortController().signal }));
      const notification = { title: 't', recipients: [{ email: 'mary@example.com' }] };
      const created = await clock.run(notifications.create({ notification }));
      const list = await clock.run(users.list().toArray({ limit: 5 }));
      restore();
      expect([user, created, list]).toEqual([{ user: { id: '1' } }, { notification: { id: '1' } }, [{ id: '1' }]]);
      const keys = server.at('/notifications').map(({ headers }) => headers['idempotency-key']);
      expect(keys).toEqual([
        expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f-]{16}$/),
        keys[0],
      ]);
    });

    it(`a platform without ${name} throws the errors of a status, a timeout, an abort and a bad option`, async () => {
      const { server, clock, options } = await startNetwork(transport, { retry: false });
      server.on('/users/1', respond(404, {}), stall);
      remove(apis);
      const { users } = create(options);
      const failure = (call: PromiseLike<unknown>) =>
        clock.run(
          call.then(
            () => 'none',
            (cause: unknown) => cause,
          ),
        );
      const controller = new AbortController();
      const aborted = { signal: controller.signal };
      const errors = [
        await failure(users.get({ user_id: '1' })),
        await failure(users.get({ user_id: '1' }, { timeout: 10 })),
        await failure(users.get({ user_id: '1' }, { signal: {} as AbortSignal })),
      ];
      const pending = failure(users.get({ user_id: '1' }, aborted));
      controller.abort();
      errors.push(await pending);
      restore();
      const names = errors.map((error) => (error as Error | undefined)?.name);
      expect(names).toEqual(['ApiError', 'TimeoutError', 'PlumblineError', 'AbortError']);
    });
  });

  it('an AbortController that knows no reason ends a timeout with a TimeoutError', async () => {
    const { server, clock, options } = await startNetwork(transport, { retry: false });
    server.on('/users', stall);
    const original = globalThis.AbortController;
    restorers.push(() => {
      globalThis.AbortController = original;
    });
    globalThis.AbortController = class extends original {
      override abort(): void {
        super.abort();
      }
    };
    const call = clock.run(create(options).users.list({}, { timeout: 100 }));
    await expect(call).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});

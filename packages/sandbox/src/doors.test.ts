/** A vendor's client sees every fault, by `fetch` and over a connection alike. */
import { setImmediate as turn } from 'node:timers/promises';
import { createMagicBell, isApiError } from '@plumbline/magicbell';
import { createMagnetiq } from '@plumbline/magnetiq';
import { ManualClock } from '@plumbline/runtime/testing';
import magicbellData from '@plumbline/spec-magicbell/sandbox';
import magnetiqData from '@plumbline/spec-magnetiq/sandbox';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createSandbox } from './create-sandbox.ts';
import type { Fault, Sandbox, SandboxOptions } from './sandbox.ts';
import { SandboxError } from './sandbox-error.ts';
import { serveSandbox } from './server.ts';

type Door = (vendor: Sandbox) => Promise<{ readonly fetch?: Sandbox['fetch']; readonly baseUrl?: string }>;

const doors: readonly (readonly [name: string, door: Door])[] = [
  ['fetch', async ({ fetch }) => ({ fetch })],
  [
    'a server',
    async (vendor) => {
      const { url, close } = await serveSandbox(vendor);
      onTestFinished(close);
      return { baseUrl: url };
    },
  ],
];

const user = { user: { email: 'mary@example.com' } };
const notification = { notification: { title: 'Task assigned', recipients: [{ email: 'mary@example.com' }] } };
const caught = (call: PromiseLike<unknown>) =>
  Promise.resolve(call).then(
    (value) => expect.unreachable(`the call resolved with ${JSON.stringify(value)}`),
    (error: Error) => error,
  );

/** Lets the event loop run until a condition holds. */
async function eventually(condition: () => boolean): Promise<void> {
  while (!condition()) await turn();
}

describe.each(doors)('by %s', (name, door) => {
  const retry = { baseDelay: 0 };
  async function start(options: SandboxOptions = {}) {
    const vendor = createSandbox(magicbellData, options);
    const magicbell = createMagicBell({ ...vendor.credentials, ...(await door(vendor)), retry });
    return { vendor, magicbell };
  }

  it(`by ${name}, what is created is there afterwards`, async () => {
    const { vendor, magicbell } = await start();
    const { user: created } = await magicbell.users.create(user);
    const { user: found } = await magicbell.users.get({ user_id: `${created?.id}` });
    expect(found).toMatchObject(user.user);
    expect(vendor.requests.map(({ operation, status }) => [operation, status])).toEqual([
      ['users/create', 201],
      ['users/get', 200],
    ]);
  });

  it.each<[fault: Fault, error: string, carriedOut: boolean]>([
    ['no-connection', 'ConnectionError', false],
    ['response-lost', 'ConnectionError', true],
    ['cut-off', 'ConnectionError', true],
    [{ status: 503 }, 'ApiError', false],
  ])(`by ${name}, the fault %j of a create without a key throws %s, and is carried out: %s`, async (...row) => {
    const [fault, expected, carriedOut] = row;
    const { vendor, magicbell } = await start();
    vendor.fail('users/create', { with: fault });
    expect((await caught(magicbell.users.create(user, { retry: false }))).name).toBe(expected);
    expect(vendor.resources.user.all()).toHaveLength(carriedOut ? 1 : 0);
    await magicbell.users.create(user);
    expect(vendor.resources.user.all()).toHaveLength(1);
  });

  it.each<Fault>(['no-connection', 'response-lost', 'cut-off', { status: 503 }])(
    `by ${name}, a create with a key is retried after the fault %j, and makes one item`,
    async (fault) => {
      const { vendor, magicbell } = await start();
      vendor.fail('notifications/create', { with: fault });
      const { notification: created } = await magicbell.notifications.create(notification);
      const keys = new Set(vendor.requests.map(({ headers }) => headers['idempotency-key']));
      expect([vendor.requests.length, keys.size]).toEqual([2, 1]);
      expect(vendor.resources.notification.all()).toHaveLength(1);
      expect(created?.id).toBeDefined();
    },
  );

  it(`by ${name}, a list is retried after each fault that can pass`, async () => {
    const { vendor, magicbell } = await start({ examples: true });
    vendor.fail('users/list', { with: 'no-connection' });
    vendor.fail('users/list', { with: { status: 429, headers: { 'retry-after': '0' } } });
    expect(await magicbell.users.list().toArray({ limit: 10 })).not.toEqual([]);
    vendor.fail('users/list', { with: 'response-lost' });
    vendor.fail('users/list', { with: 'cut-off' });
    expect(await magicbell.users.list().toArray({ limit: 10 })).not.toEqual([]);
    expect(vendor.requests).toHaveLength(6);
  });

  it(`by ${name}, a stalled response ends when the call is aborted, with the reason of its signal`, async () => {
    const { vendor, magicbell } = await start();
    vendor.fail('users/create', { with: 'stalled' });
    const controller = new AbortController();
    const error = caught(magicbell.users.create(user, { signal: controller.signal }));
    await eventually(() => vendor.resources.user.all().length === 1);
    const reason = new Error('No longer wanted.');
    controller.abort(reason);
    expect(await error).toBe(reason);
    expect(vendor.requests[0]?.status).toBeUndefined();
  });

  it(`by ${name}, a page of HTML is an error that is not retried`, async () => {
    const { vendor, magicbell } = await start({ examples: true });
    vendor.fail('users/list', { with: 'not-json' });
    expect((await caught(magicbell.users.list())).name).toBe('ApiError');
    expect(vendor.requests).toHaveLength(1);
  });

  it(`by ${name}, a status has the headers and the body of the test`, async () => {
    const { vendor, magicbell } = await start();
    const body = { errors: [{ message: 'Closed on Sundays.' }] };
    vendor.fail('users/list', { with: { status: 503, headers: { 'x-request-id': 'r7' }, body } });
    const outcome = await magicbell.users.list({}, { retry: false }).result();
    expect([outcome.status, outcome.error, outcome.response.headers.get('x-request-id')]).toEqual([503, body, 'r7']);
  });

  it(`by ${name}, a status has the body that the document has for it`, async () => {
    const { vendor, magicbell } = await start();
    vendor.fail('users/list', { with: { status: 429 } });
    const error = await caught(magicbell.users.list({}, { retry: false }));
    expect(isApiError(error, 429) && error.body?.errors?.[0]?.message).toBeTruthy();
  });

  it(`by ${name}, a slow response arrives when the clock of the sandbox has moved`, async () => {
    const clock = new ManualClock();
    const { vendor, magicbell } = await start({ clock, examples: true });
    vendor.fail('users/list', { with: { slow: 5000 } });
    let arrived = false;
    const call = magicbell.users.list().then(() => {
      arrived = true;
    });
    await eventually(() => clock.pending === 1);
    await vendor.advance(4999);
    expect([arrived, vendor.requests[0]?.status]).toEqual([false, undefined]);
    await vendor.advance(1);
    await call;
    expect(clock.pending).toBe(0);
  });

  it(`by ${name}, an abort of a slow response leaves no timer`, async () => {
    const clock = new ManualClock();
    const { vendor, magicbell } = await start({ clock });
    vendor.fail('users/list', { with: { slow: 5000 } });
    const controller = new AbortController();
    const error = caught(magicbell.users.list({}, { signal: controller.signal }));
    await eventually(() => clock.pending === 1);
    const reason = new Error('No longer wanted.');
    controller.abort(reason);
    expect(await error).toBe(reason);
    await eventually(() => clock.pending === 0);
  });

  it(`by ${name}, a client fetches a new token after its token was revoked`, async () => {
    const vendor = createSandbox(magnetiqData, { examples: true });
    const magnetiq = createMagnetiq({ ...vendor.credentials, ...(await door(vendor)) });
    await magnetiq.consumers.list();
    vendor.fail('consumers/list', { with: 'token-revoked' });
    await magnetiq.consumers.list();
    expect(vendor.requests.map(({ operation, status }) => `${operation} ${status}`)).toEqual([
      'auth/createToken 200',
      'consumers/list 200',
      'consumers/list 401',
      'auth/createToken 200',
      'consumers/list 200',
    ]);
  });
});

it('a token is revoked by the first request that has one, not by the request for it', async () => {
  const vendor = createSandbox(magnetiqData);
  const magnetiq = createMagnetiq({ ...vendor.credentials, fetch: vendor.fetch });
  vendor.fail('*', { with: 'token-revoked' });
  await magnetiq.consumers.list();
  expect(vendor.requests.map(({ status }) => status)).toEqual([200, 401, 200, 200]);
});

it('a client throws a SandboxError unchanged, and does not retry', async () => {
  const vendor = createSandbox(magicbellData, { strict: 'documented' });
  const magicbell = createMagicBell({ ...vendor.credentials, fetch: vendor.fetch });
  const error = await caught(magicbell.metrics.get());
  expect(error).toBeInstanceOf(SandboxError);
  expect(error.message).toMatch(/metrics\/get leans on what is (inferred|unknown), not documented/);
  expect(vendor.requests).toHaveLength(1);
});

it('a client throws the SandboxError of an unknown path, with the nearest operation', async () => {
  const vendor = createSandbox(magicbellData);
  const magicbell = createMagicBell({ ...vendor.credentials, fetch: vendor.fetch });
  const error = await caught(magicbell.api.GET('/userz' as '/users'));
  expect(error).toBeInstanceOf(SandboxError);
  expect(error.message).toBe(
    'The document has no operation GET /userz. Did you mean "GET /users" or "POST /users" or "GET /metrics"?',
  );
});

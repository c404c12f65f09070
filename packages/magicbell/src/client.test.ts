import { inspect } from 'node:util';
import { ManualClock, recordingFetch } from '@plumbline/runtime/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type ClientEvent,
  createMagicBell,
  createMagicBellUser,
  type MagicBellOptions,
  type MagicBellUserOptions,
  PlumblineError,
} from './index.ts';

const project = { apiKey: 'k3y', apiSecret: 's3cret' };

const respond = () => recordingFetch(Response.json({}));

beforeEach(() => {
  // The variables of the machine must have no effect.
  for (const name of ['MAGICBELL_API_KEY', 'MAGICBELL_API_SECRET']) vi.stubEnv(name, '');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

it('createMagicBell sends key and secret, and an idempotency key to an operation that honors one', async () => {
  const fetch = respond();
  const magicbell = createMagicBell({ ...project, fetch });
  await magicbell.notifications.create(
    { notification: { title: 'Task assigned to you', recipients: [{ email: 'mary@example.com' }] } },
    { idempotencyKey: 'once' },
  );
  expect(fetch.requests[0]).toMatchObject({
    url: 'https://api.magicbell.com/notifications',
    headers: { 'x-magicbell-api-key': 'k3y', 'x-magicbell-api-secret': 's3cret', 'idempotency-key': 'once' },
    body: '{"notification":{"title":"Task assigned to you","recipients":[{"email":"mary@example.com"}]}}',
  });
});

it('a path parameter of createMagicBell keeps `email:` unencoded, and is one segment', async () => {
  const fetch = respond();
  const magicbell = createMagicBell({ ...project, fetch });
  await magicbell.users.get({ user_id: 'email:mary+a/b?@example.com' });
  expect(fetch.requests[0]?.url).toBe('https://api.magicbell.com/users/email:mary%2Ba%2Fb%3F@example.com');
  await expect(magicbell.users.get({ user_id: '..' })).rejects.toBeInstanceOf(PlumblineError);
  expect(fetch.requests).toHaveLength(1);
});

/** Options of a client with a manual clock, and the delays of its rate limits. */
function limited() {
  const delays: number[] = [];
  const observe = (event: ClientEvent) => void (event.type === 'limit' && delays.push(event.delay));
  return { options: { clock: new ManualClock(), fetch: respond(), observe }, delays };
}

describe('the option `rateLimit`', () => {
  it('rateLimit: true makes reads and writes wait for their own limits, not for each other', async () => {
    const { options, delays } = limited();
    const { clock } = options;
    const magicbell = createMagicBell({ ...project, ...options, rateLimit: true });
    const list = () => clock.run(magicbell.users.list());
    const remove = () => clock.run(magicbell.users.delete({ user_id: 'u' }));
    for (let calls = 0; calls < 100; calls++) await list();
    for (let calls = 0; calls < 60; calls++) await remove();
    expect(delays).toEqual([]);
    await remove();
    expect(delays).toEqual([60_000]);
    await list();
    expect(delays).toEqual([60_000]);
    const user = createMagicBellUser({ apiKey: 'k3y', userEmail: 'mary@example.com', ...options, rateLimit: true });
    for (let calls = 0; calls < 101; calls++) await clock.run(user.notifications.list());
    expect(delays).toEqual([60_000, 60_000]);
    expect(clock.now()).toBe(120_000);
  });

  it.each([[false], [undefined]])('rateLimit has no effect if it is %s', async (rateLimit) => {
    const { options } = limited();
    const magicbell = createMagicBell({ ...project, ...options, rateLimit });
    for (let calls = 0; calls < 200; calls++) await options.clock.run(magicbell.users.list());
    expect(options.clock.now()).toBe(0);
  });

  it('rateLimit may be the caller’s own limiter', async () => {
    const methods: string[] = [];
    const rateLimit = { acquire: async (method: string) => void methods.push(method), pause: () => {} };
    const fetch = respond();
    await createMagicBell({ ...project, rateLimit, fetch }).users.list();
    await createMagicBellUser({ apiKey: 'k3y', userEmail: 'mary@example.com', rateLimit, fetch }).notifications.list();
    expect(methods).toEqual(['GET', 'GET']);
  });
});

describe('createMagicBellUser', () => {
  it.each([
    [{ userEmail: 'Mary@example.com' }, { 'x-magicbell-user-email': 'Mary@example.com' }],
    [{ userExternalId: 'u 1' }, { 'x-magicbell-user-external-id': 'u 1' }],
    [
      { userEmail: 'mary@example.com', userHmac: 'hm4c=' },
      { 'x-magicbell-user-email': 'mary@example.com', 'x-magicbell-user-hmac': 'hm4c=' },
    ],
  ])('createMagicBellUser sends %j', async (identity, headers) => {
    const fetch = respond();
    await createMagicBellUser({ apiKey: 'k3y', ...identity, fetch } as MagicBellUserOptions).notifications.list();
    const given = Object.entries(fetch.requests[0]?.headers ?? {}).filter(([name]) => name.startsWith('x-magicbell'));
    expect(Object.fromEntries(given)).toEqual({ 'x-magicbell-api-key': 'k3y', ...headers });
  });

  it('createMagicBellUser makes a client that reads all notifications page by page', async () => {
    const fetch = recordingFetch(({ url }) => {
      const page = Number(new URL(url).searchParams.get('page') ?? 1);
      return Response.json({ notifications: page < 3 ? [{ id: `${page}a` }, { id: `${page}b` }] : [], per_page: 2 });
    });
    const magicbell = createMagicBellUser({ apiKey: 'k3y', userEmail: 'mary@example.com', fetch });
    expect(await magicbell.notifications.list({ read: false }).toArray({ limit: 100 })).toHaveLength(4);
    expect(fetch.requests.map(({ url }) => new URL(url).search)).toEqual([
      '?read=false',
      '?read=false&page=2',
      '?read=false&page=3',
    ]);
  });
});

describe('the environment', () => {
  it('the environment provides key and secret if the options do not', async () => {
    vi.stubEnv('MAGICBELL_API_KEY', 'env-k3y');
    vi.stubEnv('MAGICBELL_API_SECRET', 'env-s3cret');
    const fetch = respond();
    await createMagicBell({ fetch }).users.list();
    await createMagicBell({ apiKey: 'k3y', apiSecret: undefined, fetch }).users.list();
    expect(fetch.requests).toMatchObject([
      { headers: { 'x-magicbell-api-key': 'env-k3y', 'x-magicbell-api-secret': 'env-s3cret' } },
      { headers: { 'x-magicbell-api-key': 'k3y', 'x-magicbell-api-secret': 'env-s3cret' } },
    ]);
    expect(() => createMagicBell()).not.toThrow();
  });

  it('the environment provides the key of a user’s client, and never the secret', async () => {
    vi.stubEnv('MAGICBELL_API_KEY', 'env-k3y');
    vi.stubEnv('MAGICBELL_API_SECRET', 'env-s3cret');
    const fetch = respond();
    await createMagicBellUser({ userEmail: 'mary@example.com', fetch }).notifications.list();
    const { headers } = fetch.requests[0] ?? {};
    expect(headers).toMatchObject({ 'x-magicbell-api-key': 'env-k3y', 'x-magicbell-user-email': 'mary@example.com' });
    expect(JSON.stringify(headers)).not.toContain('env-s3cret');
  });

  it('the environment is validated like an option', () => {
    vi.stubEnv('MAGICBELL_API_KEY', 's3cret\n');
    expect(() => createMagicBell()).toThrow('createMagicBell: `apiKey` has a character that cannot be sent');
  });
});

describe('createMagicBell with invalid options', () => {
  it.each([
    [null, 'createMagicBell: pass an object of options.'],
    [undefined, 'createMagicBell: `apiKey` is missing. Pass it, or set MAGICBELL_API_KEY.'],
    [{ apiSecret: 's3cret' }, 'createMagicBell: `apiKey` is missing. Pass it, or set MAGICBELL_API_KEY.'],
    [{ apiKey: 's3cret' }, 'createMagicBell: `apiSecret` is missing. Pass it, or set MAGICBELL_API_SECRET.'],
    [{ ...project, apiKey: null }, 'createMagicBell: `apiKey` must be a string.'],
    [{ ...project, apiSecret: 's3cret\n' }, 'createMagicBell: `apiSecret` has a character'],
    [{ ...project, userEmail: 's3cret' }, 'createMagicBell: unknown option `userEmail`.'],
    [{ ...project, rateLimit: 's3cret' }, 'createMagicBell: `rateLimit` must be true, or a limiter.'],
    [{ ...project, rateLimit: null }, 'createMagicBell: `rateLimit` must be true, or a limiter.'],
    [{ ...project, retry: { attempts: 0 } }, 'createMagicBell: `retry`: `attempts` must be a positive number.'],
    [{ ...project, baseUrl: 'https://api.magicbell.com/?s3cret' }, 'createMagicBell: `baseUrl` must not have a query'],
  ])('createMagicBell refuses %j', (options, message) => {
    const make = () => createMagicBell(options as MagicBellOptions);
    expect(make).toThrow(PlumblineError);
    expect(make).toThrow(message);
    expect(make).toThrow(
      expect.toSatisfy((error: unknown) => !inspect(error, { showHidden: true }).includes('s3cret')),
    );
  });
});

describe('createMagicBellUser with invalid options', () => {
  const which = 'createMagicBellUser: pass `apiKey` and `userEmail`, or `apiKey` and `userExternalId`';
  it.each([
    [undefined, `${which}.`],
    [{ apiKey: 'k3y' }, `${which}.`],
    [{ apiKey: 'k3y', userHmac: 's3cret' }, `${which}.`],
    [{ apiKey: 'k3y', userEmail: 'a@example.com', userExternalId: 'u' }, `${which}, not both.`],
    [{ userEmail: 'a@example.com' }, 'createMagicBellUser: `apiKey` is missing. Pass it, or set MAGICBELL_API_KEY.'],
    [{ apiKey: 'k3y', userEmail: '' }, 'createMagicBellUser: `userEmail` is empty.'],
    [{ apiKey: 'k3y', userEmail: null }, 'createMagicBellUser: `userEmail` must be a string.'],
    [{ apiKey: 'k3y', userExternalId: 5 }, 'createMagicBellUser: `userExternalId` must be a string.'],
    [{ apiKey: 'k3y', userExternalId: 'u', userHmac: '' }, 'createMagicBellUser: `userHmac` is empty.'],
    [{ ...project, userEmail: 'a@example.com' }, 'createMagicBellUser: unknown option `apiSecret`.'],
  ])('createMagicBellUser refuses %j', (options, message) => {
    const make = () => createMagicBellUser(options as MagicBellUserOptions);
    expect(make).toThrow(PlumblineError);
    expect(make).toThrow(message);
    expect(make).toThrow(
      expect.toSatisfy((error: unknown) => !inspect(error, { showHidden: true }).includes('s3cret')),
    );
  });
});

it('a client of MagicBell shows no credentials', async () => {
  const fetch = respond();
  const magicbell = createMagicBell({ ...project, fetch });
  const user = createMagicBellUser({ apiKey: 'k3y', userExternalId: 'us3r', userHmac: 'hm4c=', fetch });
  await magicbell.users.list();
  await user.notifications.list();
  for (const client of [magicbell, user]) {
    expect(inspect(client, { depth: Number.POSITIVE_INFINITY, showHidden: true })).not.toMatch(/k3y|s3cret|us3r|hm4c/);
  }
});

import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import {
  type Clock,
  createMagicBell,
  createMagicBellUser,
  type MagicBellOptions,
  type MagicBellUserOptions,
  PlumblineError,
} from './index.ts';

const project = { apiKey: 'k3y', apiSecret: 's3cret' };

/** A `fetch` that answers with what it is given, and what it was called with. */
function recorder(answer: (url: URL) => unknown = () => ({})) {
  const sent: { url: string; headers: Record<string, string>; body: unknown }[] = [];
  const fetch = async (url: string, init: RequestInit) => {
    sent.push({ url, headers: Object.fromEntries(new Headers(init.headers)), body: init.body });
    return Response.json(answer(new URL(url)));
  };
  return { fetch, sent };
}

it('sends key and secret for a project, and an idempotency key where one is honoured', async () => {
  const { fetch, sent } = recorder();
  const magicbell = createMagicBell({ ...project, fetch });
  await magicbell.notifications.create(
    { notification: { title: 'Task assigned to you', recipients: [{ email: 'mary@example.com' }] } },
    { idempotencyKey: 'once' },
  );
  expect(sent[0]).toMatchObject({
    url: 'https://api.magicbell.com/notifications',
    headers: { 'x-magicbell-api-key': 'k3y', 'x-magicbell-api-secret': 's3cret', 'idempotency-key': 'once' },
    body: '{"notification":{"title":"Task assigned to you","recipients":[{"email":"mary@example.com"}]}}',
  });
});

it('leaves `email:` in a path as MagicBell reads it, and keeps the rest one segment', async () => {
  const { fetch, sent } = recorder();
  const magicbell = createMagicBell({ ...project, fetch });
  await magicbell.users.get({ user_id: 'email:mary+a/b?@example.com' });
  expect(sent[0]?.url).toBe('https://api.magicbell.com/users/email:mary%2Ba%2Fb%3F@example.com');
  await expect(magicbell.users.get({ user_id: '..' })).rejects.toBeInstanceOf(PlumblineError);
  expect(sent).toHaveLength(1);
});

/** A clock on which every wait is over at once, and written down. */
function hastyClock() {
  const waits: number[] = [];
  let time = 0;
  const clock: Clock = {
    now: () => time,
    date: () => time,
    random: () => 0,
    after(milliseconds, callback) {
      // A limit on the time of an attempt is no wait.
      if (milliseconds === Number.POSITIVE_INFINITY) return () => {};
      waits.push(milliseconds);
      queueMicrotask(() => {
        time += milliseconds;
        callback();
      });
      return () => {};
    },
  };
  return { clock, waits };
}

describe('`rateLimit: true`', () => {
  it('holds the limits of reads and of writes, which do not wait for each other', async () => {
    const { clock, waits } = hastyClock();
    const { fetch } = recorder();
    const options = { clock, fetch, rateLimit: true, timeout: Number.POSITIVE_INFINITY };
    const magicbell = createMagicBell({ ...project, ...options });
    const remove = () => magicbell.users.delete({ user_id: 'u' });
    for (let calls = 0; calls < 100; calls++) await magicbell.users.list();
    for (let calls = 0; calls < 60; calls++) await remove();
    expect(waits).toEqual([]);
    await remove();
    expect(waits).toEqual([60_000]);
    await magicbell.users.list();
    expect(waits).toEqual([60_000]);
    const user = createMagicBellUser({ apiKey: 'k3y', userEmail: 'mary@example.com', ...options });
    for (let calls = 0; calls < 101; calls++) await user.notifications.list();
    expect(waits).toEqual([60_000, 60_000]);
  });

  it.each([[false], [undefined]])('is none where it is %s', async (rateLimit) => {
    const { clock, waits } = hastyClock();
    const { fetch } = recorder();
    const magicbell = createMagicBell({
      ...project,
      ...(rateLimit !== undefined && { rateLimit }),
      clock,
      fetch,
      timeout: Number.POSITIVE_INFINITY,
    });
    for (let calls = 0; calls < 200; calls++) await magicbell.users.list();
    expect(waits).toEqual([]);
  });

  it('may be a limiter of the caller', async () => {
    const asked: string[] = [];
    const rateLimit = { acquire: async (method: string) => void asked.push(method), block: () => {} };
    const { fetch } = recorder();
    await createMagicBell({ ...project, rateLimit, fetch }).users.list();
    await createMagicBellUser({ apiKey: 'k3y', userEmail: 'mary@example.com', rateLimit, fetch }).notifications.list();
    expect(asked).toEqual(['GET', 'GET']);
  });
});

describe('for a user', () => {
  it.each([
    [{ userEmail: 'Mary@example.com' }, { 'x-magicbell-user-email': 'Mary@example.com' }],
    [{ userExternalId: 'u 1' }, { 'x-magicbell-user-external-id': 'u 1' }],
    [
      { userEmail: 'mary@example.com', userHmac: 'hm4c=' },
      { 'x-magicbell-user-email': 'mary@example.com', 'x-magicbell-user-hmac': 'hm4c=' },
    ],
  ])('sends %j', async (identity, headers) => {
    const { fetch, sent } = recorder();
    await createMagicBellUser({ apiKey: 'k3y', ...identity, fetch } as MagicBellUserOptions).notifications.list();
    const given = Object.entries(sent[0]?.headers ?? {}).filter(([name]) => name.startsWith('x-magicbell'));
    expect(Object.fromEntries(given)).toEqual({ 'x-magicbell-api-key': 'k3y', ...headers });
  });

  it('reads all notifications, page by page', async () => {
    const { fetch, sent } = recorder((url) => {
      const page = Number(url.searchParams.get('page') ?? 1);
      return { notifications: page < 3 ? [{ id: `${page}a` }, { id: `${page}b` }] : [], per_page: 2 };
    });
    const magicbell = createMagicBellUser({ apiKey: 'k3y', userEmail: 'mary@example.com', fetch });
    expect(await magicbell.notifications.list({ read: false }).toArray({ limit: 100 })).toHaveLength(4);
    expect(sent.map(({ url }) => new URL(url).search)).toEqual([
      '?read=false',
      '?read=false&page=2',
      '?read=false&page=3',
    ]);
  });
});

describe('createMagicBell refuses', () => {
  it.each([
    [undefined, 'createMagicBell: pass an object of options.'],
    [{ apiSecret: 's3cret' }, 'createMagicBell: `apiKey` is missing.'],
    [{ apiKey: 's3cret' }, 'createMagicBell: `apiSecret` is missing.'],
    [{ ...project, apiSecret: 's3cret\n' }, 'createMagicBell: `apiSecret` holds a character'],
    [{ ...project, userEmail: 's3cret' }, 'createMagicBell: there is no option `userEmail`.'],
    [{ ...project, rateLimit: 's3cret' }, 'createMagicBell: `rateLimit` must be true, or a limiter.'],
    [{ ...project, retry: { attempts: 0 } }, 'createMagicBell: `attempts` must be a number above 0.'],
    [{ ...project, baseUrl: 'https://api.magicbell.com/?s3cret' }, 'createMagicBell: `baseUrl` must not have a query'],
  ])('%j', (options, message) => {
    const make = () => createMagicBell(options as MagicBellOptions);
    expect(make).toThrow(PlumblineError);
    expect(make).toThrow(message);
    expect(make).toThrow(
      expect.toSatisfy((error: unknown) => !inspect(error, { showHidden: true }).includes('s3cret')),
    );
  });
});

describe('createMagicBellUser refuses', () => {
  const which = 'createMagicBellUser: pass `userEmail` or `userExternalId`, one of the two.';
  it.each([
    [{ apiKey: 'k3y' }, which],
    [{ apiKey: 'k3y', userEmail: 'a@example.com', userExternalId: 'u' }, which],
    [{ apiKey: 'k3y', userEmail: '' }, 'createMagicBellUser: `userEmail` is empty.'],
    [{ apiKey: 'k3y', userEmail: null }, 'createMagicBellUser: `userEmail` must be a string.'],
    [{ apiKey: 'k3y', userExternalId: 5 }, 'createMagicBellUser: `userExternalId` must be a string.'],
    [{ apiKey: 'k3y', userExternalId: 'u', userHmac: '' }, 'createMagicBellUser: `userHmac` is empty.'],
    [{ ...project, userEmail: 'a@example.com' }, 'createMagicBellUser: there is no option `apiSecret`.'],
  ])('%j', (options, message) => {
    const make = () => createMagicBellUser(options as MagicBellUserOptions);
    expect(make).toThrow(PlumblineError);
    expect(make).toThrow(message);
    expect(make).toThrow(
      expect.toSatisfy((error: unknown) => !inspect(error, { showHidden: true }).includes('s3cret')),
    );
  });
});

it('shows no credentials', async () => {
  const { fetch } = recorder();
  const magicbell = createMagicBell({ ...project, fetch });
  const user = createMagicBellUser({ apiKey: 'k3y', userExternalId: 'us3r', userHmac: 'hm4c=', fetch });
  await magicbell.users.list();
  await user.notifications.list();
  for (const client of [magicbell, user]) {
    expect(inspect(client, { depth: Number.POSITIVE_INFINITY, showHidden: true })).not.toMatch(/k3y|s3cret|us3r|hm4c/);
  }
});

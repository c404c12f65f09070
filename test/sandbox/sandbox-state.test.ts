/** What a sandbox keeps, and for how long: items, keys, limits. */
import { createMagicBell } from '@plumbline/magicbell';
import { ManualClock } from '@plumbline/runtime/testing';
import { createSandbox, SandboxError, type SandboxOptions } from '@plumbline/sandbox';
import magicbell from '@plumbline/spec-magicbell/sandbox';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const hour = 3_600_000;
const notification = { title: 'One', recipients: [{ email: 'ada@example.com' }] };

function start(options: SandboxOptions = {}, client: object = {}) {
  const clock = new ManualClock();
  const vendor = createSandbox(magicbell, { clock, ...options });
  const project = createMagicBell({ ...vendor.credentials, fetch: vendor.fetch, clock, ...client });
  return { clock, vendor, project, emails: () => vendor.resources.user.all().map(({ email }) => email) };
}

it('two sandboxes of one document share nothing', async () => {
  const [one, other] = [start(), start()];
  await one.project.users.create({ user: { email: 'ada@example.com' } });
  one.vendor.fail('users/list', { with: { status: 503 }, times: 9 });
  await one.clock.advance(hour);
  expect([one.emails(), other.emails()]).toEqual([['ada@example.com'], []]);
  await other.project.users.list();
  expect([one.vendor.requests.length, other.vendor.requests.length]).toEqual([1, 1]);
  expect(other.clock.now()).toBe(0);
});

it('a sandbox does not change its document, nor does a change of the document change the sandbox', async () => {
  const document = structuredClone(magicbell);
  const before = JSON.stringify(document);
  const vendor = createSandbox(document);
  const project = createMagicBell({ ...vendor.credentials, fetch: vendor.fetch });
  await project.notifications.create({ notification });
  expect(JSON.stringify(document)).toBe(before);
  Object.assign(document, { paths: {} });
  expect(await project.users.list().toArray({ limit: 10 })).toHaveLength(1);
});

it('a sandbox hands out copies of its items', async () => {
  const { vendor, emails } = start();
  const user = { email: 'ada@example.com', custom_attributes: { plan: 'pro' } };
  const [added] = vendor.resources.user.add(user);
  Object.assign(user, { email: 'other' });
  Object.assign(added?.custom_attributes as object, { plan: 'other' });
  Object.assign(vendor.resources.user.all()[0] ?? {}, { email: 'other' });
  expect(emails()).toEqual(['ada@example.com']);
  expect(vendor.resources.user.get('email:ada@example.com')).toMatchObject({ custom_attributes: { plan: 'pro' } });
});

it('reset makes a sandbox as it was: items, ids, keys, faults, requests and assumptions', async () => {
  const { vendor, project, emails } = start();
  const create = () => project.notifications.create({ notification }, { idempotencyKey: 'key' });
  const first = await create();
  vendor.fail('users/list', { with: { status: 503 } });
  vendor.reset();
  expect([emails(), vendor.requests, vendor.assumptions()]).toEqual([[], [], []]);
  await project.users.list();
  expect(vendor.requests.map(({ status }) => status)).toEqual([200]);
  expect(await create()).toEqual(first);
  expect(emails()).toEqual(['ada@example.com']);
});

it('reset restores the examples, where a sandbox begins with them', () => {
  const { vendor, emails } = start({ examples: true });
  const before = emails();
  expect(before.length).toBeGreaterThan(0);
  vendor.resources.user.remove('email:richard@example.com');
  expect(emails()).toHaveLength(before.length - 1);
  vendor.reset();
  expect(emails()).toEqual(before);
});

it('more than 10,000 items of a resource are an error that says what to do', async () => {
  const { vendor, project } = start({}, { retry: { attempts: 1 } });
  vendor.resources.user.add(...Array.from({ length: 10_000 }, (_, index) => ({ email: `${index}@example.com` })));
  expect(() => vendor.resources.user.add({ email: 'ada@example.com' })).toThrow(SandboxError);
  expect(() => vendor.resources.user.add({})).toThrow('holds 10000 items of "user"');
  const error = await project.notifications.create({ notification }).catch((cause: unknown) => cause);
  expect(String((error as Error).cause ?? error)).toContain('reset()');
  expect(vendor.resources.user.all()).toHaveLength(10_000);
  expect(vendor.resources.user.remove('email:7@example.com')).toBe(true);
  await project.notifications.create({ notification });
});

it('a key gives the first response for 24 hours, also to another body, and then creates anew', async () => {
  const { vendor, project, clock } = start();
  const create = (title: string) =>
    project.notifications.create({ notification: { ...notification, title } }, { idempotencyKey: 'key' });
  const titles = () => vendor.resources.notification.all().map(({ title }) => title);
  const first = await create('One');
  expect(await create('One')).toEqual(first);
  const places = () => vendor.assumptions().map(({ place }) => place);
  expect(places()).not.toContain('idempotency key with another body');
  expect(await create('Two')).toEqual(first);
  expect(places()).toContain('idempotency key with another body');
  await vendor.advance(24 * hour - 1);
  expect(await create('Two')).toEqual(first);
  expect(titles()).toEqual(['One']);
  await vendor.advance(1);
  expect(await create('Two')).not.toEqual(first);
  expect(titles()).toEqual(['One', 'Two']);
  expect(clock.now()).toBe(24 * hour);
});

it('a limit is exact in each window, and its Retry-After is the first time at which a request passes', async () => {
  const { vendor, project, clock } = start({ rateLimits: [{ requests: 3, seconds: 10 }] }, { retry: { attempts: 1 } });
  const statusAt = async (milliseconds: number) => {
    await clock.advance(milliseconds - clock.now());
    const result = await project.users.list().result();
    return [result.status, result.response.headers.get('retry-after')];
  };
  const times = [0, 4000, 9000, 9001, 9999, 10_000, 13_999, 14_000, 14_001, 19_000, 20_000];
  const results = [];
  for (const time of times) results.push(await statusAt(time));
  const passes = [200, null];
  const refused = (seconds: number) => [429, String(seconds)];
  expect(results).toEqual([
    ...[passes, passes, passes, refused(1), refused(1), passes],
    ...[refused(1), passes, refused(5), passes, passes],
  ]);
  expect(vendor.requests).toHaveLength(times.length);
});

it('a client that honors Retry-After reads on as soon as the limit allows', async () => {
  const { vendor, project, clock } = start({ rateLimits: [{ requests: 5, seconds: 60 }] });
  vendor.resources.user.add(...Array.from({ length: 12 }, (_, index) => ({ email: `${index}@example.com` })));
  const users = await clock.run(project.users.list({ per_page: 1 }).toArray({ limit: 12 }));
  expect(users).toHaveLength(12);
  expect(vendor.requests.filter(({ status }) => status === 200)).toHaveLength(12);
  expect(vendor.requests.filter(({ status }) => status === 429)).toHaveLength(2);
  // The client adds up to a tenth of what it is asked to wait.
  expect(clock.now()).toBeGreaterThanOrEqual(120_000);
  expect(clock.now()).toBeLessThanOrEqual(132_000);
});

it('a request passes if no limit has as many in its window, and after Retry-After it passes', async () => {
  const limits = [
    { requests: 3, seconds: 10 },
    { requests: 5, seconds: 60 },
  ];
  const property = fc.asyncProperty(fc.array(fc.nat(9000), { minLength: 10, maxLength: 30 }), async (gaps) => {
    const { vendor, clock, project } = start({ rateLimits: limits }, { retry: { attempts: 1 } });
    const passed: number[] = [];
    for (const gap of gaps) {
      await vendor.advance(gap);
      const result = await project.users.list().result();
      const now = clock.now();
      const isAllowed = limits.every(
        ({ requests, seconds }) => passed.filter((time) => time > now - seconds * 1000).length < requests,
      );
      expect(result.status).toBe(isAllowed ? 200 : 429);
      if (isAllowed) passed.push(now);
      const seconds = Number(result.response.headers.get('retry-after'));
      if (isAllowed || gap % 2) continue;
      await vendor.advance(seconds * 1000);
      expect((await project.users.list().result()).status).toBe(200);
      passed.push(clock.now());
    }
  });
  await fc.assert(property, { numRuns: 20 });
});

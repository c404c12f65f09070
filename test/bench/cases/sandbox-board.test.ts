/** The cases of the bench, played by sandboxes: what a client survives there, it can be tested for with a sandbox. */
import { inspect } from 'node:util';
import { createMagicBell } from '@plumbline/magicbell';
import { createMagnetiq } from '@plumbline/magnetiq';
import { ManualClock } from '@plumbline/runtime/testing';
import { createSandbox, type Fault } from '@plumbline/sandbox';
import magicbellData from '@plumbline/spec-magicbell/sandbox';
import magnetiqData from '@plumbline/spec-magnetiq/sandbox';
import { expect, it } from 'vitest';
import { notification, user } from '../peers/peer.ts';
import { cases } from './cases.ts';
import { untrustedCertificate } from './certificate.ts';
import { emptyObject, emptyServerError, html } from './error-responses.ts';
import { manyResetGets, manyResetKeyed } from './resets.ts';
import * as retry from './retry.ts';
import { printedError, redirect } from './secrets.ts';
import { abortedWait, stalledBody } from './time.ts';
import { deadToken } from './token.ts';

type Play = () => Promise<void>;
const status = (code: number, headers: Record<string, string> = {}): Fault => ({ status: code, headers });

function start(operation: 'users/list' | 'users/create' | 'notifications/create', ...faults: Fault[]) {
  const clock = new ManualClock();
  const vendor = createSandbox(magicbellData, { clock });
  for (const fault of faults) vendor.fail(operation, { with: fault });
  const magicbell = createMagicBell({ ...vendor.credentials, clock, fetch: vendor.fetch });
  const calls = {
    'users/list': (options = {}) => magicbell.users.list({}, options),
    'users/create': (options = {}) => magicbell.users.create(user, options),
    'notifications/create': (options = {}) => magicbell.notifications.create(notification, options),
  };
  const call = async (options?: { readonly timeout?: number; readonly signal?: AbortSignal }) =>
    calls[operation](options);
  return { clock, vendor, call };
}
const resolvesAfter =
  (operation: Parameters<typeof start>[0], fault: Fault, timeout?: number): Play =>
  async () => {
    const { clock, vendor, call } = start(operation, fault);
    await clock.run(call(timeout ? { timeout } : {}));
    const keys = vendor.requests.map(({ headers }) => headers['idempotency-key']);
    expect([keys.length, new Set(keys).size]).toEqual([2, 1]);
    expect(keys[0] === undefined).toBe(operation !== 'notifications/create');
  };
const rejectsAfter =
  (operation: Parameters<typeof start>[0], fault: Fault, times: number, name: string): Play =>
  async () => {
    const { clock, vendor, call } = start(operation, ...Array(times).fill(fault));
    await expect(clock.run(call())).rejects.toMatchObject({ name });
    expect(vendor.requests).toHaveLength(times);
  };
const mostSucceed =
  (operation: 'users/list' | 'notifications/create'): Play =>
  async () => {
    const { clock, vendor, call } = start(operation);
    vendor.fail(operation, { with: 'response-lost', rate: 0.2 });
    let lost = 0;
    for (let batch = 0; batch < 80; batch++) {
      const outcomes = await clock.run(Promise.allSettled(Array.from({ length: 25 }, () => call())));
      lost += outcomes.filter((outcome) => outcome.status === 'rejected').length;
    }
    expect(lost).toBeGreaterThan(0);
    expect(lost).toBeLessThanOrEqual(40);
  };

/** How each case is played, or why a sandbox cannot play it. */
const plays = new Map<(typeof cases)[number], Play | string>([
  [
    retry.retryAfter,
    async () => {
      const { clock, vendor, call } = start('users/list', status(503, { 'Retry-After': '1' }));
      await clock.run(call());
      expect(vendor.requests).toHaveLength(2);
      expect(clock.time).toBeGreaterThanOrEqual(1000);
      expect(clock.time).toBeLessThan(3000);
    },
  ],
  [
    retry.absurdRetryAfter,
    async () => {
      const { clock, vendor, call } = start('users/list', status(503, { 'Retry-After': '277403' }));
      await expect(clock.run(call())).rejects.toMatchObject({ status: 503 });
      expect([vendor.requests.length, clock.time]).toEqual([1, 0]);
    },
  ],
  [retry.tooManyRequests, resolvesAfter('users/list', status(429))],
  [retry.resetGet, resolvesAfter('users/list', 'response-lost')],
  [retry.cutGet, resolvesAfter('users/list', 'cut-off')],
  // A sandbox stalls before the head of a response, not in its body.
  [retry.stalledGet, resolvesAfter('users/list', 'stalled', 500)],
  [retry.unkeyedServerError, rejectsAfter('users/create', status(500), 1, 'ApiError')],
  [retry.unkeyedReset, rejectsAfter('users/create', 'response-lost', 1, 'ConnectionError')],
  [retry.keyedUnavailable, resolvesAfter('notifications/create', status(503))],
  [retry.keyedReset, resolvesAfter('notifications/create', 'response-lost')],
  [manyResetGets, mostSucceed('users/list')],
  [manyResetKeyed, mostSucceed('notifications/create')],
  [untrustedCertificate, 'A sandbox has no TLS: `fetch` has no connection, and its server is on loopback.'],
  [
    stalledBody,
    async () => {
      const { clock, call } = start('users/list', 'stalled', 'stalled', 'stalled');
      await expect(clock.run(call({ timeout: 500 }))).rejects.toMatchObject({ name: 'TimeoutError' });
      expect(clock.time).toBeLessThan(3000);
    },
  ],
  [
    abortedWait,
    async () => {
      const { clock, vendor, call } = start('users/list', status(503, { 'Retry-After': '2' }));
      const controller = new AbortController();
      const ended = expect(call({ signal: controller.signal })).rejects.toBe('no longer wanted');
      await clock.until(() => vendor.requests.length === 1);
      await clock.idle();
      controller.abort('no longer wanted');
      await ended;
      expect([clock.time, clock.pending, vendor.requests.length]).toEqual([0, 0, 1]);
    },
  ],
  [emptyObject, rejectsAfter('users/list', { status: 503, body: {} }, 3, 'ApiError')],
  [emptyServerError, rejectsAfter('users/list', { status: 500, body: undefined }, 3, 'ApiError')],
  [html, rejectsAfter('users/list', 'not-json', 1, 'ApiError')],
  [redirect, rejectsAfter('users/list', status(302, { location: 'https://elsewhere.example/users' }), 1, 'ApiError')],
  [
    printedError,
    async () => {
      for (const fault of [status(400), 'no-connection'] as const) {
        const { clock, vendor, call } = start('users/list', fault, fault, fault);
        const error = await clock.run(call()).catch((thrown) => thrown);
        expect(error).toBeInstanceOf(Error);
        for (const secret of Object.values(vendor.credentials)) expect(inspect(error)).not.toContain(secret);
        for (const secret of Object.values(vendor.credentials)) expect(inspect(vendor.requests)).not.toContain(secret);
      }
    },
  ],
  [
    deadToken,
    async () => {
      const clock = new ManualClock();
      const vendor = createSandbox(magnetiqData, { clock });
      const magnetiq = createMagnetiq({ ...vendor.credentials, clock, fetch: vendor.fetch });
      await clock.run(magnetiq.consumers.list());
      vendor.fail('consumers/list', { with: 'token-revoked' });
      await clock.run(Promise.all(Array.from({ length: 100 }, () => magnetiq.consumers.list())));
      expect(vendor.requests.filter(({ operation }) => operation === 'auth/createToken')).toHaveLength(2);
    },
  ],
]);

it('every case of the bench is played, or says why a sandbox cannot play it', () => {
  expect([...plays.keys()]).toEqual(cases);
});

const played = [...plays].flatMap(([{ title }, play]) => (typeof play === 'string' ? [] : [{ title, play }]));
it.each(played)('by a sandbox: $title', ({ play }) => play());

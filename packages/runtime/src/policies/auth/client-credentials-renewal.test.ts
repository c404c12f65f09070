import { describe, expect, it } from 'vitest';
import { fixedClient } from '../../../test/credentials.ts';
import { RequestFactory } from '../../../test/request-factory.ts';
import { turn } from '../../testing/manual-clock.ts';
import type { ClientCredentialsOptions } from './request-token.ts';

const tokenUrl = 'https://auth.example.com/oauth2/token';
const hour = 3_600_000;

/** A vendor with the tokens t1, t2, …; `respond` makes the other fields of a token response. */
function createVendor(
  respond: () => Promise<object> | object = () => ({ expires_in: 3600 }),
  options: Partial<ClientCredentialsOptions> = {},
) {
  const client = new RequestFactory();
  const { clock, events } = client;
  const state = {
    clock,
    events,
    respond,
    tokenRequests: 0,
    sent: [] as (string | null)[],
    refused: new Set<string | null>(),
  };
  const policy = fixedClient({ tokenUrl, parameters: {}, ...options });
  const call = () =>
    policy(client.create(), async (request) => {
      if (request.url === tokenUrl) {
        const token = `t${++state.tokenRequests}`;
        return Response.json({ access_token: token, ...(await state.respond()) });
      }
      const authorization = request.headers.get('Authorization');
      state.sent.push(authorization);
      return new Response(null, { status: state.refused.has(authorization) ? 401 : 200 });
    });
  return Object.assign(state, { call });
}
const down = () => Promise.reject(new TypeError('fetch failed'));

/** A token response that waits until it is released. */
function createGate() {
  let release: () => void = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { release, respond: () => gate.then(() => ({ expires_in: 3600 })) };
}

describe('a refresh in the background', () => {
  it.each([
    ['2 min before its end', { expires_in: 3600 }, hour - 120_000],
    ['2 min before its end, from `expires_in` as text', { expires_in: '3600' }, hour - 120_000],
    ['halfway through a short lifetime', { expires_in: 20 }, 10_000],
    ['halfway through a tiny lifetime', { expires_in: 0.002 }, 1],
    ['before the end of the fallback if the response has no lifetime', {}, hour / 2 - 120_000],
    ['before the end of the fallback if the lifetime is invalid', { expires_in: 'soon' }, hour / 2 - 120_000],
  ])('clientCredentials refreshes a token %s, and calls use the old one meanwhile', async (_, token, renewal) => {
    const vendor = createVendor(() => token, { lifetime: hour / 2 });
    vendor.clock.time = 1000;
    await vendor.call();
    vendor.clock.time = 1000 + renewal - 0.25;
    await vendor.call();
    expect(vendor.tokenRequests).toBe(1);
    vendor.clock.time = 1000 + renewal;
    await vendor.call();
    await turn();
    expect([vendor.tokenRequests, vendor.sent.at(-1)]).toEqual([2, 'Bearer t1']);
    await vendor.call();
    expect([vendor.tokenRequests, vendor.sent.at(-1)]).toEqual([2, 'Bearer t2']);
  });

  it('clientCredentials refreshes a token once for many calls, none of which waits', async () => {
    const vendor = createVendor();
    await vendor.call();
    const { respond, release } = createGate();
    vendor.respond = respond;
    vendor.clock.time = hour - 120_000;
    await Promise.all(Array.from({ length: 100 }, vendor.call));
    expect([vendor.tokenRequests, new Set(vendor.sent)]).toEqual([2, new Set(['Bearer t1'])]);
    release();
    await turn();
    await vendor.call();
    expect([vendor.tokenRequests, vendor.sent.at(-1)]).toEqual([2, 'Bearer t2']);
  });

  it('clientCredentials never refreshes a token without a known lifetime', async () => {
    const vendor = createVendor(() => ({}));
    await vendor.call();
    vendor.clock.time = Number.MAX_VALUE;
    await vendor.call();
    await turn();
    expect(vendor.tokenRequests).toBe(1);
  });

  it('clientCredentials counts the lifetime of a token from its arrival', async () => {
    const vendor = createVendor();
    const { respond, release } = createGate();
    vendor.respond = respond;
    const first = vendor.call();
    vendor.clock.time = 10_000;
    release();
    await first;
    vendor.clock.time = 10_000 + hour - 120_001;
    await vendor.call();
    expect(vendor.tokenRequests).toBe(1);
  });
});

describe('a token at its end', () => {
  it.each([
    ['30 s before its end', 3600, hour - 30_000],
    ['a quarter of a short lifetime before its end', 20, 15_000],
  ])(
    'clientCredentials does not send a token from %s, and the call waits for the next one',
    async (_, expires_in, end) => {
      const vendor = createVendor(() => ({ expires_in }));
      await vendor.call();
      vendor.respond = down;
      vendor.clock.time = end - 1;
      await vendor.call();
      await turn();
      expect(vendor.sent).toEqual(['Bearer t1', 'Bearer t1']);
      vendor.clock.time = end;
      vendor.respond = () => ({ expires_in });
      await vendor.call();
      expect(vendor.sent.at(-1)).toBe('Bearer t3');
    },
  );

  it('clientCredentials waits for a pending refresh at the end of the token, and starts no other', async () => {
    const vendor = createVendor();
    await vendor.call();
    const { respond, release } = createGate();
    vendor.respond = respond;
    vendor.clock.time = hour - 120_000;
    await vendor.call();
    vendor.clock.time = hour;
    const waiting = [vendor.call(), vendor.call()];
    await turn();
    expect(vendor.sent).toHaveLength(2);
    release();
    await Promise.all(waiting);
    expect([vendor.tokenRequests, vendor.sent.slice(2)]).toEqual([2, ['Bearer t2', 'Bearer t2']]);
  });

  it('clientCredentials sends a token once if its lifetime was over when it arrived', async () => {
    const vendor = createVendor(() => ({ expires_in: 1e-9 }));
    for (let i = 1; i <= 3; i++) {
      await vendor.call();
      vendor.clock.time += 1;
    }
    expect(vendor.sent).toEqual(['Bearer t1', 'Bearer t2', 'Bearer t3']);
  });
});

describe('a refresh in the background that fails', () => {
  it('clientCredentials retries a failed refresh after 5 s, 10 s, 20 s and 40 s, and no call fails while the token is valid', async () => {
    const vendor = createVendor();
    await vendor.call();
    vendor.respond = down;
    const begin = hour - 120_000;
    const tried: number[] = [];
    for (vendor.clock.time = begin; vendor.clock.time < hour - 30_000; vendor.clock.time += 1000) {
      const { tokenRequests } = vendor;
      expect((await vendor.call()).status).toBe(200);
      await turn();
      if (vendor.tokenRequests > tokenRequests) tried.push(vendor.clock.time - begin);
    }
    expect(tried).toEqual([0, 5000, 15_000, 35_000, 75_000]);
    await expect(vendor.call()).rejects.toMatchObject({ name: 'TokenError' });
  });

  it('clientCredentials counts a failed refresh once for all calls at the same time', async () => {
    const vendor = createVendor();
    await vendor.call();
    vendor.respond = () => turn().then(down);
    vendor.clock.time = hour - 120_000;
    await Promise.all(Array.from({ length: 100 }, vendor.call));
    await turn();
    await turn();
    expect(vendor.tokenRequests).toBe(2);
    vendor.clock.time += 5000;
    await vendor.call();
    expect(vendor.tokenRequests).toBe(3);
    await turn();
    await turn();
    vendor.clock.time += 9999;
    await vendor.call();
    expect(vendor.tokenRequests).toBe(3);
    vendor.clock.time += 1;
    await vendor.call();
    expect(vendor.tokenRequests).toBe(4);
  });

  it('clientCredentials resets its backoff after a successful refresh', async () => {
    const vendor = createVendor();
    await vendor.call();
    for (const begin of [hour - 120_000, 2 * hour - 240_000 + 5000]) {
      vendor.respond = down;
      vendor.clock.time = begin;
      await vendor.call();
      await turn();
      vendor.clock.time = begin + 4999;
      const { tokenRequests } = vendor;
      await vendor.call();
      expect(vendor.tokenRequests).toBe(tokenRequests);
      vendor.respond = () => ({ expires_in: 3600 });
      vendor.clock.time = begin + 5000;
      await vendor.call();
      await turn();
      expect(vendor.tokenRequests).toBe(tokenRequests + 1);
    }
  });

  it('clientCredentials throws a TokenError for a call with a refused token if the pending refresh fails', async () => {
    const vendor = createVendor();
    await vendor.call();
    let fail: (reason: unknown) => void = () => {};
    vendor.respond = () =>
      new Promise((_, reject) => {
        fail = reject;
      });
    vendor.clock.time = hour - 120_000;
    await vendor.call();
    vendor.refused.add('Bearer t1');
    const waiting = vendor.call();
    await turn();
    expect(vendor.tokenRequests).toBe(2);
    const cause = new TypeError('fetch failed');
    fail(cause);
    await expect(waiting).rejects.toMatchObject({ name: 'TokenError', cause });
  });
});

it('clientCredentials waits for a pending refresh if a token is refused', async () => {
  const vendor = createVendor();
  await vendor.call();
  const { respond, release } = createGate();
  vendor.respond = respond;
  vendor.clock.time = hour - 120_000;
  await vendor.call();
  vendor.refused.add('Bearer t1');
  const waiting = [vendor.call(), vendor.call()];
  await turn();
  release();
  expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual([200, 200]);
  expect([vendor.tokenRequests, vendor.sent.slice(-2)]).toEqual([2, ['Bearer t2', 'Bearer t2']]);
});

it.each([
  ['a century ahead', Date.UTC(2126, 0)],
  ['a century behind', Date.UTC(1926, 0)],
])('clientCredentials uses a JWT for its lifetime with a clock that is %s', async (_, epoch) => {
  const claims = { iat: Date.UTC(2026, 0) / 1000, exp: Date.UTC(2026, 0) / 1000 + 3600 };
  const jwt = `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;
  const vendor = createVendor(() => ({ access_token: jwt }));
  vendor.clock.epoch = epoch;
  await vendor.call();
  vendor.clock.time = hour - 120_001;
  await vendor.call();
  expect(vendor.tokenRequests).toBe(1);
  vendor.clock.time = hour - 30_000;
  await vendor.call();
  expect(vendor.tokenRequests).toBe(2);
});

describe('an event', () => {
  it('clientCredentials emits an event for each token request, and none for calls that share a token', async () => {
    const vendor = createVendor();
    const { respond, release } = createGate();
    vendor.respond = respond;
    const calls = [vendor.call(), vendor.call()];
    vendor.clock.time = 70;
    release();
    await Promise.all(calls);
    const event = { type: 'token', callId: expect.any(String), method: 'POST', path: '/oauth2/token', attempt: 1 };
    expect(vendor.events).toEqual([{ ...event, ok: true, duration: 70 }]);
    vendor.respond = down;
    vendor.clock.time = hour - 100_000;
    await vendor.call();
    await turn();
    expect(vendor.events.slice(1)).toEqual([{ ...event, ok: false, duration: 0 }]);
  });

  it('clientCredentials emits an event for a response without a token', async () => {
    const vendor = createVendor(() => ({ access_token: 5 }));
    await expect(vendor.call()).rejects.toMatchObject({ name: 'TokenError', status: 200 });
    expect(vendor.events).toMatchObject([{ type: 'token', path: '/oauth2/token', ok: false, duration: 0 }]);
  });
});

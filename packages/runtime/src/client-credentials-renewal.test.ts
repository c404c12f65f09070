import { describe, expect, it } from 'vitest';
import { type ClientCredentialsOptions, clientCredentials } from './client-credentials.ts';
import { createContext } from './context.ts';
import { ManualClock, turn } from './manual-clock.test.ts';
import type { ClientEvent } from './observe.ts';
import { PlainRequest } from './plain-request.ts';

const tokenUrl = 'https://auth.example.com/oauth2/token';
const hour = 3_600_000;

/** A vendor whose tokens are t1, t2, …; `answer` says what else the token endpoint does. */
function vendorOf(
  answer: () => Promise<object> | object = () => ({ expires_in: 3600 }),
  options: Partial<ClientCredentialsOptions> = {},
) {
  const clock = new ManualClock();
  const events: ClientEvent[] = [];
  const state = { clock, events, answer, asked: 0, sent: [] as (string | null)[], refused: new Set<string | null>() };
  const policy = clientCredentials(
    { tokenUrl, parameters: {}, ...options },
    createContext({ clock, observe: (event) => events.push(event) }),
  );
  const call = () =>
    policy(new PlainRequest('https://api.example.com/things'), async (request) => {
      if (request.url === tokenUrl) {
        const token = `t${++state.asked}`;
        return Response.json({ access_token: token, ...(await state.answer()) });
      }
      const authorization = request.headers.get('Authorization');
      state.sent.push(authorization);
      return new Response(null, { status: state.refused.has(authorization) ? 401 : 200 });
    });
  return Object.assign(state, { call });
}
const down = () => Promise.reject(new TypeError('fetch failed'));

/** An answer that waits until it is released. */
function held() {
  let release: () => void = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { release, answer: () => gate.then(() => ({ expires_in: 3600 })) };
}

describe('a token is renewed in the background', () => {
  it.each([
    ['2 min before its end', { expires_in: 3600 }, hour - 120_000],
    ['2 min before its end, as a numeral tells it', { expires_in: '3600' }, hour - 120_000],
    ['half-way through a short life', { expires_in: 20 }, 10_000],
    ['half-way through a tiny life', { expires_in: 0.002 }, 1],
    ['before the end of the fallback where the answer does not say', {}, hour / 2 - 120_000],
    ['before the end of the fallback where the answer is unusable', { expires_in: 'soon' }, hour / 2 - 120_000],
  ])('%s, and serves the call', async (_, answer, renewal) => {
    const vendor = vendorOf(() => answer, { lifetime: hour / 2 });
    vendor.clock.time = 1000;
    await vendor.call();
    vendor.clock.time = 1000 + renewal - 0.25;
    await vendor.call();
    expect(vendor.asked).toBe(1);
    vendor.clock.time = 1000 + renewal;
    await vendor.call();
    await turn();
    expect([vendor.asked, vendor.sent.at(-1)]).toEqual([2, 'Bearer t1']);
    await vendor.call();
    expect([vendor.asked, vendor.sent.at(-1)]).toEqual([2, 'Bearer t2']);
  });

  it('once for all calls meanwhile, none of which waits', async () => {
    const vendor = vendorOf();
    await vendor.call();
    const { answer, release } = held();
    vendor.answer = answer;
    vendor.clock.time = hour - 120_000;
    await Promise.all(Array.from({ length: 100 }, vendor.call));
    expect([vendor.asked, new Set(vendor.sent)]).toEqual([2, new Set(['Bearer t1'])]);
    release();
    await turn();
    await vendor.call();
    expect([vendor.asked, vendor.sent.at(-1)]).toEqual([2, 'Bearer t2']);
  });

  it('never, where neither answer nor vendor tells an end', async () => {
    const vendor = vendorOf(() => ({}));
    await vendor.call();
    vendor.clock.time = Number.MAX_VALUE;
    await vendor.call();
    await turn();
    expect(vendor.asked).toBe(1);
  });

  it('counted from its arrival', async () => {
    const vendor = vendorOf();
    const { answer, release } = held();
    vendor.answer = answer;
    const first = vendor.call();
    vendor.clock.time = 10_000;
    release();
    await first;
    vendor.clock.time = 10_000 + hour - 120_001;
    await vendor.call();
    expect(vendor.asked).toBe(1);
  });
});

describe('a token at its end', () => {
  it.each([
    ['30 s before it', 3600, hour - 30_000],
    ['a quarter of a short life before it', 20, 15_000],
  ])('is not sent from %s: the call waits for the next', async (_, expires_in, end) => {
    const vendor = vendorOf(() => ({ expires_in }));
    await vendor.call();
    vendor.answer = down;
    vendor.clock.time = end - 1;
    await vendor.call();
    await turn();
    expect(vendor.sent).toEqual(['Bearer t1', 'Bearer t1']);
    vendor.clock.time = end;
    vendor.answer = () => ({ expires_in });
    await vendor.call();
    expect(vendor.sent.at(-1)).toBe('Bearer t3');
  });

  it('waits for the renewal that is under way, and makes no other', async () => {
    const vendor = vendorOf();
    await vendor.call();
    const { answer, release } = held();
    vendor.answer = answer;
    vendor.clock.time = hour - 120_000;
    await vendor.call();
    vendor.clock.time = hour;
    const waiting = [vendor.call(), vendor.call()];
    await turn();
    expect(vendor.sent).toHaveLength(2);
    release();
    await Promise.all(waiting);
    expect([vendor.asked, vendor.sent.slice(2)]).toEqual([2, ['Bearer t2', 'Bearer t2']]);
  });

  it('whose life was over when it arrived is sent once, and no loop begins', async () => {
    const vendor = vendorOf(() => ({ expires_in: 1e-9 }));
    for (let i = 1; i <= 3; i++) {
      await vendor.call();
      vendor.clock.time += 1;
    }
    expect(vendor.sent).toEqual(['Bearer t1', 'Bearer t2', 'Bearer t3']);
  });
});

describe('a renewal in the background that fails', () => {
  it('fails no call while the token serves, and is tried again after 5 s, 10 s, 20 s and 40 s', async () => {
    const vendor = vendorOf();
    await vendor.call();
    vendor.answer = down;
    const begin = hour - 120_000;
    const tried: number[] = [];
    for (vendor.clock.time = begin; vendor.clock.time < hour - 30_000; vendor.clock.time += 1000) {
      const { asked } = vendor;
      expect((await vendor.call()).status).toBe(200);
      await turn();
      if (vendor.asked > asked) tried.push(vendor.clock.time - begin);
    }
    expect(tried).toEqual([0, 5000, 15_000, 35_000, 75_000]);
    await expect(vendor.call()).rejects.toMatchObject({ name: 'TokenError' });
  });

  it('counts once, however many calls were made meanwhile', async () => {
    const vendor = vendorOf();
    await vendor.call();
    vendor.answer = () => turn().then(down);
    vendor.clock.time = hour - 120_000;
    await Promise.all(Array.from({ length: 100 }, vendor.call));
    await turn();
    await turn();
    expect(vendor.asked).toBe(2);
    vendor.clock.time += 5000;
    await vendor.call();
    expect(vendor.asked).toBe(3);
    await turn();
    await turn();
    vendor.clock.time += 9999;
    await vendor.call();
    expect(vendor.asked).toBe(3);
    vendor.clock.time += 1;
    await vendor.call();
    expect(vendor.asked).toBe(4);
  });

  it('begins its pauses anew after one that succeeded', async () => {
    const vendor = vendorOf();
    await vendor.call();
    for (const begin of [hour - 120_000, 2 * hour - 240_000 + 5000]) {
      vendor.answer = down;
      vendor.clock.time = begin;
      await vendor.call();
      await turn();
      vendor.clock.time = begin + 4999;
      const { asked } = vendor;
      await vendor.call();
      expect(vendor.asked).toBe(asked);
      vendor.answer = () => ({ expires_in: 3600 });
      vendor.clock.time = begin + 5000;
      await vendor.call();
      await turn();
      expect(vendor.asked).toBe(asked + 1);
    }
  });

  it('fails the call whose token was refused meanwhile, and that waits for it', async () => {
    const vendor = vendorOf();
    await vendor.call();
    let fail: (reason: unknown) => void = () => {};
    vendor.answer = () =>
      new Promise((_, reject) => {
        fail = reject;
      });
    vendor.clock.time = hour - 120_000;
    await vendor.call();
    vendor.refused.add('Bearer t1');
    const waiting = vendor.call();
    await turn();
    expect(vendor.asked).toBe(2);
    const cause = new TypeError('fetch failed');
    fail(cause);
    await expect(waiting).rejects.toMatchObject({ name: 'TokenError', cause });
  });
});

it('joins the renewal that is under way when a token is refused', async () => {
  const vendor = vendorOf();
  await vendor.call();
  const { answer, release } = held();
  vendor.answer = answer;
  vendor.clock.time = hour - 120_000;
  await vendor.call();
  vendor.refused.add('Bearer t1');
  const waiting = [vendor.call(), vendor.call()];
  await turn();
  release();
  expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual([200, 200]);
  expect([vendor.asked, vendor.sent.slice(-2)]).toEqual([2, ['Bearer t2', 'Bearer t2']]);
});

it.each([
  ['a century ahead', Date.UTC(2126, 0)],
  ['a century behind', Date.UTC(1926, 0)],
])('keeps a JWT for its life by a clock that is %s', async (_, epoch) => {
  const claims = { iat: Date.UTC(2026, 0) / 1000, exp: Date.UTC(2026, 0) / 1000 + 3600 };
  const jwt = `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;
  const vendor = vendorOf(() => ({ access_token: jwt }));
  vendor.clock.epoch = epoch;
  await vendor.call();
  vendor.clock.time = hour - 120_001;
  await vendor.call();
  expect(vendor.asked).toBe(1);
  vendor.clock.time = hour - 30_000;
  await vendor.call();
  expect(vendor.asked).toBe(2);
});

describe('an event', () => {
  it('tells of each token that was asked for, and of no call that was served', async () => {
    const vendor = vendorOf();
    const { answer, release } = held();
    vendor.answer = answer;
    const calls = [vendor.call(), vendor.call()];
    vendor.clock.time = 70;
    release();
    await Promise.all(calls);
    const event = { type: 'token', method: 'POST', path: '/oauth2/token' };
    expect(vendor.events).toEqual([{ ...event, ok: true, duration: 70 }]);
    vendor.answer = down;
    vendor.clock.time = hour - 100_000;
    await vendor.call();
    await turn();
    expect(vendor.events.slice(1)).toEqual([{ ...event, ok: false, duration: 0 }]);
  });

  it('tells of an answer that holds no token', async () => {
    const vendor = vendorOf(() => ({ access_token: 5 }));
    await expect(vendor.call()).rejects.toMatchObject({ name: 'TokenError', status: 200 });
    expect(vendor.events).toEqual([{ type: 'token', method: 'POST', path: '/oauth2/token', ok: false, duration: 0 }]);
  });
});

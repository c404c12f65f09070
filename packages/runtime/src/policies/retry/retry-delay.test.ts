import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RequestFactory, type TestRequestInit } from '../../../test/request-factory.ts';
import { TokenError } from '../../errors/token-error.ts';
import type { RetryOptions } from '../../pipeline/call-options.ts';
import type { Next } from '../../pipeline/policy.ts';
import { retry } from './retry.ts';

const line = { method: 'POST', path: '/token' };
const almost = 1 - Number.EPSILON / 2;

/** The delays between the attempts of one call. The vendor responds with 503 and these headers. */
async function delaysOf(
  options: RetryOptions,
  { chance = 0.5, headers = {}, init = {} }: { chance?: number; headers?: HeadersInit; init?: TestRequestInit } = {},
) {
  const client = new RequestFactory({ retry: options });
  const { clock } = client;
  clock.chance = chance;
  const times: number[] = [];
  const request = client.create(init);
  await clock.run(
    retry()(request, async () => {
      times.push(clock.now());
      return new Response(null, { status: 503, headers });
    }),
  );
  request.call.deadline.close();
  expect(clock.pending).toBe(0);
  const delays = times.slice(1).map((time, index) => time - (times[index] as number));
  return { delays, attempts: request.call.attempts };
}

/** Sends a request of a client with these options. */
function send(options: RetryOptions, next: (clock: RequestFactory['clock']) => Next, chance = 0.5) {
  const client = new RequestFactory({ retry: options });
  client.clock.chance = chance;
  return { clock: client.clock, sending: retry()(client.create(), next(client.clock)) };
}

describe('a backoff', () => {
  it('retry waits up to 500 ms, and doubles the maximum with each attempt up to 8 s', async () => {
    const longest = [500, 1000, 2000, 4000, 8000, 8000, 8000];
    expect((await delaysOf({ attempts: 8 }, { chance: 0 })).delays).toEqual(longest.map(() => 0));
    expect((await delaysOf({ attempts: 8 }, { chance: 0.25 })).delays).toEqual(longest.map((delay) => delay / 4));
    const { attempts } = await delaysOf({ attempts: 8 }, { chance: almost });
    for (const [index, { delay }] of attempts.slice(0, -1).entries()) {
      expect(delay).toBeLessThan(longest[index] as number);
      expect(delay).toBeCloseTo(longest[index] as number);
    }
  });

  it('retry uses baseDelay and maxDelay of the options', async () => {
    const options = { attempts: 5, baseDelay: 100, maxDelay: 300 };
    expect((await delaysOf(options, { chance: 0.5 })).delays).toEqual([50, 100, 150, 150]);
    expect((await delaysOf({ attempts: 3, baseDelay: 0 })).delays).toEqual([0, 0]);
    expect((await delaysOf({ attempts: 3, maxDelay: 0 })).delays).toEqual([0, 0]);
  });

  it('retry waits a random part of min(maxDelay, baseDelay · 2ⁿ) with any options', async () => {
    const times = { min: 0, max: 1e5, noNaN: true };
    await fc.assert(
      fc.asyncProperty(
        fc.double(times),
        fc.double(times),
        fc.double({ min: 0, max: almost, noNaN: true }),
        fc.integer({ min: 1, max: 12 }),
        async (baseDelay, maxDelay, chance, attempts) => {
          const { attempts: tried } = await delaysOf({ attempts, baseDelay, maxDelay }, { chance });
          expect(tried).toHaveLength(attempts);
          for (const [index, { delay }] of tried.slice(0, -1).entries()) {
            expect(delay).toBe(chance * Math.min(maxDelay, baseDelay * 2 ** index));
          }
        },
      ),
      { seed: 20261122, numRuns: 100 },
    );
  });

  it('retry does not overflow with 99 attempts', async () => {
    let sent = 0;
    const { clock, sending } = send({ attempts: 99, baseDelay: 1e300, maxDelay: Number.MAX_VALUE }, (clock) => {
      clock.chance = 0;
      return async () => new Response(null, { status: ++sent < 99 ? 503 : 200 });
    });
    expect((await clock.run(sending)).status).toBe(200);
    expect(clock.now()).toBe(0);
  });
});

describe('Retry-After', () => {
  it.each([
    ['seconds', { 'Retry-After': '3' }, 3000],
    ['milliseconds', { 'Retry-After-Ms': '1234' }, 1234],
    ['a date', { 'Retry-After': new Date(Date.UTC(2026, 10, 22, 0, 0, 30)).toUTCString() }, 30_000],
    ['a minute', { 'Retry-After': '60' }, 60_000],
  ])('retry honors Retry-After given as %s', async (_, headers, delay) => {
    expect((await delaysOf({ attempts: 2 }, { headers, chance: 0 })).delays).toEqual([delay]);
  });

  it('retry waits up to 10 % longer than Retry-After, and never less', async () => {
    const headers = { 'Retry-After': '10' };
    expect((await delaysOf({ attempts: 2 }, { headers, chance: 0.5 })).delays).toEqual([10_500]);
    const { attempts } = await delaysOf({ attempts: 2 }, { headers, chance: almost });
    expect(attempts[0]?.delay).toBeCloseTo(11_000);
  });

  it.each([['-5'], ['soon'], ['soon 2'], [''], ['0'], ['0.0'], ['Sun, 22 Nov 2020 12:00:00 GMT']])(
    'retry uses its backoff if Retry-After is invalid, zero or past: %j',
    async (value) => {
      expect((await delaysOf({}, { headers: { 'Retry-After': value } })).delays).toEqual([250, 500]);
    },
  );

  it.each([['61'], ['277403'], ['9'.repeat(400)], ['Sun, 22 Nov 2099 12:00:00 GMT']])(
    'retry returns a response with a Retry-After of more than a minute at once: %s',
    async (value) => {
      const { attempts } = await delaysOf({}, { headers: { 'Retry-After': value } });
      expect(attempts).toEqual([{ status: 503, reason: 'the vendor asks to wait too long' }]);
    },
  );

  it('retry uses maxRetryAfter of the options', async () => {
    const headers = { 'Retry-After': '277' };
    expect((await delaysOf({ attempts: 2, maxRetryAfter: 277_000 }, { headers, chance: 0 })).delays).toEqual([277_000]);
    expect((await delaysOf({ attempts: 2, maxRetryAfter: 276_999 }, { headers })).delays).toEqual([]);
  });

  it.each([
    [5, [0, 5000]],
    [61, [0]],
  ])('retry honors the Retry-After of a token endpoint: %d seconds, with attempts at %j', async (seconds, times) => {
    const sent: number[] = [];
    const next = (clock: RequestFactory['clock']) => () => {
      sent.push(clock.now());
      const retryAt = new Date(clock.date() + seconds * 1000);
      return Promise.reject(new TokenError(line, 'no', { status: 503, retryAt }));
    };
    const { clock, sending } = send({ attempts: 2 }, next, 0);
    await expect(clock.run(sending)).rejects.toBeInstanceOf(TokenError);
    expect(sent).toEqual(times);
  });

  it('retry uses its backoff if the Retry-After of a token endpoint is past', async () => {
    const { clock, sending } = send(
      { attempts: 2 },
      () => () => Promise.reject(new TokenError(line, 'no', { status: 503, retryAt: new Date(0) })),
    );
    await expect(clock.run(sending)).rejects.toBeInstanceOf(TokenError);
    expect(clock.now()).toBe(250);
  });

  it('retry honors the Retry-After of each response separately', async () => {
    const values = ['2', '1', undefined];
    const times: number[] = [];
    const { clock, sending } = send({ attempts: 4 }, (clock) => async () => {
      times.push(clock.now());
      const value = values[times.length - 1];
      return new Response(null, { status: 503, headers: value ? { 'Retry-After': value } : {} });
    });
    await clock.run(sending);
    expect(times).toEqual([0, 2100, 3150, 4150]);
  });
});

describe('a deadline', () => {
  const within = (deadline: number) => ({ init: { options: { deadline } } });

  it('retry returns a response at once if the deadline comes before the next attempt', async () => {
    const { delays, attempts } = await delaysOf({}, within(250));
    expect(delays).toEqual([]);
    expect(attempts).toEqual([{ status: 503, reason: 'the deadline comes first' }]);
    expect((await delaysOf({}, { ...within(3000), headers: { 'Retry-After': '3' } })).delays).toEqual([]);
  });

  it('retry continues if the deadline comes after the next attempt', async () => {
    expect((await delaysOf({}, within(251))).delays).toEqual([250]);
    // Half of the rest of the time at most is added.
    expect((await delaysOf({}, { ...within(3001), headers: { 'Retry-After': '3' } })).delays).toEqual([3000.5]);
  });
});

it('retry sends the next attempt exactly when the delay is over', async () => {
  let sent = 0;
  const next = () => async () => {
    sent++;
    return new Response(null, { status: 503, headers: { 'Retry-After': '3' } });
  };
  const { clock, sending } = send({ attempts: 2 }, next, 0);
  await clock.advance(2999);
  expect(sent).toBe(1);
  await clock.advance(1);
  expect(sent).toBe(2);
  await sending;
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createContext } from './context.ts';
import { ManualClock, turn } from './manual-clock.test.ts';
import { PlainRequest, type PlainRequestInit } from './plain-request.ts';
import { type RetryOptions, retry } from './retry.ts';
import { TokenError } from './token-error.ts';

const almost = 1 - Number.EPSILON / 2;

/** The waits between the attempts of one call that a vendor answers with these headers and 503. */
async function waitsOf(
  options: RetryOptions,
  { chance = 0.5, headers = {}, init = {} }: { chance?: number; headers?: HeadersInit; init?: PlainRequestInit } = {},
) {
  const clock = new ManualClock();
  clock.chance = chance;
  const times: number[] = [];
  const request = new PlainRequest('https://example.com', init);
  const sending = retry(options, createContext({ clock }))(request, async () => {
    times.push(clock.now());
    return new Response(null, { status: 503, headers });
  });
  await clock.pass(1e9);
  await sending;
  expect(clock.pending).toBe(0);
  const waits = times.slice(1).map((time, index) => time - (times[index] as number));
  return { waits, attempts: request.attempts };
}

describe('a wait where the vendor asks for none', () => {
  it('is up to 500 ms, and each further one up to twice that, up to 8 s', async () => {
    const longest = [500, 1000, 2000, 4000, 8000, 8000, 8000];
    expect((await waitsOf({ attempts: 8 }, { chance: 0 })).waits).toEqual(longest.map(() => 0));
    expect((await waitsOf({ attempts: 8 }, { chance: 0.25 })).waits).toEqual(longest.map((wait) => wait / 4));
    const { attempts } = await waitsOf({ attempts: 8 }, { chance: almost });
    for (const [index, { wait }] of attempts.slice(0, -1).entries()) {
      expect(wait).toBeLessThan(longest[index] as number);
      expect(wait).toBeCloseTo(longest[index] as number);
    }
  });

  it('is of the base and below the cap that the options say', async () => {
    const options = { attempts: 5, baseDelay: 100, maxDelay: 300 };
    expect((await waitsOf(options, { chance: 0.5 })).waits).toEqual([50, 100, 150, 150]);
    expect((await waitsOf({ attempts: 3, baseDelay: 0 })).waits).toEqual([0, 0]);
    expect((await waitsOf({ attempts: 3, maxDelay: 0 })).waits).toEqual([0, 0]);
  });

  it('is never longer than its cap, and the same part of the same time, whatever the options', async () => {
    const times = { min: 0, max: 1e5, noNaN: true };
    await fc.assert(
      fc.asyncProperty(
        fc.double(times),
        fc.double(times),
        fc.double({ min: 0, max: almost, noNaN: true }),
        fc.integer({ min: 1, max: 12 }),
        async (baseDelay, maxDelay, chance, attempts) => {
          const { attempts: tried } = await waitsOf({ attempts, baseDelay, maxDelay }, { chance });
          expect(tried).toHaveLength(attempts);
          for (const [index, { wait }] of tried.slice(0, -1).entries()) {
            expect(wait).toBe(chance * Math.min(maxDelay, baseDelay * 2 ** index));
          }
        },
      ),
      { seed: 20261122, numRuns: 100 },
    );
  });

  it('does not overflow, however many attempts there are', async () => {
    const clock = new ManualClock();
    clock.chance = 0;
    let sent = 0;
    const sending = retry({ attempts: 99, baseDelay: 1e300, maxDelay: Number.MAX_VALUE }, createContext({ clock }))(
      new PlainRequest('https://example.com'),
      async () => new Response(null, { status: ++sent < 99 ? 503 : 200 }),
    );
    await clock.pass(0);
    expect((await sending).status).toBe(200);
  });
});

describe('a wait that the vendor asks for', () => {
  it.each([
    ['seconds', { 'Retry-After': '3' }, 3000],
    ['0 seconds', { 'Retry-After': '0' }, 0],
    ['milliseconds', { 'Retry-After-Ms': '1234' }, 1234],
    ['a date', { 'Retry-After': new Date(Date.UTC(2026, 10, 22, 0, 0, 30)).toUTCString() }, 30_000],
    ['a date that is past', { 'Retry-After': 'Sun, 22 Nov 2020 12:00:00 GMT' }, 0],
    ['a minute', { 'Retry-After': '60' }, 60_000],
  ])('in %s is kept to the millisecond, and longer than any of ours', async (_, headers, wait) => {
    const { waits } = await waitsOf({ attempts: 2 }, { headers });
    expect(waits).toEqual([wait]);
  });

  it.each([['-5'], ['soon'], ['soon 2'], ['']])('and that cannot be read is one of ours: %j', async (value) => {
    expect((await waitsOf({}, { headers: { 'Retry-After': value } })).waits).toEqual([250, 500]);
  });

  it.each([['61'], ['277403'], ['9'.repeat(400)], ['Sun, 22 Nov 2099 12:00:00 GMT']])(
    'of more than a minute is not waited for: %s',
    async (value) => {
      const { attempts } = await waitsOf({}, { headers: { 'Retry-After': value } });
      expect(attempts).toEqual([{ status: 503, reason: 'the vendor asks to wait too long' }]);
    },
  );

  it('may be as long as the options say', async () => {
    const headers = { 'Retry-After': '277' };
    expect((await waitsOf({ attempts: 2, maxRetryAfter: 277_000 }, { headers })).waits).toEqual([277_000]);
    expect((await waitsOf({ attempts: 2, maxRetryAfter: 276_999 }, { headers })).waits).toEqual([]);
    expect((await waitsOf({ attempts: 2, maxRetryAfter: 0 }, { headers: { 'Retry-After': '0' } })).waits).toEqual([0]);
  });

  it('is kept where the token endpoint asks for it, and too long a one surfaces at once', async () => {
    for (const [seconds, attempts] of [
      [5, 2],
      [61, 1],
    ] as const) {
      const clock = new ManualClock();
      const sent: number[] = [];
      const policy = retry({ attempts: 2 }, createContext({ clock }));
      const sending = policy(new PlainRequest('https://example.com'), () => {
        sent.push(clock.now());
        const retryAt = new Date(clock.date() + seconds * 1000);
        return Promise.reject(new TokenError('no', { status: 503, retryAt }));
      }).catch((error) => error);
      await clock.pass(100_000);
      expect(await sending).toBeInstanceOf(TokenError);
      expect(sent).toEqual([0, seconds * 1000].slice(0, attempts));
    }
  });

  it('is asked for by each answer anew', async () => {
    const clock = new ManualClock();
    const answers = ['2', '1', undefined];
    const times: number[] = [];
    const sending = retry({ attempts: 4 }, createContext({ clock }))(
      new PlainRequest('https://example.com'),
      async () => {
        times.push(clock.now());
        const value = answers[times.length - 1];
        return new Response(null, { status: 503, headers: value ? { 'Retry-After': value } : {} });
      },
    );
    await clock.pass(20_000);
    await sending;
    expect(times).toEqual([0, 2000, 3000, 4000]);
  });
});

describe('a deadline', () => {
  const budget = (end: number) => ({ init: { budget: { end, milliseconds: end } } });

  it('that comes before the end of a wait lets the answer surface at once', async () => {
    const { waits, attempts } = await waitsOf({}, budget(250));
    expect(waits).toEqual([]);
    expect(attempts).toEqual([{ status: 503, reason: 'the deadline comes first' }]);
    expect((await waitsOf({}, { ...budget(3000), headers: { 'Retry-After': '3' } })).waits).toEqual([]);
  });

  it('that comes after it does not', async () => {
    expect((await waitsOf({}, budget(251))).waits).toEqual([250]);
    expect((await waitsOf({}, { ...budget(3001), headers: { 'Retry-After': '3' } })).waits).toEqual([3000]);
  });
});

it('goes on only when the wait is over', async () => {
  const clock = new ManualClock();
  let sent = 0;
  const sending = retry({ attempts: 2 }, createContext({ clock }))(
    new PlainRequest('https://example.com'),
    async () => {
      sent++;
      return new Response(null, { status: 503, headers: { 'Retry-After': '3' } });
    },
  );
  await clock.pass(2999);
  expect(sent).toBe(1);
  await clock.pass(1);
  await turn();
  expect(sent).toBe(2);
  await sending;
});

/** The retry quota, beside the standard mode of the AWS SDKs as it is specified. */
import { describe, expect, it } from 'vitest';
import { RequestFactory } from '../../../test/request-factory.ts';
import { ConnectionError } from '../../errors/connection-error.ts';
import { retry } from './retry.ts';
import { createRetryQuota, retryPrices } from './retry-quota.ts';

type Outcome = number | 'reset';

const operations = ['list', 'get'].map((name) => ({ method: 'GET', path: `/${name}` }));
const [list, get] = operations;

/** Makes calls that share a quota. Each has at most two attempts with these outcomes, and the last one is repeated. */
function create() {
  const client = new RequestFactory({ retry: { attempts: 2, baseDelay: 0 } });
  const { clock } = client;
  const policy = retry();
  const isRetried = async (outcomes: readonly Outcome[], operation = list): Promise<boolean> => {
    let sent = 0;
    const sending = policy(client.create({ operation }), async (request) => {
      const outcome = outcomes[sent++] ?? outcomes[0];
      if (outcome === 'reset') throw new ConnectionError(request, undefined);
      return new Response(null, { status: outcome as number });
    });
    await clock.run(sending.catch(() => {}));
    return sent === 2;
  };
  const spendAll = async (outcome: Outcome, operation = list): Promise<number> => {
    let count = 0;
    while (await isRetried([outcome], operation)) count++;
    return count;
  };
  return { clock, isRetried, spendAll };
}

it('the retry quota pays for 100 retries after a response, or 50 after no response', async () => {
  expect(await create().spendAll(503)).toBe(100);
  expect(await create().spendAll('reset')).toBe(50);
});

it('the retry quota pays no part of a price', async () => {
  const { isRetried, spendAll } = create();
  await spendAll(503);
  for (let i = 0; i < 9; i++) await isRetried([200]);
  expect(await isRetried(['reset'])).toBe(false);
  expect([await isRetried([503]), await isRetried([503])]).toEqual([true, false]);
});

it.each<[Outcome]>([[503], ['reset']])(
  'the retry quota is refunded the whole price of a retry that succeeds after %s',
  async (outcome) => {
    const { isRetried, spendAll } = create();
    const spent = outcome === 'reset' ? 49 : 99;
    for (let i = 0; i < spent; i++) await isRetried([outcome]);
    for (let i = 0; i < 20; i++) expect(await isRetried([outcome, 200])).toBe(true);
    expect(await spendAll(outcome)).toBe(1);
  },
);

it.each([[200], [204], [301], [304], [400], [404], [422]])(
  'the retry quota grows a little for a call without retries whose response is a %d',
  async (status) => {
    const { isRetried, spendAll } = create();
    await spendAll(503);
    for (let i = 0; i < 5; i++) await isRetried([status]);
    expect(await spendAll(503)).toBe(1);
  },
);

it('the retry quota never exceeds its initial value', async () => {
  const { isRetried, spendAll } = create();
  for (let i = 0; i < 1000; i++) await isRetried([200]);
  expect(await spendAll('reset')).toBe(50);
});

describe('time', () => {
  it.each([
    [999, 0],
    [1000, 1],
    [5000, 5],
    [10_000, 10],
    [3_600_000, 10],
  ])('the retry quota gives back tokens after %d ms for %d retries', async (milliseconds, count) => {
    const { clock, spendAll } = create();
    await spendAll(503);
    await clock.advance(milliseconds);
    expect(await spendAll(503)).toBe(count);
  });

  it('the retry quota lets a process that calls once an hour retry after an outage', async () => {
    const { clock, isRetried, spendAll } = create();
    await spendAll('reset');
    for (let hour = 0; hour < 24; hour++) {
      await clock.advance(3_600_000);
      expect(await isRetried(['reset', 200])).toBe(true);
    }
  });

  it('the retry quota is not reduced by time', async () => {
    const { clock, spendAll } = create();
    await clock.advance(60_000);
    expect(await spendAll(503)).toBe(100);
  });
});

describe('one operation that always fails', () => {
  it.each<[Outcome]>([[503], ['reset']])(
    'an operation that always fails with %s does not end the retries of another',
    async (outcome) => {
      const { isRetried, spendAll } = create();
      await spendAll(outcome, list);
      for (let i = 0; i < 1000; i++) {
        await isRetried([outcome], list);
        expect(await isRetried([outcome, 200], get)).toBe(true);
      }
      expect(await isRetried([outcome], list)).toBe(false);
    },
  );

  it('an operation that never succeeds overdraws the retry quota by a few retries at most', async () => {
    const { spendAll } = create();
    await spendAll(503, list);
    expect(await spendAll(503, get)).toBe(8);
  });
});

describe('a simulation of 20,000 calls with three attempts', () => {
  /** Share of lost calls, and requests for each call. The failures are the same for both, by a generator with a seed. */
  function simulate(
    rate: number,
    price: number,
    quota: { take(price: number): boolean; refund(tokens: number): void },
  ) {
    let seed = 20261127;
    const random = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    let lost = 0;
    let requests = 0;
    for (let call = 0; call < 20_000; call++) {
      const outcomes = [0, 1, 2].map(() => random() >= rate);
      let paid = 0;
      for (const [attempt, succeeds] of outcomes.entries()) {
        requests++;
        if (succeeds) {
          quota.refund(paid || 1);
          break;
        }
        if (attempt === 2 || !quota.take(price)) {
          lost++;
          break;
        }
        paid = price;
      }
    }
    return { lost: lost / 20_000, requests: requests / 20_000 };
  }

  /** The standard mode as it is specified: 500 tokens, refunded by the price of the last retry, or 1. */
  function standardMode() {
    let tokens = 500;
    return {
      take: (price: number) => {
        const isPaid = tokens >= price;
        if (isPaid) tokens -= price;
        return isPaid;
      },
      refund: (refunded: number) => {
        tokens = Math.min(500, tokens + refunded);
      },
    };
  }

  /** Calls of one operation, in an instant, or with some milliseconds between them. */
  function ours(interval: number) {
    const quota = createRetryQuota();
    let steps = 0;
    return {
      take: (price: number) => quota.take(list, price, steps++ * interval),
      refund: (tokens: number) => quota.refund(list, tokens, steps++ * interval),
    };
  }

  const rates = [0.05, 0.1, 0.2, 0.3, 0.5];
  const prices = Object.entries(retryPrices);
  it.each(rates.flatMap((rate) => prices.map(([name, price]) => [rate, name, price] as const)))(
    'the retry quota loses no more calls than the standard mode at a failure rate of %d, each failure with %s',
    (rate, _, price) => {
      const standard = simulate(rate, price, standardMode());
      expect(simulate(rate, price, ours(0))).toEqual(standard);
      expect(simulate(rate, price, ours(10)).lost).toBeLessThanOrEqual(standard.lost);
    },
  );

  it.each(prices)('a dead vendor gets at most 1.05 requests for each call: %s', (_, price) => {
    for (const interval of [0, 1, 10]) expect(simulate(1, price, ours(interval)).requests).toBeLessThanOrEqual(1.05);
  });
});

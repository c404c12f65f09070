import { expect, it } from 'vitest';
import { RequestFactory } from '../../../test/request-factory.ts';
import { ConnectionError } from '../../errors/connection-error.ts';
import { retry } from './retry.ts';

type Outcome = number | 'reset';

/** Makes calls that share a quota. Each has at most two attempts with these outcomes. */
function create() {
  const client = new RequestFactory({ retry: { attempts: 2, baseDelay: 0 } });
  const policy = retry();
  const isRetried = async (...outcomes: [Outcome, Outcome?]): Promise<boolean> => {
    let sent = 0;
    const sending = policy(client.create(), async (request) => {
      const outcome = outcomes[sent++] ?? outcomes[0];
      if (outcome === 'reset') throw new ConnectionError(request, undefined);
      return new Response(null, { status: outcome });
    });
    await client.clock.run(sending.catch(() => {}));
    return sent === 2;
  };
  const spendAll = async (outcome: Outcome): Promise<number> => {
    let count = 0;
    while (await isRetried(outcome)) count++;
    return count;
  };
  return { isRetried, spendAll };
}

it('the retry quota pays for 100 retries after a response, or 50 after no response', async () => {
  expect(await create().spendAll(503)).toBe(100);
  expect(await create().spendAll('reset')).toBe(50);
});

it('the retry quota pays no part of a price', async () => {
  const { isRetried, spendAll } = create();
  await spendAll(503);
  for (let i = 0; i < 9; i++) await isRetried(200);
  expect(await isRetried('reset')).toBe(false);
  expect([await isRetried(503), await isRetried(503)]).toEqual([true, false]);
});

it('the retry quota is refunded for a retry that succeeds, and grows a little for a call without retries', async () => {
  const { isRetried, spendAll } = create();
  for (let i = 0; i < 99; i++) await isRetried(503);
  expect([await isRetried(503, 200), await isRetried(503, 200)]).toEqual([true, true]);
  expect(await spendAll(503)).toBe(1);
  for (let i = 0; i < 5; i++) await isRetried(200);
  expect(await spendAll(503)).toBe(1);
});

it('the retry quota never exceeds its initial value', async () => {
  const { isRetried, spendAll } = create();
  for (let i = 0; i < 1000; i++) await isRetried(200);
  expect(await spendAll('reset')).toBe(50);
});

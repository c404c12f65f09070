/** A sandbox that begins with the examples of the spec. */
import { createSandbox } from '@plumbline/sandbox';
import data from '@plumbline/spec-magicbell/sandbox';
import { expect, it } from 'vitest';

const asMary = { 'X-MAGICBELL-API-KEY': 'sandbox_api_key', 'X-MAGICBELL-USER-EMAIL': 'mary@example.com' };

it('an example belongs to the caller that it names', async () => {
  const vendor = createSandbox(data, { examples: true });
  const response = await vendor.fetch('https://api.magicbell.com/notifications', { headers: asMary });
  const { notifications } = (await response.json()) as { notifications: { recipient: { email: string } }[] };
  expect(notifications.length).toBeGreaterThan(1);
  expect(new Set(notifications.map(({ recipient }) => recipient.email))).toEqual(new Set(['mary@example.com']));
});

it('an example that names no caller belongs to the first one', async () => {
  const vendor = createSandbox(data, { examples: true });
  const [subscription] = vendor.resources.subscription.all();
  const url = `https://api.magicbell.com/subscriptions/${subscription?.topic}`;
  expect((await vendor.fetch(url, { headers: asMary })).status).toBe(200);
});

it('a request that repeats an assumption of another makes a new entry of it', async () => {
  const vendor = createSandbox(data, { examples: true });
  const list = () => vendor.fetch('https://api.magicbell.com/notifications', { headers: asMary });
  await list();
  const before = vendor.assumptions();
  await list();
  expect(vendor.assumptions()).toEqual(before);
  expect(vendor.assumptions().filter((assumption) => before.includes(assumption))).toEqual([]);
});

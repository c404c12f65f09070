/** 10,000 creates with keys, while connections fail and responses are lost: each notification is there once. */
import { createMagicBell } from '@plumbline/magicbell';
import { ManualClock } from '@plumbline/runtime/testing';
import { createSandbox, type Fault } from '@plumbline/sandbox';
import magicbell from '@plumbline/spec-magicbell/sandbox';
import { expect, it } from 'vitest';

const total = 10_000;
const faults: readonly Fault[] = ['response-lost', 'cut-off', 'no-connection', { status: 503 }];

it('10,000 creates with keys under random faults make exactly 10,000 notifications', async () => {
  const clock = new ManualClock();
  const vendor = createSandbox(magicbell, { clock, seed: 20261128 });
  for (const fault of faults) vendor.fail('notifications/create', { with: fault, rate: 0.06 });
  const retry = { attempts: 12, baseDelay: 1 };
  const { notifications } = createMagicBell({ ...vendor.credentials, fetch: vendor.fetch, clock, retry });
  const work = Array.from({ length: total }, (_, index) => `Task ${index}`).values();
  const responded = new Set<unknown>();
  const create = async () => {
    for (const title of work) {
      const recipients = [{ email: 'ada@example.com' }];
      const body = await notifications.create({ notification: { title, recipients } });
      responded.add(body.notification?.title);
    }
  };
  // The clock stands still while all of them wait for a retry. The retry quota pays for 50.
  await clock.run(Promise.all(Array.from({ length: 40 }, create)));
  const titles = vendor.resources.notification.all().map(({ title }) => title);
  expect(titles).toHaveLength(total);
  expect(new Set(titles).size).toBe(total);
  expect(responded.size).toBe(total);
  expect(vendor.resources.user.all()).toHaveLength(1);
  expect(clock.pending).toBe(0);
});

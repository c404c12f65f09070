import { createMagicBell } from '@plumbline/magicbell';
import { createSandbox } from '@plumbline/sandbox';
import data from '@plumbline/spec-magicbell/sandbox';
import { beforeEach, expect, it } from 'vitest';

const vendor = createSandbox(data);
const { credentials, fetch } = vendor;
const retry = { baseDelay: 0 };
const magicbell = createMagicBell({ ...credentials, fetch, retry });

beforeEach(() => vendor.reset());

it('welcome sends one notification if a response is lost', async () => {
  vendor.fail('notifications/create', { with: 'response-lost' });
  await welcome('mary@example.com');

  expect(vendor.resources.notification.all()).toHaveLength(1);
  const statuses = vendor.requests.map(({ status }) => status);
  expect(statuses).toEqual([undefined, 201]);
});

async function welcome(email: string): Promise<void> {
  const notification = { title: 'Welcome', recipients: [{ email }] };
  await magicbell.notifications.create({ notification });
}

import { createMagicBell } from '@plumbline/magicbell';
import { createSandbox } from '@plumbline/sandbox';
import data from '@plumbline/spec-magicbell/sandbox';
import { http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, expect, it } from 'vitest';

const vendor = createSandbox(data);
const server = setupServer(
  http.all('https://api.magicbell.com/*', ({ request }) =>
    vendor.fetch(request),
  ),
);
beforeAll(() => server.listen());
afterAll(() => server.close());

it('the request of a client reaches the sandbox', async () => {
  const magicbell = createMagicBell(vendor.credentials);
  await magicbell.users.create({ user: { email: 'mary@example.com' } });
  expect(vendor.resources.user.all()).toHaveLength(1);
});

import { createMagicBell } from '@plumbline/magicbell';

const baseUrl = `${process.env.ORIGIN}/magicbell`;
const create = () => createMagicBell({ apiKey: 'the-key', apiSecret: 'the-secret', baseUrl, retry: false });

test('a call works in the vm context of Jest', async () => {
  const { user } = await create().users.get({ user_id: 'mary' });
  expect(user.id).toBe('server');
});

test('a call uses a fetch that a test put in place', async () => {
  const native = globalThis.fetch;
  globalThis.fetch = async () => Response.json({ user: { id: 'interceptor' } });
  const { user } = await create().users.get({ user_id: 'mary' });
  globalThis.fetch = native;
  expect(user.id).toBe('interceptor');
});

test('a call works where npm undici was imported', async () => {
  await import('undici');
  const { user } = await create().users.get({ user_id: 'mary' });
  expect(user.id).toBe('server');
});

import { createMagicBell } from '@plumbline/magicbell';

const magicbell = createMagicBell();

const controller = new AbortController();
process.once('SIGINT', () => controller.abort(new Error('Stopped.')));

const users = magicbell.users.list({}, { signal: controller.signal });
for await (const user of users) {
  console.log(user.id);
  if (user.email === 'mary@example.com') break; // requests no further page
}

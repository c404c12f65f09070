import { createMagicBell } from '@plumbline/magicbell';

const magicbell = createMagicBell();

const users = magicbell.users.list({
  order_by: 'last_seen_at,DESC',
});
for await (const user of users) {
  console.log(user.id, user.email);
}

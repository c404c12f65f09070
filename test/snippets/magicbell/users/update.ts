import { createMagicBell } from '@plumbline/magicbell';

const magicbell = createMagicBell();

// `user_id` is an id, `email:` or `external_id:`.
const { user } = await magicbell.users.update({
  user_id: 'email:mary@example.com',
  user: { email: 'mary.new@example.com' },
});
console.log(user.email);

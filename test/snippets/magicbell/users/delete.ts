import { createMagicBell } from '@plumbline/magicbell';

const magicbell = createMagicBell();

await magicbell.users.delete({
  user_id: 'email:mary@example.com',
});

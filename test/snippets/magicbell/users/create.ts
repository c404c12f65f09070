import { createMagicBell } from '@plumbline/magicbell';

const magicbell = createMagicBell();

const { user } = await magicbell.users.create({
  user: {
    external_id: '56780',
    email: 'mary@example.com',
    first_name: 'Mary',
    custom_attributes: { plan: 'enterprise' },
  },
});
console.log(user.id);

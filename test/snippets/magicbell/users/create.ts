import { createMagicBell } from '@plumbline/magicbell';

const { MAGICBELL_API_KEY: apiKey = '', MAGICBELL_API_SECRET: apiSecret = '' } = process.env;
const magicbell = createMagicBell({ apiKey, apiSecret });

const { user } = await magicbell.users.create({
  user: {
    external_id: '56780',
    email: 'mary@example.com',
    first_name: 'Mary',
    custom_attributes: { plan: 'enterprise' },
  },
});
console.log(user.id);

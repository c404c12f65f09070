import { createMagicBell } from '@plumbline/magicbell';

const { MAGICBELL_API_KEY: apiKey = '', MAGICBELL_API_SECRET: apiSecret = '' } = process.env;
const magicbell = createMagicBell({ apiKey, apiSecret });

const { user } = await magicbell.users.update({
  user_id: 'email:mary@example.com', // or the id, or external_id:56780
  user: { email: 'mary.new@example.com' },
});
console.log(user.email);

import { createMagicBell } from '@plumbline/magicbell';

const { MAGICBELL_API_KEY: apiKey = '', MAGICBELL_API_SECRET: apiSecret = '' } = process.env;
const magicbell = createMagicBell({ apiKey, apiSecret });

await magicbell.users.delete({ user_id: 'email:mary@example.com' });

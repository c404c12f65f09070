import { createMagicBell } from '@plumbline/magicbell';

const { MAGICBELL_API_KEY: apiKey = '', MAGICBELL_API_SECRET: apiSecret = '' } = process.env;
const magicbell = createMagicBell({ apiKey, apiSecret });

for await (const user of magicbell.users.list({ order_by: 'last_seen_at,DESC' })) {
  console.log(user.id, user.email);
}

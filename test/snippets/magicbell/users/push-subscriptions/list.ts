import { createMagicBell } from '@plumbline/magicbell';

const { MAGICBELL_API_KEY: apiKey = '', MAGICBELL_API_SECRET: apiSecret = '' } = process.env;
const magicbell = createMagicBell({ apiKey, apiSecret });

const user_id = '3b9d6c1e-2a47-4f5d-8e10-9c7a5b4d3f21';
for await (const device of magicbell.users.pushSubscriptions.list({ user_id })) {
  console.log(device.platform, device.created_at);
}

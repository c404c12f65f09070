import { createMagicBellUser } from '@plumbline/magicbell';

const { MAGICBELL_API_KEY: apiKey = '' } = process.env;
const inbox = createMagicBellUser({ apiKey, userEmail: 'mary@example.com' });

const { push_subscriptions } = await inbox.pushSubscriptions.list();
for (const device of push_subscriptions) console.log(device.platform, device.created_at);

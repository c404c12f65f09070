import { createMagicBellUser } from '@plumbline/magicbell';

const { MAGICBELL_API_KEY: apiKey = '' } = process.env;
const inbox = createMagicBellUser({ apiKey, userEmail: 'mary@example.com' });

const { push_subscription } = await inbox.pushSubscriptions.create({
  push_subscription: {
    device_token: 'x4doKe98yEZ21Kum2Qq39M3b8jkhonuIupobyFnL0wJMSWAZ8zoTp2dyHgV',
    platform: 'ios',
    app_bundle_id: 'com.example.app',
  },
});
console.log(push_subscription.id);

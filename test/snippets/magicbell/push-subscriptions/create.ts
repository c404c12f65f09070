import { createMagicBellUser } from '@plumbline/magicbell';

const inbox = createMagicBellUser({
  userEmail: 'mary@example.com',
});

const created = await inbox.pushSubscriptions.create({
  push_subscription: {
    device_token: 'x4doKe98yEZ21Kum2Qq39M3b8jkhonu',
    platform: 'ios',
    app_bundle_id: 'com.example.app',
  },
});
console.log(created.push_subscription.id);

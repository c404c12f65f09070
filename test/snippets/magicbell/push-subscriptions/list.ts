import { createMagicBellUser } from '@plumbline/magicbell';

const inbox = createMagicBellUser({
  userEmail: 'mary@example.com',
});

const devices = await inbox.pushSubscriptions.list();
for (const device of devices.push_subscriptions) {
  console.log(device.platform, device.created_at);
}

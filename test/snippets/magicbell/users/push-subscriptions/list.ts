import { createMagicBell } from '@plumbline/magicbell';

const magicbell = createMagicBell();

const devices = magicbell.users.pushSubscriptions.list({
  user_id: '3b9d6c1e-2a47-4f5d-8e10-9c7a5b4d3f21',
});
for await (const device of devices) {
  console.log(device.platform, device.created_at);
}

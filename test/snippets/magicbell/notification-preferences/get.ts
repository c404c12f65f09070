import { createMagicBellUser } from '@plumbline/magicbell';

const inbox = createMagicBellUser({
  userEmail: 'mary@example.com',
});

const found = await inbox.notificationPreferences.get();
const { categories } = found.notification_preferences;
for (const { label, channels } of categories) {
  console.log(label, channels);
}

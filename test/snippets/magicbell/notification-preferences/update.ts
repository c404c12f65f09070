import { createMagicBellUser } from '@plumbline/magicbell';

const { MAGICBELL_API_KEY: apiKey = '' } = process.env;
const inbox = createMagicBellUser({ apiKey, userEmail: 'mary@example.com' });

await inbox.notificationPreferences.update({
  notification_preferences: {
    categories: [{ slug: 'billing', channels: [{ slug: 'email', enabled: false }] }],
  },
});

import { createMagicBellUser } from '@plumbline/magicbell';

const inbox = createMagicBellUser({
  userEmail: 'mary@example.com',
});

const noEmail = [{ slug: 'email', enabled: false }];
await inbox.notificationPreferences.update({
  notification_preferences: {
    categories: [{ slug: 'billing', channels: noEmail }],
  },
});

import { createMagicBellUser } from '@plumbline/magicbell';

const inbox = createMagicBellUser({
  userEmail: 'mary@example.com',
});

await inbox.notifications.markAllAsRead({
  topic: 'order:33098',
});

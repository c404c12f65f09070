import { createMagicBellUser } from '@plumbline/magicbell';

const inbox = createMagicBellUser({
  userEmail: 'mary@example.com',
});

await inbox.notifications.markAllAsSeen({
  category: 'order_ready',
});

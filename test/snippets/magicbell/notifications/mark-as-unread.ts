import { createMagicBellUser } from '@plumbline/magicbell';

const inbox = createMagicBellUser({
  userEmail: 'mary@example.com',
});

await inbox.notifications.markAsUnread({
  notification_id: '4e2e236a-4538-4466-a9d6-30489e910b1f',
});

import { createMagicBellUser } from '@plumbline/magicbell';

const inbox = createMagicBellUser({
  userEmail: 'mary@example.com',
});

const unread = inbox.notifications.list({ read: false });
for await (const notification of unread) {
  console.log(notification.title);
}

import { createMagicBell } from '@plumbline/magicbell';

// Reads MAGICBELL_API_KEY and MAGICBELL_API_SECRET.
const magicbell = createMagicBell();

const recipients = [{ email: 'mary@example.com' }];
const { notification } = await magicbell.notifications.create({
  notification: { title: 'Task assigned to you', recipients },
});
console.log(notification.id);

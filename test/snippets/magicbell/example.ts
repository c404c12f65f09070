import { createMagicBell } from '@plumbline/magicbell';

const magicbell = createMagicBell(); // reads MAGICBELL_API_KEY and MAGICBELL_API_SECRET

const { notification } = await magicbell.notifications.create({
  notification: { title: 'Task assigned to you', recipients: [{ email: 'mary@example.com' }] },
});
console.log(notification.id);

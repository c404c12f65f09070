import { createMagicBell } from '@plumbline/magicbell';

const magicbell = createMagicBell();

const sent = await magicbell.notifications.create({
  notification: {
    title: 'Task assigned to you',
    content: 'Can you upgrade us to the Startup plan?',
    category: 'billing',
    recipients: [{ email: 'mary@example.com' }],
  },
});
console.log(sent.notification.id);

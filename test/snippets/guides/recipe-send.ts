import { createMagicBell } from '@plumbline/magicbell';

const magicbell = createMagicBell();

const { notification } = await magicbell.notifications.create({
  notification: {
    title: 'The report is ready',
    action_url: 'https://example.com/reports/7',
    recipients: [{ email: 'mary@example.com' }, { external_id: '42' }],
  },
});
console.log(notification.id);

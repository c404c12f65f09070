import { createMagicBell } from '@plumbline/magicbell';

const { MAGICBELL_API_KEY: apiKey = '', MAGICBELL_API_SECRET: apiSecret = '' } = process.env;
const magicbell = createMagicBell({ apiKey, apiSecret });

const { notification } = await magicbell.notifications.create({
  notification: { title: 'Task assigned to you', recipients: [{ email: 'mary@example.com' }] },
});
console.log(notification.id);

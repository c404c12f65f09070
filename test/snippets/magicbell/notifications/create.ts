import { createMagicBell } from '@plumbline/magicbell';

const { MAGICBELL_API_KEY: apiKey = '', MAGICBELL_API_SECRET: apiSecret = '' } = process.env;
const magicbell = createMagicBell({ apiKey, apiSecret });

const { notification } = await magicbell.notifications.create({
  notification: {
    title: 'Task assigned to you: Upgrade to Startup plan',
    content: 'Hello, can you upgrade us to the Startup plan. Thank you.',
    category: 'billing',
    action_url: 'https://magicbell.com/pricing',
    recipients: [{ email: 'mary@example.com' }, { email: 'richard@example.com' }],
  },
});
console.log(notification.id);

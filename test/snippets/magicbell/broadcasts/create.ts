import { createMagicBell } from '@plumbline/magicbell';

const { MAGICBELL_API_KEY: apiKey = '', MAGICBELL_API_SECRET: apiSecret = '' } = process.env;
const magicbell = createMagicBell({ apiKey, apiSecret });

const { broadcast } = await magicbell.broadcasts.create({
  broadcast: {
    title: 'Your order is ready for pickup',
    category: 'order_ready',
    topic: 'order:33098',
    recipients: [{ external_id: '56780' }, { email: 'richard@example.com' }],
  },
});
console.log(broadcast.id);

import { createMagicBell } from '@plumbline/magicbell';

const magicbell = createMagicBell();

const { broadcast } = await magicbell.broadcasts.create({
  broadcast: {
    title: 'Your order is ready for pickup',
    category: 'order_ready',
    topic: 'order:33098',
    recipients: [{ external_id: '56780' }],
  },
});
console.log(broadcast.id);

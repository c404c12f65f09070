import { createMagicBellUser } from '@plumbline/magicbell';

const inbox = createMagicBellUser({
  userEmail: 'mary@example.com',
});

await inbox.subscriptions.delete({
  topic: 'acme-inc.orders.1234',
  categories: [{ slug: 'comments' }],
});

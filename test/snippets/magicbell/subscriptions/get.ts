import { createMagicBellUser } from '@plumbline/magicbell';

const inbox = createMagicBellUser({
  userEmail: 'mary@example.com',
});

const { subscription } = await inbox.subscriptions.get({
  topic: 'acme-inc.orders.1234',
});
console.log(subscription.categories);

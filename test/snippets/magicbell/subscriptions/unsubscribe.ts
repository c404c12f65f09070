import { createMagicBellUser } from '@plumbline/magicbell';

const inbox = createMagicBellUser({
  userEmail: 'mary@example.com',
});

const rest = await inbox.subscriptions.unsubscribe({
  topic: 'acme-inc.orders.1234',
  subscription: { categories: [{ slug: 'comments' }] },
});
console.log(rest.subscription.categories);

import { createMagicBellUser } from '@plumbline/magicbell';

const inbox = createMagicBellUser({
  userEmail: 'mary@example.com',
});

const { subscription } = await inbox.subscriptions.create({
  subscription: {
    topic: 'acme-inc.orders.1234',
    categories: [
      { slug: 'comments', reason: 'watching-the-order' },
    ],
  },
});
console.log(subscription.categories);

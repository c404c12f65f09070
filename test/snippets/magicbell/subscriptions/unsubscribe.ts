import { createMagicBellUser } from '@plumbline/magicbell';

const { MAGICBELL_API_KEY: apiKey = '' } = process.env;
const inbox = createMagicBellUser({ apiKey, userEmail: 'mary@example.com' });

const { subscription } = await inbox.subscriptions.unsubscribe({
  topic: 'acme-inc.orders.1234',
  subscription: { categories: [{ slug: 'comments' }] },
});
console.log(subscription.categories);

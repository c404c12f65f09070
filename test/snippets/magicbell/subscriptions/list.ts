import { createMagicBellUser } from '@plumbline/magicbell';

const inbox = createMagicBellUser({
  userEmail: 'mary@example.com',
});

const { subscriptions } = await inbox.subscriptions.list();
for (const { topic, categories } of subscriptions) {
  console.log(topic, categories);
}

import { createMagicBellUser } from '@plumbline/magicbell';

const { MAGICBELL_API_KEY: apiKey = '' } = process.env;
const inbox = createMagicBellUser({ apiKey, userEmail: 'mary@example.com' });

const { subscriptions } = await inbox.subscriptions.list();
for (const { topic, categories } of subscriptions) console.log(topic, categories);

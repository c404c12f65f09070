import { createMagicBellUser } from '@plumbline/magicbell';

const { MAGICBELL_API_KEY: apiKey = '' } = process.env;
const inbox = createMagicBellUser({ apiKey, userEmail: 'mary@example.com' });

await inbox.subscriptions.delete({ topic: 'acme-inc.orders.1234', categories: [{ slug: 'comments' }] });

import { createMagicBellUser } from '@plumbline/magicbell';

const { MAGICBELL_API_KEY: apiKey = '' } = process.env;
const inbox = createMagicBellUser({ apiKey, userEmail: 'mary@example.com' });

await inbox.notifications.markAllAsRead({ topic: 'order:33098' });

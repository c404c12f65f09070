import { createMagicBellUser } from '@plumbline/magicbell';

const { MAGICBELL_API_KEY: apiKey = '' } = process.env;
const inbox = createMagicBellUser({ apiKey, userEmail: 'mary@example.com' });

const { notification_preferences } = await inbox.notificationPreferences.get();
for (const { label, channels } of notification_preferences.categories) console.log(label, channels);

import { createMagicBellUser, createUserHmac } from '@plumbline/magicbell';

// On your server, which knows who is signed in.
const identity = { userEmail: 'mary@example.com' };
const secret = process.env.MAGICBELL_API_SECRET;
const userHmac = await createUserHmac(secret, identity);

// In the browser, with the identity and the HMAC from your server.
const apiKey = 'the public API key';
const inbox = createMagicBellUser({ apiKey, userHmac, ...identity });
const unread = inbox.notifications.list({ read: false });
for await (const { title } of unread) console.log(title);

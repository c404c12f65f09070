import { createMagicBellUser } from '@plumbline/magicbell';

const inbox = createMagicBellUser({
  userEmail: 'mary@example.com',
});

await inbox.pushSubscriptions.delete({
  device_token: 'x4doKe98yEZ21Kum2Qq39M3b8jkhonu',
});

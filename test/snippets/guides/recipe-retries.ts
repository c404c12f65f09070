import { createMagicBell } from '@plumbline/magicbell';

const magicbell = createMagicBell({
  timeout: 5_000, // an attempt, in milliseconds
  deadline: 20_000, // a call with all its attempts
  retry: { attempts: 5 },
});

const recipients = [{ email: 'mary@example.com' }];
await magicbell.notifications.create(
  { notification: { title: 'The report is ready', recipients } },
  { idempotencyKey: 'report-7' }, // also after a crash: it is sent once
);

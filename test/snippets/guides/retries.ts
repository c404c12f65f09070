// #region client
import { createMagicBell } from '@plumbline/magicbell';

const { MAGICBELL_API_KEY: apiKey = '', MAGICBELL_API_SECRET: apiSecret = '' } = process.env;
const magicbell = createMagicBell({
  apiKey,
  apiSecret,
  rateLimit: true, // wait before a request exceeds MagicBell's documented limits
  deadline: 20_000, // for a whole call: attempts, delays and pages
  retry: { attempts: 5, baseDelay: 250 },
});
// #endregion

// #region key
const task = { id: 7, title: 'Upgrade to Startup plan' };
await magicbell.notifications.create(
  { notification: { title: task.title, recipients: [{ email: 'mary@example.com' }] } },
  { idempotencyKey: `task-${task.id}` }, // the same after a crash: MagicBell sends it once
);
// #endregion

// #region off
await magicbell.users.list({ per_page: 50 }, { retry: false, timeout: 2_000 });
// #endregion

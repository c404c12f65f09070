// #region client
import { createMagicBell } from '@plumbline/magicbell';

const magicbell = createMagicBell({
  rateLimit: true, // wait to stay within MagicBell's limits
  deadline: 20_000, // for a whole call: attempts, delays and pages
  retry: { attempts: 5, baseDelay: 250 },
});
// #endregion

// #region key
const task = { id: 7, title: 'Upgrade to Startup plan' };
const recipients = [{ email: 'mary@example.com' }];
await magicbell.notifications.create(
  { notification: { title: task.title, recipients } },
  { idempotencyKey: `task-${task.id}` }, // also after a crash: it is sent once
);
// #endregion

// #region off
const options = { retry: false, timeout: 2_000 } as const;
await magicbell.users.list({ per_page: 50 }, options);
// #endregion

// #region wait
const users = [{ external_id: '42', email: 'mary@example.com' }];
const created = await magicbell.imports.create({ import: { users } });

const deadline = 600_000;
const ended = await magicbell.imports.wait(created.import.id, { deadline });
console.log(ended.import.summary, ended.import.failures);
// #endregion

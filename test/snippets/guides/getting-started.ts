// #region client
import { createMagicBell, isApiError } from '@plumbline/magicbell';

const magicbell = createMagicBell();
// #endregion

// #region call
const { notification } = await magicbell.notifications.create({
  notification: {
    title: 'Task assigned to you',
    recipients: [{ email: 'mary@example.com' }],
  },
});
console.log(notification.id);
// #endregion

// #region error
try {
  const user_id = '3b9d6c1e-2a47-4f5d-8e10-9c7a5b4d3f21';
  await magicbell.users.get({ user_id });
} catch (error) {
  if (!isApiError(error, 404)) throw error;
  console.log('There is no such user.');
}
// #endregion

// #region list
for await (const user of magicbell.users.list()) {
  console.log(user.email);
}
// #endregion

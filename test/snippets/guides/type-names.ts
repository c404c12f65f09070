// #region names
import {
  createMagicBell,
  isApiError,
  type Notification,
  type NotificationsCreateParams,
  type NotificationsCreateResponse,
  type NotificationsCreateResult,
} from '@plumbline/magicbell';

const magicbell = createMagicBell();

async function send(params: NotificationsCreateParams): Promise<Notification> {
  const body: NotificationsCreateResponse =
    await magicbell.notifications.create(params);
  return body.notification;
}
// #endregion

// #region result
const report = (result: NotificationsCreateResult): string => {
  if (result.ok) return result.data.notification.id ?? 'sent';
  if (result.status === 422) return result.error.errors?.[0]?.message ?? '';
  return `Status ${result.status}`;
};
// #endregion

const params: NotificationsCreateParams = {
  notification: {
    title: 'Task assigned to you',
    recipients: [{ email: 'mary@example.com' }],
  },
};
console.log(report(await magicbell.notifications.create(params).result()));

// #region error
try {
  await send(params);
} catch (error) {
  if (!isApiError(error, 422)) throw error;
  for (const { message, code } of error.body?.errors ?? []) {
    console.log(code, message);
  }
}
// #endregion

/** The responses of MagicBell for what a model holds. */
import type { MagicBellModel, ModelBroadcast, ModelNotification, ModelUser } from './magicbell-model.ts';

const seconds = (time: string | null) => time && Math.floor(Date.parse(time) / 1000);

export function showUser({ created_at, last_seen_at, last_notified_at, ...user }: ModelUser): object {
  return user;
}

/** As the inbox shows it. */
export function showInInbox({
  id,
  user,
  title,
  category,
  topic,
  sent,
  seen,
  read,
  archived,
}: ModelNotification): object {
  const empty = { content: null, action_url: null, custom_attributes: null };
  const times = {
    sent_at: seconds(sent),
    seen_at: seconds(seen),
    read_at: seconds(read),
    archived_at: seconds(archived),
  };
  return { id, title, ...empty, category, topic, recipient: showUser(user), ...times };
}

/** As the project sees it: below a user, and below a broadcast. */
export function showToProject(notification: ModelNotification): object {
  const { id, user, title, category, topic, sent, updated, seen, read, archived } = notification;
  const status = archived ? 'archived' : read ? 'read' : seen ? 'unread' : 'unseen';
  const times = {
    created_at: sent,
    updated_at: updated,
    sent_at: sent,
    seen_at: seen,
    read_at: read,
    archived_at: archived,
  };
  const recipient = { user: showUser(user) };
  return { id, title, category, topic, status, ...times, discarded_at: null, recipient, deliveries: [] };
}

export function showBroadcast({ id, message, created, reads, total, sent }: ModelBroadcast): object {
  const { title, category = null, topic = null, recipients } = message;
  const states = ['enqueued', 'enqueued', 'processing', 'processed'];
  return {
    ...{
      id,
      title,
      content: null,
      action_url: null,
      category,
      topic,
      custom_attributes: null,
      overrides: {},
      recipients,
    },
    status: { status: states[Math.min(reads, 3)], summary: { total, failures: 0 }, errors: [] },
    ...{ sent_at: sent, created_at: created },
  };
}

export function showImport({ id, users, reads }: MagicBellModel['imports'][number]): object {
  const states = ['enqueued', 'enqueued', 'processing', 'processed'];
  const summary = reads >= 3 ? { total: users, failures: 0 } : {};
  return { id, status: states[Math.min(reads, 3)], summary, errors: [] };
}

export function showDevice({ id, user, token, platform, created }: MagicBellModel['devices'][number]): object {
  return { id, user_id: user.id, device_token: token, platform, created_at: created, discarded_at: null };
}

import { projectSteps } from './magicbell-project-steps.ts';
import { filters, MagicBellSession } from './magicbell-session.ts';
import { userSteps } from './magicbell-user-steps.ts';
import { showInInbox, showToProject, showUser } from './magicbell-views.ts';
import { expectSame, modelCheck, readPages } from './model-check.ts';

export const checkMagicBell = modelCheck(
  (data) => new MagicBellSession(data),
  [...projectSteps, ...userSteps],
  60,
  async (session) => {
    for (const [index, user] of session.model.users.entries()) {
      const { notifications } = session.project.users;
      const list = await notifications.list({ user_id: String(user.id), per_page: 100 }).toArray({ limit: 1000 });
      expectSame(list, session.model.inbox(user).map(showToProject), 'the notifications of a user');
      const { client, user: caller } = session.as(index);
      for (const filter of [{}, ...filters]) {
        const list = client.notifications.list({ ...filter, per_page: 100 });
        const { items, first } = await readPages(list, (page) => page.notifications);
        const inbox = session.model.inbox(caller, filter);
        expectSame(items, inbox.map(showInInbox), 'the inbox of a user');
        expectSame(first?.unread_count, inbox.filter(({ read }) => !read).length, 'unread_count');
        expectSame(first?.unseen_count, inbox.filter(({ seen }) => !seen).length, 'unseen_count');
      }
    }
    const { notification, notificationPreferences, subscription } = session.vendor.resources;
    const owners = notification?.all().map(({ user_id, broadcast_id }) => [user_id, broadcast_id]);
    const expected = session.model.notifications.map(({ user, broadcast }) => [user.id, broadcast?.id]);
    expectSame(owners, expected, 'the owners of notifications');
    const preferences = notificationPreferences?.all().map(({ user_id }) => user_id);
    expectSame(
      preferences,
      [...session.model.preferences.keys()].map(({ id }) => id),
      'the owners of preferences',
    );
    const seen = session.project.users.list({ 'last_seen_at:after': '2026-11-21T00:00:00Z' });
    const expectedSeen = session.model.users.filter(({ last_seen_at }) => last_seen_at).reverse();
    expectSame(await seen.toArray({ limit: 100 }), expectedSeen.map(showUser), 'the users that were seen');
    const subscribers = subscription?.all().map(({ user_id }) => user_id);
    expectSame(
      subscribers,
      session.model.subscriptions.map(({ user }) => user.id),
      'the owners of subscriptions',
    );
  },
);

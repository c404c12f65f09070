/** What a user does: the inbox, subscriptions, devices, preferences. */
import fc from 'fast-check';
import { type MagicBellModel, type ModelNotification, mergeBySlug } from './magicbell-model.ts';
import { actors, filters, type MagicBellSession, sizes, slugs, topics } from './magicbell-session.ts';
import { showDevice, showInInbox } from './magicbell-views.ts';
import { expectSame, readPages, type Step, step } from './model-check.ts';

/** No filter, one, or some. Few notifications pass many. */
const someFilters = fc.oneof(
  { weight: 2, arbitrary: fc.constant({}) },
  { weight: 4, arbitrary: fc.constantFrom(...filters) },
  fc.tuple(fc.constantFrom(...filters), fc.constantFrom(...filters)).map(([one, other]) => ({ ...one, ...other })),
);
const changes = fc.constantFrom('markAsRead', 'markAsUnread', 'archive', 'unarchive', 'delete', 'get');
const categories = fc.uniqueArray(
  fc.record({ slug: slugs, reason: fc.constantFrom('a', 'b') }, { requiredKeys: ['slug'] }),
  {
    selector: ({ slug }) => slug,
  },
);
const tokens = fc.constantFrom('t1', 't/2');
const channels = fc.uniqueArray(fc.record({ slug: fc.constantFrom('email', 'sms'), enabled: fc.boolean() }), {
  selector: ({ slug }) => slug,
});
const preferences = fc.uniqueArray(fc.record({ slug: slugs, channels }), { selector: ({ slug }) => slug });

export const userSteps: readonly Step<MagicBellSession>[] = [
  step('notifications/list', fc.tuple(actors, sizes, someFilters), async (session, [actor, per_page, filter]) => {
    const { client, user } = session.as(actor);
    const list = client.notifications.list({ per_page, ...filter });
    const { items, first } = await readPages(list, (page) => page.notifications);
    const inbox = session.model.inbox(user, filter);
    await session.end();
    expectSame(items, inbox.map(showInInbox), 'notifications/list');
    const { notifications, ...counts } = first ?? {};
    const expected = {
      ...{
        total: inbox.length,
        total_pages: Math.max(1, Math.ceil(inbox.length / per_page)),
        per_page,
        current_page: 1,
      },
      unseen_count: inbox.filter(({ seen }) => !seen).length,
      unread_count: inbox.filter(({ read }) => !read).length,
    };
    expectSame(counts, expected, 'the first page of notifications/list');
  }),
  step(
    'one notification',
    fc.tuple(actors, fc.nat(6), fc.array(changes, { minLength: 1, maxLength: 3 })),
    async (session, values) => {
      const [actor, index, sequence] = values;
      const { users, notifications: all } = session.model;
      const notification = all[index % (all.length || 1)];
      // Most often it is the owner who calls.
      const { client, user } = session.as(
        notification && typeof actor === 'number' ? users.indexOf(notification.user) : actor,
      );
      const { notifications } = client;
      const isOwn = notification?.user === user;
      for (const change of sequence) {
        const result = await notifications[change]({ notification_id: String(notification?.id ?? 'none') }).result();
        const isThere = isOwn && all.includes(notification);
        expectSame(result.status, isThere ? (change === 'get' ? 200 : 204) : 404, `notifications/${change}`);
        if (isThere) changeNotification(session.model, notification, change);
        await session.end();
        if (isThere && result.status === 200) {
          expectSame(result.data?.notification, showInInbox(notification), 'notifications/get');
        }
      }
    },
  ),
  step('all notifications', fc.tuple(actors, fc.boolean(), someFilters), async (session, [actor, isRead, filter]) => {
    const { client, user } = session.as(actor);
    const { notifications } = client;
    await (isRead ? notifications.markAllAsRead(filter) : notifications.markAllAsSeen(filter));
    const now = session.model.now();
    for (const notification of session.model.inbox(user, filter)) {
      Object.assign(notification, { seen: now, updated: now, ...(isRead && { read: now }) });
    }
    await session.end();
  }),
  step('subscriptions/create', fc.tuple(actors, topics, categories), async (session, [actor, topic, sent]) => {
    const { client, user } = session.as(actor);
    const created = await client.subscriptions.create({ subscription: { topic, categories: sent } });
    session.model.subscribe(user, topic, sent);
    const known = session.model.subscriptions.find((one) => one.user === user && one.topic === topic);
    expectSame(created.subscription, { topic, categories: known?.categories }, 'subscriptions/create');
    await session.end();
  }),
  step(
    'subscriptions/unsubscribe',
    fc.tuple(actors, topics, fc.option(slugs)),
    async (session, [actor, topic, slug]) => {
      const { client, user } = session.as(actor);
      const known = session.model.subscriptions.find((one) => one.user === user && one.topic === topic);
      const all = known?.categories.map((category) => ({ slug: category.slug })) ?? [];
      const named = slug === null && all.length > 0 ? all : [{ slug: slug ?? 'news' }];
      const result = await client.subscriptions.unsubscribe({ topic, subscription: { categories: named } }).result();
      if (known)
        mergeBySlug(
          known.categories,
          named.map((category) => ({ ...category, status: 'unsubscribed' })),
        );
      await session.end();
      expectSame(result.status, known ? 200 : 404, 'subscriptions/unsubscribe');
    },
  ),
  step('subscriptions/delete', fc.tuple(actors, topics, fc.oneof(slugs, fc.constant('*'))), async (session, values) => {
    const [actor, topic, slug] = values;
    const { client, user } = session.as(actor);
    const result = await client.subscriptions.delete({ topic, categories: [{ slug }] }).result();
    const { model } = session;
    const known = model.subscriptions.find((one) => one.user === user && one.topic === topic);
    if (known) known.categories = known.categories.filter((one) => slug !== '*' && one.slug !== slug);
    model.subscriptions = model.subscriptions.filter((one) => one !== known || one.categories.length > 0);
    await session.end();
    expectSame(result.status, known ? 204 : 404, 'subscriptions/delete');
  }),
  step('subscriptions/list', fc.tuple(actors, topics), async (session, [actor, topic]) => {
    const { client, user } = session.as(actor);
    const { subscriptions } = await client.subscriptions.list();
    const result = await client.subscriptions.get({ topic }).result();
    await session.end();
    const own = session.model.subscriptions.filter((one) => one.user === user);
    const shown = own.map((one) => ({ topic: one.topic, categories: one.categories }));
    expectSame(subscriptions, shown, 'subscriptions/list');
    const known = shown.find((one) => one.topic === topic);
    expectSame(result.status, known ? 200 : 404, 'subscriptions/get');
    if (result.status === 200) expectSame(result.data.subscription, known, 'subscriptions/get');
  }),
  step(
    'pushSubscriptions/create',
    fc.tuple(actors, tokens, fc.constantFrom('ios', 'android')),
    async (session, values) => {
      const [actor, token, platform] = values;
      const { client, user } = session.as(actor);
      const body = { push_subscription: { device_token: token, platform } };
      const created = await client.pushSubscriptions.create(body);
      const known = session.model.devices.find((one) => one.user === user && one.token === token);
      if (known) known.platform = platform;
      else session.model.devices.push({ user, token, platform, created: session.model.now() });
      await session.end();
      const device = known ?? session.model.devices.at(-1);
      const shown = { id: device?.id, device_token: token, platform };
      expectSame(created.push_subscription, shown, 'pushSubscriptions/create');
    },
  ),
  step('pushSubscriptions/delete', fc.tuple(actors, tokens), async (session, [actor, token]) => {
    const { client, user } = session.as(actor);
    const result = await client.pushSubscriptions.delete({ device_token: token }).result();
    const known = session.model.devices.find((one) => one.user === user && one.token === token);
    session.model.devices = session.model.devices.filter((one) => one !== known);
    await session.end();
    expectSame(result.status, known ? 204 : 404, 'pushSubscriptions/delete');
  }),
  step('pushSubscriptions/list', actors, async (session, actor) => {
    const { client, user } = session.as(actor);
    const { push_subscriptions } = await client.pushSubscriptions.list();
    await session.end();
    const devices = session.model.devices.filter((one) => one.user === user).reverse();
    expectSame(push_subscriptions, devices.map(showDevice), 'pushSubscriptions/list');
  }),
  step('notificationPreferences', fc.tuple(actors, fc.option(preferences)), async (session, [actor, sent]) => {
    const { client, user } = session.as(actor);
    const { notificationPreferences } = client;
    const body = { notification_preferences: { categories: sent ?? [] } };
    const answered = await (sent ? notificationPreferences.update(body) : notificationPreferences.get());
    await session.end();
    const known = session.model.preferences.get(user) ?? [];
    for (const { slug, channels: wanted } of sent ?? []) {
      const category = known.find((one) => one.slug === slug);
      if (category) mergeBySlug(category.channels, wanted);
      else known.push({ slug, channels: wanted.map((channel) => ({ ...channel })) });
    }
    session.model.preferences.set(user, known);
    expectSame(answered.notification_preferences, { categories: known }, 'notificationPreferences');
  }),
];

function changeNotification(model: MagicBellModel, notification: ModelNotification, change: string): void {
  const now = model.now();
  if (change === 'get') return;
  if (change === 'markAsRead') Object.assign(notification, { read: now, seen: now });
  if (change === 'markAsUnread') notification.read = null;
  if (change === 'archive') notification.archived = now;
  if (change === 'unarchive') notification.archived = null;
  if (change === 'delete') model.notifications.splice(model.notifications.indexOf(notification), 1);
  notification.updated = now;
}

/** What a project does: users, notifications, broadcasts, imports. */
import fc from 'fast-check';
import { emptyUser, type Message, type ModelUser } from './magicbell-model.ts';
import { emails, externalIds, type MagicBellSession, messages, sizes, userInputs } from './magicbell-session.ts';
import { showBroadcast, showDevice, showImport, showToProject, showUser } from './magicbell-views.ts';
import { expectSame, readPages, type Step, step } from './model-check.ts';

/** Which of some items, or none where it is beyond them. */
const indexes = fc.nat(3);
const reads = fc.integer({ min: 1, max: 4 });
const paths = fc.oneof(
  emails.map((email) => `email:${email}`),
  externalIds.map((id) => `external_id:${id}`),
  indexes,
);
const unknown = '00000000-0000-4000-a000-000000000000';

/** What `users/get` and the like take: a form of a key, or the id of the user at an index. */
function pathOf({ model }: MagicBellSession, path: string | number): string {
  return typeof path === 'string' ? path : String(model.users[path]?.id ?? unknown);
}

export const projectSteps: readonly Step<MagicBellSession>[] = [
  step('users/create', userInputs, async (session, user) => {
    const result = await session.project.users.create({ user }).result();
    const found = session.model.upsert(user);
    await session.end();
    expectSame(result.status, found ? 201 : 422, 'users/create');
    if (result.status === 201) expectSame(result.data.user, showUser(found as ModelUser), 'users/create');
  }),
  step('users/update', fc.tuple(paths, userInputs), async (session, [path, user]) => {
    const user_id = pathOf(session, path);
    const result = await session.project.users.update({ user_id, user }).result();
    const found = session.model.named(user_id);
    if (found) Object.assign(found, user);
    await session.end();
    expectSame(result.status, found ? 200 : 404, 'users/update');
    if (result.status === 200) expectSame(result.data.user, showUser(found as ModelUser), 'users/update');
  }),
  step('users/delete', paths, async (session, path) => {
    const user_id = pathOf(session, path);
    const { status } = await session.project.users.delete({ user_id }).result();
    const found = session.model.named(user_id);
    if (found) session.model.removeUser(found);
    await session.end();
    expectSame(status, found ? 204 : 404, 'users/delete');
  }),
  step('users/get', indexes, async (session, index) => {
    const user_id = pathOf(session, index);
    const result = await session.project.users.get({ user_id }).result();
    const found = session.model.named(user_id);
    expectSame(result.status, found ? 200 : 404, 'users/get');
    if (result.status === 200) expectSame(result.data.user, showUser(found as ModelUser), 'users/get');
  }),
  step('a user that was seen', emails, async (session, email) => {
    const times = { created_at: session.model.now(), last_seen_at: session.model.now() };
    session.vendor.resources.user?.add({ email, ...times });
    session.model.users.push({ ...emptyUser, email, ...times });
    await session.end();
  }),
  step('users/list', fc.tuple(sizes, sortings(), userFilters()), async (session, values) => {
    const [per_page, order_by, age] = values;
    const filter = Object.fromEntries(age.map(([name, seconds]) => [name, timeBefore(session, seconds)]));
    const list = session.project.users.list({ per_page, ...(order_by && { order_by }), ...filter });
    const { items, first } = await readPages(list, ({ users }) => users);
    const users = sorted([...session.model.users].reverse(), order_by).filter((user) =>
      Object.entries(filter).every(([name, limit]) => {
        const [property, side] = name.split(':') as ['last_seen_at', string];
        const time = user[property];
        return time !== undefined && (side === 'before' ? time < limit : time > limit);
      }),
    );
    expectSame(items, users.map(showUser), 'users/list');
    expectSame([first?.per_page, first?.current_page], [per_page, 1], 'the first page of users/list');
  }),
  step('notifications/create', messages, async (session, notification) => {
    const created = await session.project.notifications.create({ notification });
    session.model.deliver(notification);
    const { title, category, topic }: Message = notification;
    const empty = { content: null, action_url: null, custom_attributes: null };
    const sent_at = session.clock.date() / 1000;
    const { id, ...shown } = created.notification ?? {};
    expectSame(typeof id, 'string', 'the id of notifications/create');
    expectSame(
      shown,
      { ...empty, title, category: category ?? null, topic: topic ?? null, sent_at },
      'notifications/create',
    );
    await session.end();
  }),
  step('what belongs to a user', fc.tuple(indexes, sizes), async (session, [index, per_page]) => {
    const user_id = pathOf(session, index);
    const user = session.model.users[index];
    const notifications = session.project.users.notifications.list({ user_id, per_page });
    if (!user) return expectSame((await notifications.result()).status, 404, 'users/notifications/list');
    const inbox = session.model.inbox(user).map(showToProject);
    expectSame((await readPages(notifications, (page) => page.notifications)).items, inbox, 'users/notifications/list');
    const subscriptions = session.project.users.pushSubscriptions.list({ user_id, per_page });
    const devices = session.model.devices.filter((device) => device.user === user).reverse();
    const { items } = await readPages(subscriptions, (page) => page.push_subscriptions);
    expectSame(items, devices.map(showDevice), 'users/pushSubscriptions/list');
  }),
  step('broadcasts/create', messages, async (session, message) => {
    const created = await session.project.broadcasts.create({ broadcast: message });
    const id = created.broadcast?.id;
    const broadcast = { id, message, created: session.model.now(), reads: 0, total: 0, sent: null };
    session.model.broadcasts.push(broadcast);
    session.model.deliver(message, broadcast);
    expectSame(created.broadcast, showBroadcast(broadcast), 'broadcasts/create');
    await session.end();
  }),
  step('broadcasts/get', fc.tuple(indexes, sizes, reads), async (session, [index, per_page, count]) => {
    const { broadcasts, notifications } = session.model;
    const broadcast = broadcasts[index];
    const broadcast_id = String(broadcast?.id ?? unknown);
    if (!broadcast) {
      const { status } = await session.project.broadcasts.get({ broadcast_id }).result();
      return expectSame(status, 404, 'broadcasts/get');
    }
    const made = notifications.filter((one) => one.broadcast === broadcast).reverse();
    for (let read = 0; read < count; read++) {
      const body = await session.project.broadcasts.get({ broadcast_id });
      if (++broadcast.reads === 3) Object.assign(broadcast, { total: made.length, sent: session.model.now() });
      expectSame(body.broadcast, showBroadcast(broadcast), 'broadcasts/get');
      await session.end();
    }
    const list = session.project.broadcasts.notifications.list({ broadcast_id, per_page });
    const { items } = await readPages(list, (page) => page.notifications);
    expectSame(items, made.map(showToProject), 'broadcasts/notifications/list');
  }),
  step('broadcasts/list', sizes, async (session, per_page) => {
    const { items } = await readPages(session.project.broadcasts.list({ per_page }), (page) => page.broadcasts);
    expectSame(items, [...session.model.broadcasts].reverse().map(showBroadcast), 'broadcasts/list');
  }),
  step('imports/create', fc.array(userInputs, { maxLength: 3 }), async (session, users) => {
    const created = await session.project.imports.create({ import: { users } });
    const started = { id: created.import?.id, users: users.length, reads: 0 };
    session.model.imports.push(started);
    for (const user of users) session.model.upsert(user);
    expectSame(created.import, showImport(started), 'imports/create');
    await session.end();
  }),
  step('imports/get', fc.tuple(indexes, reads), async (session, [index, count]) => {
    const started = session.model.imports[index];
    for (let read = 0; read < count; read++) {
      const result = await session.project.imports.get({ import_id: String(started?.id ?? unknown) }).result();
      expectSame(result.status, started ? 200 : 404, 'imports/get');
      if (!started) return;
      started.reads++;
      if (result.status === 200) expectSame(result.data.import, showImport(started), 'imports/get');
    }
  }),
  step('metrics', fc.constant(0), async ({ project }) => {
    const { metrics } = project;
    const bodies = [await metrics.get(), await metrics.categories.get(), await metrics.topics.get()];
    expectSame(
      bodies.every((body) => Object.keys(body ?? {}).length > 0),
      true,
      'metrics',
    );
  }),
];

function sortings() {
  const properties = ['created_at', 'last_seen_at', 'last_notified_at'] as const;
  const orders = properties.flatMap((property) => [`${property},ASC`, `${property},DESC`] as const);
  return fc.constantFrom(undefined, ...orders);
}

/** At most one filter of the list of users, with how many seconds ago its time is. */
function userFilters() {
  const names = [
    'last_seen_at:before',
    'last_seen_at:after',
    'last_notified_at:before',
    'last_notified_at:after',
  ] as const;
  return fc.array(fc.tuple(fc.constantFrom(...names), fc.nat(15)), { maxLength: 1 });
}

function timeBefore({ clock }: MagicBellSession, seconds: number): string {
  return new Date(clock.date() - seconds * 1000).toISOString();
}

/** Sorts users by a property. Those without it come last. */
function sorted(users: ModelUser[], order = 'created_at,DESC'): ModelUser[] {
  const [property, direction] = order.split(',') as ['created_at', string];
  const having = users.filter((user) => user[property] !== undefined);
  const sign = direction === 'ASC' ? 1 : -1;
  having.sort((one, other) => sign * (Date.parse(String(one[property])) - Date.parse(String(other[property]))));
  return [...having, ...users.filter((user) => user[property] === undefined)];
}

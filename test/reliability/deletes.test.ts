/** A delete never deletes more than was asked, whichever form of its body MagicBell reads. */
import { createMagicBell, createMagicBellUser } from '@plumbline/magicbell';
import { recordingFetch } from '@plumbline/runtime/testing';
import { describe, expect, it } from 'vitest';
import { respond } from '../behaviour/steps.ts';
import { startNetwork } from '../behaviour/test-client.ts';
import { transports } from '../behaviour/transports.ts';

interface Category {
  readonly slug: string;
}
type Body = { readonly categories?: readonly Category[]; readonly subscription?: Body };

const topic = 'acme-inc.orders.1234';
const subscribed = ['comments', 'updates', 'billing'];

/** Two readings of the body of a deletion. Each finds the whole topic where it finds no categories. */
const readings = [
  { name: 'the official file', categoriesOf: (body: Body) => body.categories },
  { name: 'the official SDK', categoriesOf: (body: Body) => body.subscription?.categories },
];

/** The subscriptions to the topic that a server with this reading deletes. */
function deleted(text: unknown, categoriesOf: (body: Body) => readonly Category[] | undefined): readonly string[] {
  const slugs = categoriesOf(JSON.parse(String(text || '{}')))?.map(({ slug }) => slug) ?? ['*'];
  return slugs.includes('*') ? subscribed : subscribed.filter((slug) => slugs.includes(slug));
}

/** A user's client, and the requests that it sends. */
function createUser() {
  const fetch = recordingFetch(() => new Response(null, { status: 204 }));
  const inbox = createMagicBellUser({ apiKey: 'key', userEmail: 'mary@example.com', fetch, retry: false });
  return { inbox, sent: fetch.requests };
}

/** Parameters that a caller without types may pass by mistake. */
const withoutCategories: readonly (readonly [name: string, parameters: object])[] = [
  ['no categories', {}],
  ['undefined', { categories: undefined }],
  ['null', { categories: null }],
  ['an empty list', { categories: [] }],
  ['a name', { categories: 'comments' }],
  ['a number', { categories: 5 }],
  ['true', { categories: true }],
  ['an object', { categories: { slug: 'comments' } }],
  ['a Set', { categories: new Set([{ slug: 'comments' }]) }],
  ['a list of names', { categories: ['comments'] }],
  ['a list of null', { categories: [null] }],
  ['a list with a hole', { categories: [{ slug: 'comments' }, undefined] }],
  ['a category without a slug', { categories: [{}] }],
  ['a slug of undefined', { categories: [{ slug: undefined }] }],
  ['a slug of null', { categories: [{ slug: 'comments' }, { slug: null }] }],
  ['a slug that is a number', { categories: [{ slug: 5 }] }],
  ['an empty slug', { categories: [{ slug: '' }] }],
  ['a blank slug', { categories: [{ slug: ' ' }] }],
  ['another name for the categories', { category: [{ slug: 'comments' }] }],
];

const noCategory = {
  name: 'PlumblineError',
  message: expect.stringMatching(/names no category|`(subscription\.)?categories(\[1\])?` cannot be sent/),
};

describe.each(readings)('a server that reads the form of $name', ({ categoriesOf }) => {
  it.each([
    ['one category', [{ slug: 'comments' }], ['comments']],
    ['two categories', [{ slug: 'comments' }, { slug: 'billing' }], ['comments', 'billing']],
    ['one category twice', [{ slug: 'updates' }, { slug: 'updates' }], ['updates']],
    ['an unknown category', [{ slug: 'other' }], []],
    ['all categories', [{ slug: '*' }], subscribed],
  ])('the server deletes %s, and no more', async (_, categories, expected) => {
    const { inbox, sent } = createUser();
    await inbox.subscriptions.delete({ topic, categories });
    expect(sent).toHaveLength(1);
    expect(deleted(sent[0]?.body, categoriesOf)).toEqual(expected);
  });

  it.each([
    ['other categories', { categories: [{ slug: 'updates' }] }],
    ['no categories', {}],
    ['null', null],
    ['an empty list', { categories: [] }],
  ])('the server deletes only `categories` if `subscription` has %s', async (_, subscription) => {
    const { inbox, sent } = createUser();
    await inbox.subscriptions.delete({ topic, categories: [{ slug: 'comments' }], subscription } as never);
    expect(deleted(sent[0]?.body, categoriesOf)).toEqual(['comments']);
  });

  it('the server deletes no more if a request goes through `api`', async () => {
    const { inbox, sent } = createUser();
    const body = { categories: [{ slug: 'comments' }] };
    await inbox.api.DELETE('/subscriptions/{topic}', { params: { path: { topic } }, body });
    expect(deleted(sent[0]?.body, categoriesOf)).toEqual(['comments']);
  });
});

describe('a deletion that names no category', () => {
  it.each(withoutCategories)('subscriptions.delete refuses %s, and sends no request', async (_, parameters) => {
    const { inbox, sent } = createUser();
    await expect(inbox.subscriptions.delete({ topic, ...parameters } as never)).rejects.toMatchObject(noCategory);
    expect(sent).toEqual([]);
  });

  it('subscriptions.delete refuses only the form of the SDK, which the other reading does not find', async () => {
    const { inbox, sent } = createUser();
    const parameters = { topic, subscription: { categories: [{ slug: 'comments' }] } };
    await expect(inbox.subscriptions.delete(parameters as never)).rejects.toMatchObject(noCategory);
    expect(sent).toEqual([]);
  });

  it.each([[undefined], [{}], [{ categories: [] }], ['text']])('`api` refuses the body %j', async (body) => {
    const { inbox, sent } = createUser();
    const request = inbox.api.DELETE('/subscriptions/{topic}', { params: { path: { topic } }, body: body as never });
    await expect(request).rejects.toMatchObject(noCategory);
    expect(sent).toEqual([]);
  });

  it('the error of a deletion contains no topic and no credential', async () => {
    const { inbox } = createUser();
    const error = await inbox.subscriptions.delete({ topic, categories: [] }).catch((reason: unknown) => reason);
    expect(String(error)).not.toMatch(/acme|key\b|mary/);
  });
});

describe('other requests that may do more than asked', () => {
  it.each(withoutCategories)('subscriptions.unsubscribe refuses %s, and sends no request', async (_, subscription) => {
    const { inbox, sent } = createUser();
    await expect(inbox.subscriptions.unsubscribe({ topic, subscription } as never)).rejects.toMatchObject(noCategory);
    expect(sent).toEqual([]);
  });

  it('subscriptions.unsubscribe sends its categories unchanged', async () => {
    const { inbox, sent } = createUser();
    const subscription = { categories: [{ slug: 'comments', reason: 'too many' }] };
    await inbox.subscriptions.unsubscribe({ topic, subscription });
    expect(JSON.parse(String(sent[0]?.body))).toEqual({ subscription });
  });

  /** Ids that would make the path of another operation, such as `/notifications/read`, which marks all. */
  const ids: [unknown][] = [[''], ['.'], ['..'], [undefined], [null]];
  it.each(ids)('an operation on one object refuses %j as its id, and sends no request', async (id) => {
    const { inbox, sent } = createUser();
    const project = createMagicBell({ apiKey: 'key', apiSecret: 'secret', fetch: recordingFetch(Response.json({})) });
    const calls = [
      inbox.notifications.delete({ notification_id: id as string }),
      inbox.notifications.markAsRead({ notification_id: id as string }),
      inbox.notifications.archive({ notification_id: id as string }),
      inbox.notifications.unarchive({ notification_id: id as string }),
      inbox.pushSubscriptions.delete({ device_token: id as string }),
      inbox.subscriptions.delete({ topic: id as string, categories: [{ slug: 'comments' }] }),
      inbox.subscriptions.unsubscribe({ topic: id as string, subscription: { categories: [{ slug: 'comments' }] } }),
      project.users.delete({ user_id: id as string }),
    ];
    const outcomes = await Promise.allSettled(calls);
    expect(outcomes.map(({ status }) => status)).toEqual(calls.map(() => 'rejected'));
    expect(sent).toEqual([]);
  });

  it.each([
    ['one category', { category: 'order_ready' }, { category: 'order_ready', categories: 'order_ready' }],
    ['one topic', { topic: 'order:33098' }, { topic: 'order:33098', topics: 'order:33098' }],
    ['a list of one', { categories: ['a b&c'] }, { categories: 'a b&c', category: 'a b&c' }],
    [
      'both names',
      { category: 'a', categories: ['a'], read: false },
      { category: 'a', categories: 'a', read: 'false' },
    ],
    ['a list, which has no other form', { topics: ['a', 'b'] }, { topics: 'a,b' }],
    ['a comma, which would be two in the other form', { category: 'a,b' }, { category: 'a,b' }],
    ['no filter', {}, {}],
  ])('notifications.markAllAsRead and markAllAsSeen send %s under both names', async (_, filters, expected) => {
    const { inbox, sent } = createUser();
    await inbox.notifications.markAllAsRead(filters);
    await inbox.notifications.markAllAsSeen(filters);
    const queries = sent.map(({ url }) => Object.fromEntries(new URL(url).searchParams));
    expect(queries).toEqual([expected, expected]);
  });

  it('notifications.list sends a filter once, because a wider list does no harm', async () => {
    const fetch = recordingFetch(Response.json({ notifications: [] }));
    const inbox = createMagicBellUser({ apiKey: 'key', userEmail: 'mary@example.com', fetch });
    await inbox.notifications.list({ category: 'order_ready' });
    expect(new URL(fetch.requests[0]?.url ?? '').search).toBe('?category=order_ready');
  });

  it('the deletion of a device is not one of a topic', async () => {
    const { inbox, sent } = createUser();
    await inbox.pushSubscriptions.delete({ device_token: 'subscriptions' });
    expect(sent.map(({ method, body }) => [method, body])).toEqual([['DELETE', null]]);
  });
});

it.each(transports)('a retried deletion names its categories in each attempt over $name', async (transport) => {
  const { server, clock, options } = await startNetwork(transport);
  server.on('/subscriptions/orders', respond(503), respond(204));
  const inbox = createMagicBellUser({ apiKey: 'key', userEmail: 'mary@example.com', ...options });
  const categories = [{ slug: 'comments' }];
  await clock.run(inbox.subscriptions.delete({ topic: 'orders', categories }));
  const expected = { categories, subscription: { categories } };
  expect(server.at('/subscriptions/orders').map(({ body }) => JSON.parse(body))).toEqual([expected, expected]);
});

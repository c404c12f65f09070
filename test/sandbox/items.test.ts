/** What operations do with items, on vendors of one or two resources. */
import { describe, expect, it } from 'vitest';
import { startSmallVendor } from './small-vendor.ts';

const start = '2026-11-22T00:00:00.000Z';
const later = '2026-11-22T00:00:05.000Z';
const user = { path: '/users', keys: ['id', 'email'], upsert: ['email'] };

describe('entries of a list', () => {
  const batch = { path: '/batches', keys: ['id'], adds: { user: 'users' } };

  it('an entry without any key of `upsert` is left out, and its id is the sandbox’s', async () => {
    const { call, resources } = startSmallVendor({ user, batch });
    const users = [{ first_name: 'A' }, { email: 'ada@example.com', id: 'own' }, { email: null }, 'text', null];
    expect((await call('POST /batches', { users })).status).toBe(201);
    expect(resources.user?.all()).toEqual([{ email: 'ada@example.com', id: 'user-1' }]);
  });

  it('an entry keeps the first key where `create` finds items by it', async () => {
    const topic = { path: '/topics', keys: ['name'], upsert: ['name'] };
    const { call, resources } = startSmallVendor({ topic, batch: { ...batch, adds: { topic: 'users' } } });
    await call('POST /batches', { users: [{ name: 'a' }, { name: 'a', color: 'red' }, { color: 'blue' }] });
    expect(resources.topic?.all()).toEqual([{ name: 'a', color: 'red' }]);
  });

  it('an entry that changes an item touches it, and sets the properties of its own entries', async () => {
    const touched = { ...user, touch: { updated_at: '$now' }, set: { 'tags/*/since': '$now', created_at: '$now' } };
    const { call, clock, resources } = startSmallVendor({ user: touched, batch });
    const users = [{ email: 'ada@example.com', tags: [{ name: 'a' }] }];
    await call('POST /batches', { users });
    await clock.advance(5000);
    await call('POST /batches', { users });
    const tags = [{ name: 'a', since: later }];
    expect(resources.user?.all()).toMatchObject([{ tags, created_at: start, updated_at: later }]);
  });
});

describe('upsert', () => {
  it('a value of `set` for entries is evaluated where `create` changes an item', async () => {
    const { call, clock } = startSmallVendor({ user: { ...user, set: { 'tags/*/since': '$now' } } });
    await call('POST /users', { email: 'ada@example.com' });
    await clock.advance(5000);
    const { body } = await call('POST /users', { email: 'ada@example.com', tags: [{ name: 'a' }] });
    expect(body).toMatchObject({ tags: [{ name: 'a', since: later }] });
  });

  it('the oldest of the items that share a key is changed', async () => {
    const { call, resources } = startSmallVendor({ user });
    resources.user?.add({ id: 'old', email: 'other' }, { id: 'new', email: 'ada@example.com' });
    await call('PATCH /users/old', { email: 'ada@example.com' });
    expect((await call('POST /users', { email: 'ada@example.com', color: 'red' })).body).toMatchObject({ id: 'old' });
  });
});

describe('an item of one owner', () => {
  const resources = {
    user: { ...user, callers: { user: 'email' } },
    settings: { path: '/settings', single: true, belongsTo: { user: 'user_id' }, set: { theme: 'light', at: '$now' } },
  };

  it('an item of one owner has its first properties when it is first read, and no id', async () => {
    const { call, clock } = startSmallVendor(resources);
    const first = { user_id: 'user-1', theme: 'light', at: start };
    expect((await call('GET /settings', undefined, 'ada')).body).toEqual(first);
    await clock.advance(5000);
    expect((await call('GET /settings', undefined, 'bo')).body).toEqual({ ...first, user_id: 'user-2', at: later });
    expect((await call('PATCH /settings', { theme: 'dark' }, 'ada')).body).toEqual({ ...first, theme: 'dark' });
    expect((await call('GET /settings', undefined, 'ada')).body).toEqual({ ...first, theme: 'dark' });
  });
});

describe('items that belong to others', () => {
  const resources = {
    motion: { path: '/motions', keys: ['id'], prefix: 'motion_', derive: { parts: { length: 'part' } } },
    part: { path: '/parts', keys: ['id'], belongsTo: { motion: 'motion/id' } },
  };

  it('what belongs to an item goes with it, whether it names it with the prefix or without', async () => {
    const { call, resources: stored } = startSmallVendor(resources);
    stored.motion?.add({ id: 'motion_1' }, { id: 'motion_2' });
    stored.part?.add({ motion: { id: 'motion_1' } }, { motion: { id: '2' } }, { motion: { id: '1' } });
    expect((await call('GET /motions')).body).toMatchObject({ data: [{ parts: 2 }, { parts: 1 }] });
    expect((await call('DELETE /motions/1')).status).toBe(204);
    expect(stored.part?.all()).toMatchObject([{ motion: { id: '2' } }]);
    expect(stored.motion?.remove('motion_2')).toBe(true);
    expect(stored.part?.all()).toEqual([]);
  });
});

describe('a query parameter without a filter', () => {
  const properties = { id: { type: 'string' }, color: { type: 'string' } };
  const car = { path: '/cars', keys: ['id'] };

  it('a parameter that is a property of the items’ schema selects none where no item has it', async () => {
    const { call, resources } = startSmallVendor({ car }, { type: 'object', properties });
    resources.car?.add({ id: '1' }, { id: '2' });
    expect((await call('GET /cars?color=red')).body).toEqual({ total: 0, data: [] });
    resources.car?.add({ id: '3', color: 'red' });
    expect((await call('GET /cars?color=red')).body).toEqual({ total: 1, data: [{ id: '3', color: 'red' }] });
  });

  it('a parameter that only the items have selects those with its value', async () => {
    const { call, resources } = startSmallVendor({ car });
    resources.car?.add({ id: '1', size: 'small' }, { id: '2' });
    expect((await call('GET /cars?size=small')).body).toEqual({ total: 1, data: [{ id: '1', size: 'small' }] });
  });

  it('a parameter that is a property of neither selects all', async () => {
    const { call, resources } = startSmallVendor({ car }, { type: 'object', properties });
    resources.car?.add({ id: '1' });
    expect((await call('GET /cars?q=red')).body).toEqual({ total: 1, data: [{ id: '1' }] });
  });
});

describe('update', () => {
  const car = { path: '/cars', keys: ['id'], set: { created_at: '$now', color: 'white' } };

  it('PUT replaces what a request can have, and PATCH keeps what it leaves out', async () => {
    const { call } = startSmallVendor({ car });
    await call('POST /cars', { color: 'red', size: 'small' });
    const patched = await call('PATCH /cars/car-1', { size: 'large' });
    expect(patched.body).toEqual({ id: 'car-1', color: 'red', size: 'large', created_at: start });
    const put = await call('PUT /cars/car-1', { wheels: 3 });
    expect(put.body).toEqual({ id: 'car-1', color: 'red', wheels: 3, created_at: start });
  });
});

describe('below a path with the id of an owner', () => {
  const resources = {
    shop: { path: '/shops', keys: ['id'] },
    car: { path: '/shops/{shop_id}/cars', keys: ['id'], belongsTo: { shop: 'shop_id' } },
  };

  it('a list, a create and a get are of the owner’s items, and an unknown owner is not found', async () => {
    const { call, resources: stored } = startSmallVendor(resources);
    stored.shop?.add({ id: 'a' }, { id: 'b' });
    const made = await call('POST /shops/a/cars', { color: 'red' });
    expect(made.body).toEqual({ id: 'car-1', shop_id: 'a', color: 'red' });
    expect((await call('GET /shops/a/cars')).body).toMatchObject({ total: 1 });
    expect((await call('GET /shops/b/cars')).body).toMatchObject({ total: 0 });
    expect((await call('GET /shops/b/cars/car-1')).status).toBe(404);
    for (const line of ['GET /shops/c/cars', 'POST /shops/c/cars', 'GET /shops/c/cars/car-1']) {
      expect((await call(line, line.startsWith('POST') ? {} : undefined)).status).toBe(404);
    }
    expect(stored.car?.all()).toHaveLength(1);
  });
});

import { expect, it } from 'vitest';
import type { Collection } from '../state/collection.ts';
import { createState } from '../state.ts';
import { readVendor } from '../vendor.ts';
import { evaluate } from './values.ts';

it('the value `item` is a copy, so that what is made of it never changes the item', () => {
  const vendor = readVendor({ paths: {}, 'x-resources': { user: {}, note: { belongsTo: { user: 'user_id' } } } });
  const state = createState(vendor, {}, () => 0);
  const user = state.collections.get('user')?.insert({ id: 'u_1' });
  const notes = state.collections.get('note') as Collection;
  const value = evaluate({ state, path: {}, query: {}, callers: {} }, notes, { user_id: 'u_1' }, { item: 'user' });
  expect(value).toEqual({ id: 'u_1' });
  Object.assign(Object(value), { user });
  expect(user?.values).toEqual({ id: 'u_1' });
});

import { afterEach, expect, it, vi } from 'vitest';
import { type Clock, systemClock } from '../time/clock.ts';
import { createIdempotencyKey } from './idempotency-key.ts';

const create = (clock: Clock, given?: unknown) => createIdempotencyKey(clock, '/things', 'idempotencyKey', given);
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

afterEach(() => {
  vi.unstubAllGlobals();
});

it.each<[what: string, crypto: unknown]>([
  ['randomUUID', crypto],
  ['getRandomValues', { getRandomValues: crypto.getRandomValues.bind(crypto) }],
  ['the clock', undefined],
])('createIdempotencyKey makes different UUIDs of version 4 from %s', (_, available) => {
  vi.stubGlobal('crypto', available);
  const keys = Array.from({ length: 1000 }, () => create(systemClock));
  expect(new Set(keys).size).toBe(1000);
  for (const key of keys) expect(key).toMatch(uuid);
  // Each digit that a UUID leaves open has each value.
  for (const place of [0, 9, 15, 20, 35]) expect(new Set(keys.map((key) => key?.[place])).size).toBe(16);
  expect(new Set(keys.map((key) => key?.[19]))).toEqual(new Set(['8', '9', 'a', 'b']));
});

it('createIdempotencyKey uses the randomness of the clock in its own way', () => {
  vi.stubGlobal('crypto', {});
  const clock = { ...systemClock, random: () => 0.999_999 };
  expect(create(clock)).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff');
});

it.each([[''], ['  '], [null], [7]])('createIdempotencyKey refuses %j', (key) => {
  expect(() => create(systemClock, key)).toThrow('`idempotencyKey` must be a non-empty string.');
});

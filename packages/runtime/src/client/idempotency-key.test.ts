import { afterEach, expect, it, vi } from 'vitest';
import type { OperationDefinition } from '../pipeline/operation.ts';
import { systemClock } from '../time/clock.ts';
import { createIdempotencyKey, idempotencyKeyOf } from './idempotency-key.ts';

const keyed: OperationDefinition = { method: 'POST', path: '/things', idempotencyKey: true };
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

afterEach(() => {
  vi.unstubAllGlobals();
});

it.each<[what: string, crypto: unknown]>([
  ['randomUUID', crypto],
  ['getRandomValues', { getRandomValues: crypto.getRandomValues.bind(crypto) }],
  ['the clock', undefined],
])('idempotencyKeyOf makes different UUIDs of version 4 from %s', (_, available) => {
  vi.stubGlobal('crypto', available);
  const keys = Array.from({ length: 1000 }, () =>
    idempotencyKeyOf(keyed, undefined, systemClock, createIdempotencyKey),
  );
  expect(new Set(keys).size).toBe(1000);
  for (const key of keys) expect(key).toMatch(uuid);
  // Each digit that a UUID leaves open has each value.
  for (const place of [0, 9, 15, 20, 35]) expect(new Set(keys.map((key) => key?.[place])).size).toBe(16);
  expect(new Set(keys.map((key) => key?.[19]))).toEqual(new Set(['8', '9', 'a', 'b']));
});

it('idempotencyKeyOf uses the randomness of the clock in its own way', () => {
  vi.stubGlobal('crypto', {});
  const clock = { ...systemClock, random: () => 0.999_999 };
  expect(idempotencyKeyOf(keyed, undefined, clock, createIdempotencyKey)).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff');
});

it('idempotencyKeyOf gives no key for an operation that honors none, and refuses one', () => {
  const unkeyed = { method: 'POST', path: '/things' };
  expect(idempotencyKeyOf(unkeyed, undefined, systemClock, createIdempotencyKey)).toBeUndefined();
  expect(() => idempotencyKeyOf(unkeyed, 'order-7', systemClock, createIdempotencyKey)).toThrow(
    '/things: `idempotencyKey` has no effect on this operation.',
  );
});

it.each([[''], ['  '], [null], [7]])('idempotencyKeyOf refuses %j', (key) => {
  expect(() => idempotencyKeyOf(keyed, key, systemClock, createIdempotencyKey)).toThrow(
    '`idempotencyKey` must be a non-empty string.',
  );
});

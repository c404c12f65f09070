import { afterEach, beforeEach, expect, it } from 'vitest';
import { turn } from '../testing/manual-clock.ts';
import { type ClientEvent, createEmitter, type Observer } from './client-event.ts';

const event: ClientEvent = { type: 'request', method: 'GET', path: '/things', attempt: 1 };
const unhandled: unknown[] = [];
const record = (reason: unknown) => unhandled.push(reason);
beforeEach(() => {
  unhandled.length = 0;
  process.on('unhandledRejection', record);
});
afterEach(async () => {
  await turn();
  process.off('unhandledRejection', record);
  expect(unhandled).toEqual([]);
});

it('createEmitter makes a function that tells the observer at once', () => {
  const seen: ClientEvent[] = [];
  createEmitter((told) => seen.push(told))(event);
  expect(seen).toEqual([event]);
});

it('createEmitter makes a function that does nothing where there is no observer', () => {
  expect(createEmitter(undefined)(event)).toBeUndefined();
});

it.each<[string, Observer]>([
  [
    'throws',
    () => {
      throw new Error('no');
    },
  ],
  ['rejects', async () => Promise.reject(new Error('no'))],
  ['rejects later', () => turn().then(() => Promise.reject(new Error('no')))],
  [
    'gives something that throws when it is awaited',
    () => ({
      // biome-ignore lint/suspicious/noThenProperty: the point of this case.
      get then() {
        throw new Error('no');
      },
    }),
  ],
])('createEmitter makes a function that ignores an observer that %s', async (_, observe) => {
  const emit = createEmitter(observe);
  expect(() => emit(event)).not.toThrow();
  await turn();
});

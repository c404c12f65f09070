import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemClock } from './clock.ts';
import { createContext } from './context.ts';
import { ManualClock, turn } from './manual-clock.test.ts';
import type { ClientEvent, Observer } from './observe.ts';

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

it('has the clock of the options, else that of the runtime', () => {
  const clock = new ManualClock();
  expect(createContext({ clock }).clock).toBe(clock);
  expect(createContext().clock).toBe(systemClock);
});

it('tells the observer at once', () => {
  const seen: ClientEvent[] = [];
  createContext({ observe: (told) => seen.push(told) }).emit(event);
  expect(seen).toEqual([event]);
});

it('tells nobody where there is no observer', () => {
  expect(createContext().emit(event)).toBeUndefined();
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
])('does not mind an observer that %s', async (_, observe) => {
  const { emit } = createContext({ observe });
  expect(() => emit(event)).not.toThrow();
  await turn();
});

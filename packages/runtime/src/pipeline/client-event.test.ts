import { expect, it } from 'vitest';
import { expectNoUnhandledRejection } from '../../test/rejections.ts';
import { turn } from '../testing/manual-clock.ts';
import { type ClientEvent, createEmitter, type Observer } from './client-event.ts';

const event: ClientEvent = { type: 'request', callId: 'k3f9', method: 'GET', path: '/things', attempt: 1 };
expectNoUnhandledRejection();

it('createEmitter makes a function that calls the observer synchronously', () => {
  const seen: ClientEvent[] = [];
  createEmitter((given) => seen.push(given))(event);
  expect(seen).toEqual([event]);
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
    'returns a value that throws when it is awaited',
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

import { getEventListeners } from 'node:events';
import { expect, it } from 'vitest';
import { abortable } from './abortable.ts';

const forever = new Promise<never>(() => {});

it('gives what the promise gives', async () => {
  const { signal } = new AbortController();
  expect(await abortable(Promise.resolve(1), signal)).toBe(1);
  expect(await abortable(Promise.resolve(2), undefined)).toBe(2);
  await expect(abortable(Promise.reject(new Error('no')), signal)).rejects.toThrow('no');
});

it.each([['a string'], [null], [0], [new Error('own')]])(
  'rejects with the reason of the signal: %s',
  async (reason) => {
    const controller = new AbortController();
    const waiting = abortable(forever, controller.signal);
    controller.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    await expect(abortable(forever, controller.signal)).rejects.toBe(reason);
  },
);

it('leaves no listener on the signal, however the wait ended', async () => {
  const { signal } = new AbortController();
  await abortable(Promise.resolve(), signal);
  await abortable(Promise.reject(new Error('no')), signal).catch(() => {});
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

it('stays quiet when the promise fails after the abort', async () => {
  const controller = new AbortController();
  let fail: (reason: unknown) => void = () => {};
  const waiting = abortable(
    new Promise((_, reject) => {
      fail = reject;
    }),
    controller.signal,
  );
  controller.abort('stop');
  fail(new Error('too late'));
  await expect(waiting).rejects.toBe('stop');
});

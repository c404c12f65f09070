import { expect, it } from 'vitest';
import { failure } from '../../test/rejections.ts';
import type { CallOptions } from '../pipeline/call-options.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { poll, type WaitOptions } from './poll.ts';

const line = { method: 'GET', path: '/imports/{id}' };

/** A wait for work that ends with the last of some states. */
function wait(states: readonly string[], options?: WaitOptions) {
  const clock = new ManualClock();
  const sent: (CallOptions & { at: number })[] = [];
  const send = async (given: CallOptions) => {
    sent.push({ ...given, at: clock.now() });
    return { state: states[Math.min(sent.length, states.length) - 1] };
  };
  const result = poll({ line, send, isDone: ({ state }) => state === 'done', clock }, options);
  return { clock, sent, result };
}

it('poll resolves with the response of the first request, if the work has ended', async () => {
  const { clock, sent, result } = wait(['done']);
  expect(await result).toEqual({ state: 'done' });
  expect([sent.length, clock.pending]).toEqual([1, 0]);
});

it.each([
  [undefined, [0, 2000, 4000]],
  [500, [0, 500, 1000]],
])('poll with an interval of %s sends requests at %j', async (interval, times) => {
  const { clock, sent, result } = wait(['queued', 'running', 'done'], { interval });
  for (const time of times) await clock.advance(time - clock.now());
  expect(await result).toEqual({ state: 'done' });
  expect(sent.map(({ at }) => at)).toEqual(times);
  expect(clock.pending).toBe(0);
});

it('poll passes the options of a call to each request, but not the time limit of the wait', async () => {
  const { clock, sent, result } = wait(['queued', 'done'], { headers: { 'X-A': '1' }, timeout: 50, deadline: 9000 });
  await clock.advance(2000);
  await result;
  expect(sent).toMatchObject(Array(2).fill({ headers: { 'X-A': '1' }, timeout: 50, deadline: undefined }));
});

it('poll throws a TimeoutError at its deadline', async () => {
  const { clock, sent, result } = wait(['queued'], { deadline: 5000 });
  const error = failure(result);
  await clock.advance(5000);
  expect(await error).toMatchObject({ name: 'TimeoutError', timeout: 5000, path: '/imports/{id}' });
  expect([sent.length, clock.pending]).toEqual([3, 0]);
});

it('poll ends when its signal aborts, with the reason of the signal', async () => {
  const controller = new AbortController();
  const { clock, result } = wait(['queued'], { signal: controller.signal });
  const error = failure(result);
  await clock.until(() => clock.pending === 1);
  controller.abort(new Error('enough'));
  expect(await error).toMatchObject({ message: 'enough' });
  expect(clock.pending).toBe(0);
});

it('poll throws the error of a request', async () => {
  const send = () => Promise.reject(new Error('down'));
  await expect(poll({ line, send, isDone: () => true })).rejects.toThrow('down');
});

it.each([
  [{ interval: 0 }, '/imports/{id}: `interval` must be a positive number.'],
  [{ every: 5 } as WaitOptions, '/imports/{id}: unknown option `every`.'],
])('poll refuses the options %j', async (options, message) => {
  await expect(wait(['done'], options).result).rejects.toThrow(message);
});

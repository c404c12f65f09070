import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock, wait } from './clock.ts';
import { ManualClock } from './manual-clock.test.ts';

describe('the clock of the runtime', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('calls back once, after the time', () => {
    let called = 0;
    systemClock.after(100, () => called++);
    vi.advanceTimersByTime(99);
    expect(called).toBe(0);
    vi.advanceTimersByTime(1000);
    expect([called, vi.getTimerCount()]).toEqual([1, 0]);
  });

  it('does not call back what was called off', () => {
    let called = 0;
    systemClock.after(100, () => called++)();
    vi.advanceTimersByTime(1000);
    expect([called, vi.getTimerCount()]).toEqual([0, 0]);
  });

  it.each([[Number.POSITIVE_INFINITY], [2 ** 31]])(
    'sets no timer for %d ms, which a timer would take for 1',
    (milliseconds) => {
      const cancel = systemClock.after(milliseconds, () => expect.unreachable());
      expect(vi.getTimerCount()).toBe(0);
      expect(cancel).not.toThrow();
    },
  );

  it('sets the longest timer that there is', () => {
    const cancel = systemClock.after(2 ** 31 - 1, () => {});
    expect(vi.getTimerCount()).toBe(1);
    cancel();
  });

  it('tells the date, a time that never goes back, and chance', () => {
    vi.setSystemTime(5000);
    expect(systemClock.date()).toBe(5000);
    const before = systemClock.now();
    vi.setSystemTime(0);
    expect(systemClock.now()).toBeGreaterThanOrEqual(before);
    const chance = Array.from({ length: 100 }, () => systemClock.random());
    expect(chance.every((part) => part >= 0 && part < 1)).toBe(true);
    expect(new Set(chance).size).toBeGreaterThan(90);
  });
});

describe('a wait', () => {
  it('ends after its time, and leaves no listener', async () => {
    const clock = new ManualClock();
    const { signal } = new AbortController();
    let over = false;
    const waiting = wait(clock, 100, signal).then(() => {
      over = true;
    });
    await clock.pass(99);
    expect(over).toBe(false);
    await clock.pass(1);
    await waiting;
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('of nothing ends without the clock moving', async () => {
    const clock = new ManualClock();
    const waiting = wait(clock, 0, undefined);
    await clock.pass(0);
    await waiting;
  });

  it.each([['stop'], [null], [0], [new Error('own')]])(
    'ends with the reason of an abort, and leaves no timer and no listener: %s',
    async (reason) => {
      const clock = new ManualClock();
      const controller = new AbortController();
      const waiting = wait(clock, 100, controller.signal);
      expect(clock.pending).toBe(1);
      controller.abort(reason);
      await expect(waiting).rejects.toBe(reason);
      expect([clock.pending, getEventListeners(controller.signal, 'abort').length]).toEqual([0, 0]);
      await expect(wait(clock, 100, controller.signal)).rejects.toBe(reason);
      expect([clock.pending, getEventListeners(controller.signal, 'abort').length]).toEqual([0, 0]);
    },
  );
});

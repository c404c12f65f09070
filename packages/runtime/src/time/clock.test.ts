import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { systemClock } from './clock.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  // First the globals, because tests stubbed them over the fake timers.
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('systemClock.after calls back once after the time', () => {
  let called = 0;
  systemClock.after(100, () => called++);
  vi.advanceTimersByTime(99);
  expect(called).toBe(0);
  vi.advanceTimersByTime(1000);
  expect([called, vi.getTimerCount()]).toEqual([1, 0]);
});

it('systemClock.after does not call back if it is cancelled', () => {
  let called = 0;
  systemClock.after(100, () => called++)();
  vi.advanceTimersByTime(1000);
  expect([called, vi.getTimerCount()]).toEqual([0, 0]);
});

it.each([[Number.POSITIVE_INFINITY], [2 ** 31]])(
  'systemClock.after sets no timer for %d ms, which the platform would treat as 1 ms',
  (milliseconds) => {
    for (const keepsAlive of [true, false]) {
      const cancel = systemClock.after(milliseconds, () => expect.unreachable(), keepsAlive);
      expect(vi.getTimerCount()).toBe(0);
      expect(cancel).not.toThrow();
    }
  },
);

it('systemClock.after sets a timer with the maximum delay of the platform', () => {
  const cancel = systemClock.after(2 ** 31 - 1, () => {});
  expect(vi.getTimerCount()).toBe(1);
  cancel();
});

it.each([[undefined], [true], [false]])(
  'systemClock.after keeps the process alive unless keepsAlive is false: %s',
  (keepsAlive) => {
    const { setTimeout } = globalThis;
    const timers: NodeJS.Timeout[] = [];
    vi.stubGlobal('setTimeout', (callback: () => void, milliseconds: number) => {
      const timer = setTimeout(callback, milliseconds);
      timers.push(timer);
      return timer;
    });
    systemClock.after(100, () => {}, keepsAlive)();
    expect(timers.map((timer) => timer.hasRef())).toEqual([keepsAlive ?? true]);
  },
);

it('systemClock.after works if a timer is a number, as in a browser', () => {
  const cleared: unknown[] = [];
  vi.stubGlobal('setTimeout', () => 7);
  vi.stubGlobal('clearTimeout', (timer: unknown) => cleared.push(timer));
  systemClock.after(100, () => {}, false)();
  expect(cleared).toEqual([7]);
});

it('systemClock returns the date, a monotonic time, and random numbers', () => {
  vi.setSystemTime(5000);
  expect(systemClock.date()).toBe(5000);
  const before = systemClock.now();
  vi.setSystemTime(0);
  expect(systemClock.now()).toBeGreaterThanOrEqual(before);
  const chance = Array.from({ length: 100 }, () => systemClock.random());
  expect(chance.every((part) => part >= 0 && part < 1)).toBe(true);
  expect(new Set(chance).size).toBeGreaterThan(90);
});

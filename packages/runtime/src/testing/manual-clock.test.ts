import { describe, expect, it, vi } from 'vitest';
import { ManualClock, turn } from './manual-clock.ts';

/** Resolves after some turns of the event loop, like work in the background. */
async function turns(count: number): Promise<void> {
  for (let done = 0; done < count; done++) await turn();
}

it('a ManualClock returns the time, the date and the random number that a test sets', () => {
  const clock = new ManualClock();
  expect([clock.now(), clock.date(), clock.random()]).toEqual([0, Date.UTC(2026, 10, 22), 0.5]);
  Object.assign(clock, { time: 70, epoch: 1000, chance: 0.9 });
  expect([clock.now(), clock.date(), clock.random()]).toEqual([70, 1070, 0.9]);
});

describe('advance', () => {
  it('advance fires timers in the order of their times, each at its own time', async () => {
    const clock = new ManualClock();
    const seen: [string, number][] = [];
    const note = (name: string) => () => seen.push([name, clock.now()]);
    clock.after(20, note('second'));
    clock.after(10, () => {
      note('first')();
      clock.after(5, note('between'));
    });
    clock.after(30, note('at the end'));
    clock.after(31, note('later'));
    clock.after(15, note('cancelled'))();
    await clock.advance(30);
    expect(seen).toEqual([
      ['first', 10],
      ['between', 15],
      ['second', 20],
      ['at the end', 30],
    ]);
    expect([clock.now(), clock.pending]).toEqual([30, 1]);
  });

  it('advance fires timers that are due at the same time in the order of their creation', async () => {
    const clock = new ManualClock();
    const seen: string[] = [];
    let cancel = () => {};
    clock.after(10, () => {
      seen.push('first');
      cancel();
    });
    cancel = clock.after(10, () => seen.push('cancelled by the first'));
    clock.after(10, () => seen.push('last'));
    await clock.advance(10);
    expect(seen).toEqual(['first', 'last']);
  });

  it('advance fires timers that are due at the same time before the work that they start', async () => {
    const clock = new ManualClock();
    const seen: string[] = [];
    clock.after(10, () => void turn().then(() => seen.push('work of the first')));
    clock.after(10, () => {
      seen.push('second');
      clock.after(0, () => seen.push('set by the second'));
    });
    await clock.advance(10);
    expect(seen).toEqual(['second', 'work of the first', 'set by the second']);
  });

  it('advance finishes the work of one timer before the next', async () => {
    const clock = new ManualClock();
    const seen: number[] = [];
    clock.after(10, () => void turns(2).then(() => seen.push(clock.now())));
    clock.after(20, () => seen.push(-clock.now()));
    await clock.advance(30);
    expect(seen).toEqual([10, -20]);
  });

  it('advance fires a timer that pending work sets', async () => {
    const clock = new ManualClock();
    const seen: number[] = [];
    void turn().then(() => clock.after(10, () => seen.push(clock.now())));
    await clock.advance(10);
    expect(seen).toEqual([10]);
  });

  it('advance by 0 fires the timers that are due now', async () => {
    const clock = new ManualClock();
    const fired = vi.fn();
    clock.after(0, fired);
    await clock.advance(0);
    expect([fired.mock.calls.length, clock.now(), clock.pending]).toEqual([1, 0, 0]);
  });

  it('advance fires timers that a jump of the time passed, and never moves the time back', async () => {
    const clock = new ManualClock();
    const seen: number[] = [];
    clock.after(10, () => seen.push(clock.now()));
    clock.time = 100;
    expect(seen).toEqual([]);
    await clock.advance(5);
    expect([seen, clock.now()]).toEqual([[100], 105]);
  });
});

describe('run', () => {
  it('run moves the time from timer to timer until the promise settles, and no further', async () => {
    const clock = new ManualClock();
    const wait = (milliseconds: number) => new Promise<void>((resolve) => void clock.after(milliseconds, resolve));
    clock.after(3_600_001, () => expect.unreachable());
    const work = wait(10).then(() => wait(3_599_990));
    expect(await clock.run(work.then(() => 'done'))).toBe('done');
    expect([clock.now(), clock.pending]).toEqual([3_600_000, 1]);
  });

  it('run does not move the time if the promise settles without a timer', async () => {
    const clock = new ManualClock();
    clock.after(10, () => expect.unreachable());
    expect(await clock.run(turns(2).then(() => 'done'))).toBe('done');
    expect(clock.now()).toBe(0);
  });

  it('run throws the reason of the promise', async () => {
    const reason = new Error('no');
    await expect(new ManualClock().run(Promise.reject(reason))).rejects.toBe(reason);
  });

  it('run waits for slow work that sets the next timer', async () => {
    const clock = new ManualClock();
    const work = turns(20).then(() => new Promise<void>((resolve) => void clock.after(10, resolve)));
    await clock.run(work);
    expect(clock.now()).toBe(10);
  });

  it.each([[undefined], [Infinity]])('run throws if the promise never settles, with a timer at %s', async (due) => {
    const clock = new ManualClock();
    if (due !== undefined) clock.after(due, () => expect.unreachable());
    const never = clock.run(new Promise(() => {}));
    await expect(never).rejects.toThrow('ManualClock.run: the promise is pending, and no timer is set');
  });
});

describe('until', () => {
  it('until waits for a condition, and does not move the time', async () => {
    const clock = new ManualClock();
    let done = false;
    clock.after(0, () => expect.unreachable());
    void turns(20).then(() => {
      done = true;
    });
    await clock.until(() => done);
    expect([done, clock.now(), clock.pending]).toEqual([true, 0, 1]);
  });

  it('until throws if the event loop is idle, and names the condition', async () => {
    const clock = new ManualClock();
    await expect(clock.until(() => clock.now() > 70)).rejects.toThrow('clock.now() > 70');
  });
});

describe('isBusy', () => {
  it.each<[string, (clock: ManualClock, isDone: () => boolean) => Promise<unknown>]>([
    ['idle', (clock) => clock.idle()],
    ['advance', (clock) => clock.advance(0)],
    ['until', (clock, isDone) => clock.until(isDone)],
    ['run', (clock, isDone) => clock.run(turns(1500).then(isDone))],
  ])('ManualClock.%s waits while isBusy returns true', async (_, wait) => {
    const clock = new ManualClock();
    let done = false;
    clock.isBusy = () => !done;
    void turns(1200).then(() => {
      done = true;
    });
    await wait(clock, () => done);
    expect(done).toBe(true);
  });
});

it('the turns of a ManualClock do not depend on fake timers', async () => {
  vi.useFakeTimers();
  try {
    const clock = new ManualClock();
    const fired = vi.fn();
    clock.after(10, fired);
    await clock.advance(10);
    expect(fired).toHaveBeenCalledOnce();
  } finally {
    vi.useRealTimers();
  }
});

it('a ManualClock works without setImmediate, as in a browser', async () => {
  vi.stubGlobal('setImmediate', undefined);
  try {
    // Another copy of the module, which looks for it again.
    const path = './manual-clock.ts?without-set-immediate';
    const { ManualClock }: typeof import('./manual-clock.ts') = await import(/* @vite-ignore */ path);
    const clock = new ManualClock();
    const fired = vi.fn();
    clock.after(10, () => void Promise.resolve().then(fired));
    await clock.advance(10);
    expect(fired).toHaveBeenCalledOnce();
  } finally {
    vi.unstubAllGlobals();
  }
});

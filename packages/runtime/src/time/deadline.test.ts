import { getEventListeners } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { failure } from '../../test/rejections.ts';
import { TimeoutError } from '../errors/timeout-error.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { Deadline, type DeadlineInit } from './deadline.ts';

const line = { method: 'GET', path: '/things' };

/** A deadline, and the numbers of its timers and of its listeners to the signal. */
function create(init: Partial<DeadlineInit> = {}) {
  const clock = new ManualClock();
  const controller = new AbortController();
  const deadline = new Deadline({ clock, line, signal: controller.signal, ...init });
  const left = () => [clock.pending, getEventListeners(controller.signal, 'abort').length];
  return { clock, controller, deadline, left };
}
const reasonOf = (deadline: Deadline) => {
  try {
    deadline.throwIfExpired();
  } catch (reason) {
    return { reason };
  }
  return undefined;
};
/** Reasons of an abort, which may be falsy. */
const reasons: [unknown][] = [['stop'], [null], [0], [false], [''], [new Error('own')]];

/** Records its timers, and whether each keeps the process alive. */
class KeepingClock extends ManualClock {
  readonly set: [milliseconds: number, keepsAlive: boolean][] = [];

  override after(milliseconds: number, callback: () => void, keepsAlive = true): () => void {
    this.set.push([milliseconds, keepsAlive]);
    return super.after(milliseconds, callback);
  }
}

describe('Deadline', () => {
  it('Deadline expires when its time is over, with a TimeoutError that names the deadline', async () => {
    const { clock, deadline } = create({ milliseconds: 1000 });
    await clock.advance(999);
    expect([deadline.expired, reasonOf(deadline)]).toEqual([false, undefined]);
    await clock.advance(1);
    expect(deadline.expired).toBe(true);
    const { reason } = reasonOf(deadline) ?? {};
    expect(reason).toBeInstanceOf(TimeoutError);
    expect(reason).toMatchObject({
      timeout: 1000,
      message: 'GET /things took longer than its deadline of 1000 ms.',
    });
  });

  it('Deadline sets no timer without a time limit', () => {
    const { deadline, left } = create();
    expect([deadline.remaining(), left()]).toEqual([Number.POSITIVE_INFINITY, [0, 1]]);
  });

  it('Deadline that began earlier expires at its end, and its error has the whole time limit', async () => {
    const { clock, deadline } = create({ milliseconds: 5000, end: 250 });
    expect(deadline.remaining()).toBe(250);
    await clock.advance(249);
    expect(deadline.expired).toBe(false);
    await clock.advance(1);
    expect(reasonOf(deadline)).toMatchObject({ reason: { timeout: 5000 } });
  });

  it('Deadline returns the remaining time', async () => {
    const { clock, deadline } = create({ milliseconds: 1000 });
    await clock.advance(300);
    expect(deadline.remaining()).toBe(700);
    clock.time = 1200;
    expect(deadline.remaining()).toBe(-200);
  });

  it.each([
    ['its end is past', { milliseconds: 100, end: 0 }],
    ['it has no time', { milliseconds: 0 }],
  ])('Deadline is expired from the start if %s, and leaves no timer and no listener', (_, init) => {
    const { deadline, left } = create(init);
    expect(reasonOf(deadline)).toMatchObject({ reason: { name: 'TimeoutError', timeout: init.milliseconds } });
    expect([deadline.expired, deadline.signal.aborted, left()]).toEqual([true, true, [0, 0]]);
  });

  it.each(reasons)('Deadline expires with the reason of its signal: %s', (reason) => {
    const { controller, deadline, left } = create({ milliseconds: 1000 });
    expect(left()).toEqual([1, 1]);
    controller.abort(reason);
    expect([deadline.expired, reasonOf(deadline), left()]).toEqual([true, { reason }, [0, 0]]);
    expect(deadline.signal.reason).toBe(reason);
  });

  it.each(reasons)('Deadline is expired from the start if its signal is aborted: %s', (reason) => {
    const signal = AbortSignal.abort(reason);
    const { clock, deadline } = create({ milliseconds: 1000, signal });
    expect([reasonOf(deadline), clock.pending, getEventListeners(signal, 'abort')]).toEqual([{ reason }, 0, []]);
  });

  it('Deadline keeps its first reason', async () => {
    const { clock, controller, deadline } = create({ milliseconds: 1000 });
    controller.abort('first');
    await clock.advance(1000);
    expect(reasonOf(deadline)).toEqual({ reason: 'first' });
  });

  it('Deadline leaves no timer and no listener after close, and does not expire', async () => {
    const { clock, controller, deadline, left } = create({ milliseconds: 1000 });
    deadline.onExpire(() => expect.unreachable());
    const inner = deadline.within(100);
    inner.close();
    deadline.close();
    expect(left()).toEqual([0, 0]);
    await clock.advance(1000);
    controller.abort('late');
    expect(deadline.expired).toBe(false);
  });
});

describe('Deadline.signal', () => {
  it('Deadline.signal creates one AbortController at the first access', async () => {
    const made = vi.spyOn(globalThis, 'AbortController');
    try {
      const clock = new ManualClock();
      const deadline = new Deadline({ clock, line, milliseconds: 1000 });
      const inner = deadline.within(100);
      const sleeping = inner.sleep(50);
      await clock.advance(100);
      await sleeping;
      expect(made).not.toHaveBeenCalled();
      expect(deadline.signal).toBe(deadline.signal);
      expect(made).toHaveBeenCalledOnce();
    } finally {
      made.mockRestore();
    }
  });

  it.each([['before'], ['after']])('Deadline.signal that is read %s the deadline expires is aborted', async (when) => {
    const { clock, deadline } = create({ milliseconds: 1000 });
    if (when === 'before') expect(deadline.signal.aborted).toBe(false);
    await clock.advance(1000);
    expect(deadline.signal.aborted).toBe(true);
    expect(deadline.signal.reason).toBe(reasonOf(deadline)?.reason);
  });
});

describe('Deadline.within', () => {
  it.each([
    ['the inner one', 1000, 100, { timeout: 100, message: 'GET /things took longer than its timeout of 100 ms.' }],
    ['the outer one', 100, 1000, { timeout: 100, message: 'GET /things took longer than its deadline of 100 ms.' }],
    ['the outer one', 100, 100, { timeout: 100, message: 'GET /things took longer than its deadline of 100 ms.' }],
  ])(
    'Deadline.within expires at the end of %s with %d and %d ms, and the error names it',
    async (_, own, within, error) => {
      const { clock, deadline } = create({ milliseconds: own });
      const inner = deadline.within(within);
      expect(inner.remaining()).toBe(100);
      await clock.advance(99);
      expect(inner.expired).toBe(false);
      await clock.advance(1);
      expect(reasonOf(inner)).toMatchObject({ reason: error });
      // The inner one may end alone.
      expect(deadline.expired).toBe(own === 100);
    },
  );

  it.each(reasons)(
    'Deadline.within of an expired deadline is expired from the start, and leaves no timer: %s',
    (reason) => {
      const { clock, deadline } = create({ signal: AbortSignal.abort(reason) });
      const inner = deadline.within(100);
      expect([inner.expired, reasonOf(inner), clock.pending]).toEqual([true, { reason }, 0]);
    },
  );

  it('Deadline with its own signal leaves no listener if the one around it has expired', () => {
    const { deadline, clock } = create({ signal: AbortSignal.abort(0) });
    const { signal } = new AbortController();
    const inner = new Deadline({ clock, line, signal }, deadline);
    expect([reasonOf(inner), getEventListeners(signal, 'abort')]).toEqual([{ reason: 0 }, []]);
  });

  it('Deadline.within leaves no callback in the outer one after close', async () => {
    const { clock, deadline } = create({ milliseconds: 1000 });
    const inner = deadline.within(100);
    inner.onExpire(() => expect.unreachable());
    inner.close();
    expect(clock.pending).toBe(1);
    await clock.advance(1000);
    expect([inner.expired, deadline.expired]).toEqual([false, true]);
  });
});

describe('Deadline.onExpire', () => {
  it('Deadline.onExpire calls each callback once, with the reason', () => {
    const { controller, deadline } = create();
    const seen: unknown[] = [];
    for (const name of ['a', 'b']) deadline.onExpire((reason) => seen.push([name, reason]));
    controller.abort(null);
    controller.abort('again');
    expect(seen).toEqual([
      ['a', null],
      ['b', null],
    ]);
  });

  it('Deadline.onExpire does not call a removed callback', () => {
    const { controller, deadline } = create();
    const seen: string[] = [];
    const leave = deadline.onExpire(() => seen.push('left'));
    deadline.onExpire(() => seen.push('stayed'));
    leave();
    controller.abort();
    expect([seen, leave]).toEqual([['stayed'], expect.any(Function)]);
    expect(leave).not.toThrow();
  });

  it('Deadline.onExpire calls back at once if the deadline has expired', () => {
    const { deadline } = create({ signal: AbortSignal.abort(false) });
    const seen: unknown[] = [];
    deadline.onExpire((reason) => seen.push(reason))();
    expect(seen).toEqual([false]);
  });
});

describe('Deadline.race', () => {
  const forever = new Promise<never>(() => {});

  it('Deadline.race settles like the work', async () => {
    const { controller, deadline } = create();
    expect(await deadline.race(Promise.resolve(1))).toBe(1);
    await expect(deadline.race(Promise.reject(new Error('no')))).rejects.toThrow('no');
    controller.abort('late');
    expect(deadline.expired).toBe(true);
  });

  it.each(reasons)('Deadline.race throws the reason of an abort: %s', async (reason) => {
    const { controller, deadline } = create();
    const waiting = failure(deadline.race(forever));
    controller.abort(reason);
    expect(await waiting).toBe(reason);
    expect(await failure(deadline.race(forever))).toBe(reason);
  });

  it.each([
    ['resolves', () => Promise.resolve()],
    ['rejects', () => Promise.reject(new Error('no'))],
  ])('Deadline.race leaves no callback when the work %s', async (_, work) => {
    const { clock, deadline } = create();
    const leave = vi.fn();
    vi.spyOn(deadline, 'onExpire').mockReturnValue(leave);
    deadline.race(work()).catch(() => {});
    await clock.idle();
    expect(leave).toHaveBeenCalledOnce();
  });

  it('Deadline.race ignores work that fails after the abort', async () => {
    const { controller, deadline } = create();
    let fail: (reason: unknown) => void = () => {};
    const work = new Promise((_, reject) => {
      fail = reject;
    });
    const waiting = failure(deadline.race(work));
    controller.abort('stop');
    fail(new Error('too late'));
    expect(await waiting).toBe('stop');
  });
});

describe('Deadline.sleep', () => {
  it('Deadline.sleep resolves after its time, and leaves no timer', async () => {
    const { clock, deadline, left } = create();
    let over = false;
    const sleeping = deadline.sleep(100).then(() => {
      over = true;
    });
    await clock.advance(99);
    expect(over).toBe(false);
    await clock.advance(1);
    await sleeping;
    deadline.close();
    expect(left()).toEqual([0, 0]);
  });

  it('Deadline.sleep of 0 ms resolves without moving the clock', async () => {
    const { clock, deadline } = create();
    await clock.run(deadline.sleep(0));
    expect(clock.now()).toBe(0);
  });

  it('Deadline.sleep throws when the deadline expires', async () => {
    const { clock, deadline, left } = create({ milliseconds: 50 });
    const sleeping = failure(deadline.sleep(100));
    await clock.advance(50);
    expect([(await sleeping).name, left()]).toEqual(['TimeoutError', [0, 0]]);
  });

  it.each(reasons)('Deadline.sleep throws the reason of an abort, and leaves no timer: %s', async (reason) => {
    const { controller, deadline, left } = create();
    const sleeping = failure(deadline.sleep(100));
    expect(left()).toEqual([1, 1]);
    controller.abort(reason);
    expect(await sleeping).toBe(reason);
    expect(left()).toEqual([0, 0]);
    expect(await failure(deadline.sleep(100))).toBe(reason);
    expect(left()).toEqual([0, 0]);
  });
});

describe('Deadline.extend', () => {
  it('Deadline.extend keeps the deadline and the one around it open after close, until its function is called', () => {
    const { deadline, left } = create({ milliseconds: 1000 });
    const inner = deadline.within(100);
    const close = inner.extend();
    inner.close();
    deadline.close();
    // The timer of the inner one is stopped.
    expect(left()).toEqual([1, 1]);
    close();
    expect(left()).toEqual([0, 0]);
    expect(close).not.toThrow();
  });

  it('Deadline.extend expires with the deadline around it', async () => {
    const { clock, deadline, left } = create({ milliseconds: 1000 });
    const inner = deadline.within(100);
    inner.extend();
    inner.close();
    deadline.close();
    await clock.advance(999);
    expect(inner.expired).toBe(false);
    await clock.advance(1);
    expect([inner.expired, left()]).toEqual([true, [0, 0]]);
  });

  it('Deadline.extend expires with the signal of the deadline around it', () => {
    const { controller, deadline, left } = create({ milliseconds: 1000 });
    const inner = deadline.within(100);
    inner.extend();
    inner.close();
    deadline.close();
    controller.abort(0);
    expect([reasonOf(inner), left()]).toEqual([{ reason: 0 }, [0, 0]]);
  });

  it('Deadline.extend makes the timer around it keep no process alive', () => {
    const clock = new KeepingClock();
    const inner = new Deadline({ clock, line, milliseconds: 1000 }).within(100);
    expect(clock.set).toEqual([
      [1000, true],
      [100, true],
    ]);
    clock.time = 300;
    inner.extend();
    expect(clock.set.slice(2)).toEqual([[700, false]]);
    expect(clock.pending).toBe(1);
  });
});

describe('Deadline.rearm', () => {
  it('Deadline.rearm restarts the time of the deadline, until its function is called', async () => {
    const { clock, deadline } = create({ milliseconds: 10_000 });
    const inner = deadline.within(100);
    inner.extend();
    for (let wait = 0; wait < 3; wait++) {
      const stop = inner.rearm();
      await clock.advance(99);
      stop();
      await clock.advance(1000);
    }
    expect(inner.expired).toBe(false);
    inner.rearm();
    await clock.advance(100);
    expect(reasonOf(inner)).toMatchObject({ reason: { name: 'TimeoutError', timeout: 100 } });
    expect(deadline.expired).toBe(false);
  });

  it('Deadline.rearm sets no timer without a time limit', () => {
    const { deadline, left } = create();
    const inner = deadline.within(Number.POSITIVE_INFINITY);
    const stop = inner.rearm();
    expect([left(), stop()]).toEqual([[0, 1], undefined]);
  });
});

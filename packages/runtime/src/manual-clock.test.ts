/** The clock that the tests of this package inject. */
import { expect, it } from 'vitest';
import type { Clock } from './clock.ts';

interface Timer {
  readonly due: number;
  readonly callback: () => void;
}

/** A clock that moves when a test says so. */
export class ManualClock implements Clock {
  time = 0;
  /** What `date` is ahead of `now`. */
  epoch = Date.UTC(2026, 10, 22);
  /** What chance gives next. */
  chance = 0.5;
  readonly #timers = new Set<Timer>();

  now(): number {
    return this.time;
  }

  date(): number {
    return this.epoch + this.time;
  }

  random(): number {
    return this.chance;
  }

  after(milliseconds: number, callback: () => void): () => void {
    const timer = { due: this.time + milliseconds, callback };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** How many timers are pending. */
  get pending(): number {
    return this.#timers.size;
  }

  /** Moves on, calling back what comes due, in order. */
  advance(milliseconds: number): void {
    const end = this.time + milliseconds;
    while (this.#fire(end));
    this.time = end;
  }

  /** Moves on as `advance` does, and lets all that follows from each callback happen before the next. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.time + milliseconds;
    do await turn();
    while (this.#fire(end));
    this.time = end;
  }

  /** Calls back what comes due next; false when nothing does until then. */
  #fire(end: number): boolean {
    let first: Timer | undefined;
    for (const timer of this.#timers) if (timer.due <= end && timer.due < (first?.due ?? Infinity)) first = timer;
    if (!first) return false;
    this.time = Math.max(this.time, first.due);
    this.#timers.delete(first);
    first.callback();
    return true;
  }
}

/** Lets all that is on its way happen. */
export const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

// Where another test imports this file, its own tests are not run again.
if (expect.getState().testPath === import.meta.filename) {
  it('calls back in the order in which things are due, at their time', () => {
    const clock = new ManualClock();
    const seen: [string, number][] = [];
    const note = (name: string) => () => seen.push([name, clock.now()]);
    clock.after(20, note('second'));
    clock.after(10, () => {
      note('first')();
      clock.after(5, note('between'));
    });
    clock.after(31, note('later'));
    clock.after(15, note('cancelled'))();
    clock.advance(30);
    expect(seen).toEqual([
      ['first', 10],
      ['between', 15],
      ['second', 20],
    ]);
    expect([clock.now(), clock.pending]).toEqual([30, 1]);
  });

  it('lets what follows from one callback happen before the next', async () => {
    const clock = new ManualClock();
    const seen: number[] = [];
    clock.after(10, () => void turn().then(() => seen.push(clock.now())));
    clock.after(20, () => void seen.push(-clock.now()));
    await clock.pass(30);
    expect(seen).toEqual([10, -20]);
  });
}

import { setImmediate as turn } from 'node:timers/promises';
import type { Clock } from '@plumbline/runtime';

interface Timer {
  readonly due: number;
  readonly callback: () => void;
}

/** Real milliseconds after which a test that cannot go on says so. */
const patience = 20_000;

/**
 * A time that stands still while anything is on its way, and jumps to the next timer when all that is left is waiting.
 *
 * So no test sleeps, an answer is never late because the machine is busy, and a wait of an hour takes no time.
 */
export class ManualClock implements Clock {
  /** What chance gives: 0.5 unless a test sets it. */
  chance: () => number = () => 0.5;
  /** Whether something is on its way. */
  busy: () => boolean = () => false;
  readonly #timers = new Set<Timer>();
  #now = 0;

  now(): number {
    return this.#now;
  }

  date(): number {
    return Date.UTC(2026, 10, 22) + this.#now;
  }

  random(): number {
    return this.chance();
  }

  after(milliseconds: number, callback: () => void): () => void {
    const timer = { due: this.#now + milliseconds, callback };
    if (timer.due < Number.POSITIVE_INFINITY) this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** How many timers are pending. */
  get pending(): number {
    return this.#timers.size;
  }

  /** Lets the event loop run until the condition holds; no timer fires meanwhile. */
  async until(condition: () => boolean): Promise<void> {
    const start = performance.now();
    while (!condition()) {
      if (performance.now() - start > patience) throw new Error(`Time stood still, and never was it so: ${condition}`);
      await turn();
    }
  }

  /** Until nothing is on its way, and whoever could react to what arrived has done so. */
  async quiet(): Promise<void> {
    for (let turns = 0; turns < 3; ) {
      await this.until(() => !this.busy());
      await turn();
      turns = this.busy() ? 0 : turns + 1;
    }
  }

  /** Moves on by some milliseconds, firing what comes due. */
  async advance(milliseconds: number): Promise<void> {
    let over = false;
    this.after(milliseconds, () => {
      over = true;
    });
    while (!over) {
      await this.quiet();
      this.#fire();
    }
    await this.quiet();
  }

  /** Runs until the promise settles. */
  async run<T>(promise: PromiseLike<T>): Promise<T> {
    let settled = false;
    const end = () => {
      settled = true;
    };
    promise.then(end, end);
    for (;;) {
      await this.quiet();
      if (settled) return promise;
      if (!this.#fire()) throw new Error('Nothing is left that could settle this: no timer, and nothing on its way.');
    }
  }

  /** Fires what comes due next; false when there is nothing. */
  #fire(): boolean {
    const due = Math.min(...[...this.#timers].map((timer) => timer.due));
    if (due === Number.POSITIVE_INFINITY) return false;
    this.#now = Math.max(this.#now, due);
    for (const timer of [...this.#timers]) {
      // What fires first may cancel what is due at the same moment.
      if (timer.due === due && this.#timers.delete(timer)) timer.callback();
    }
    return true;
  }
}

import type { Clock } from '../time/clock.ts';

interface Timer {
  readonly due: number;
  readonly callback: () => void;
}

/**
 * Queues a task of the event loop. Where there is a `setImmediate`, it is faster than a timer by far. Both are taken here,
 * before a test can fake them.
 */
const { setImmediate: queueTask = setTimeout } = globalThis as { setImmediate?: (task: () => void) => unknown };

/** Turns of the event loop without work, after which nothing more follows from what happened. */
const quietTurns = 3;
/** Turns of the event loop without work, after which a test that waits for more fails. */
const lastTurns = 1000;
const hint = 'Set isBusy where a test has work outside the event loop.';

/**
 * A clock that stands still until a test moves it: no test sleeps, and a wait of an hour takes no time.
 *
 * Before each timer the clock lets the event loop run until nothing more happens. It cannot see work outside the
 * event loop, such as a socket, a file or WebCrypto: set `isBusy` where a test has such work.
 *
 * @example
 * const clock = new ManualClock();
 * const magicbell = createMagicBell({ apiKey, apiSecret, clock, fetch: recordingFetch([rateLimited(20), users]) });
 * await clock.run(magicbell.users.list()); // retried after 20 seconds, which take no time
 */
export class ManualClock implements Clock {
  /** What `now()` returns, in milliseconds. Setting it fires no timer, as when a computer sleeps. @default 0 */
  time = 0;
  /** What `date()` returns at time 0, in milliseconds since 1970. @default 2026-11-22, 00:00 UTC */
  epoch: number = Date.UTC(2026, 10, 22);
  /** What `random()` returns, from 0 to 1. @default 0.5 */
  chance = 0.5;
  /** Whether work is under way outside the event loop. The clock waits while it is. @default () => false */
  isBusy: () => boolean = () => false;
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

  /** The number of timers that are set. After a call it is 0: a client leaves no timer behind. */
  get pending(): number {
    return this.#timers.size;
  }

  /**
   * Moves the time, and fires the timers that become due, in order. All that follows from them happens before the next.
   *
   * @example
   * const call = magicbell.users.list(); // the first response is a 503
   * await clock.advance(8000); // the longest wait before a retry
   * fetch.requests.length; // 2
   */
  async advance(milliseconds: number): Promise<void> {
    const end = this.time + milliseconds;
    do await this.idle();
    while (this.#fireNext(end));
    this.time = Math.max(this.time, end);
  }

  /**
   * Moves the time from timer to timer until a promise settles, and returns it. Throws where no timer is left to fire.
   *
   * @example
   * const { users } = await clock.run(magicbell.users.list());
   */
  async run<T>(promise: PromiseLike<T>): Promise<T> {
    let settled = false;
    const settle = () => {
      settled = true;
    };
    promise.then(settle, settle);
    for (;;) {
      await this.idle();
      if (settled) return promise;
      if (this.#fireNext(Infinity)) continue;
      const message = `ManualClock.run: the promise is pending, and no timer is set that could settle it. ${hint}`;
      await this.#until(() => settled || this.#nextDue() < Infinity, message);
    }
  }

  /**
   * Lets the event loop run until a condition holds; the time stands still. Throws where nothing more happens.
   *
   * @example
   * const call = magicbell.users.list({}, { signal });
   * await clock.until(() => fetch.requests.length === 1);
   * controller.abort();
   */
  until(condition: () => boolean): Promise<void> {
    return this.#until(
      condition,
      `ManualClock.until: nothing more happens, and this does not hold: ${condition}. ${hint}`,
    );
  }

  /** Lets the event loop run until nothing more happens; the time stands still. */
  async idle(): Promise<void> {
    for (let turns = 0; turns < quietTurns; turns = this.isBusy() ? 0 : turns + 1) await turn();
  }

  async #until(condition: () => boolean, message: string): Promise<void> {
    for (let turns = 0; !condition(); turns = this.isBusy() ? 0 : turns + 1) {
      if (turns === lastTurns) throw new Error(message);
      await turn();
    }
  }

  /** When the next timer is due; `Infinity` where none will fire. */
  #nextDue(): number {
    let due = Infinity;
    for (const timer of this.#timers) due = Math.min(due, timer.due);
    return due;
  }

  /** Fires the timers that are due next, if they are due by the end. Those of one moment fire together. */
  #fireNext(end: number): boolean {
    const due = this.#nextDue();
    if (due > end || due === Infinity) return false;
    this.time = Math.max(this.time, due);
    for (const timer of [...this.#timers]) {
      // A timer that fires may cancel another of the same moment.
      if (timer.due === due && this.#timers.delete(timer)) timer.callback();
    }
    return true;
  }
}

/** Resolves after one turn of the event loop. */
export function turn(): Promise<void> {
  return new Promise((resolve) => void queueTask(resolve));
}

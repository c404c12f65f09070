import type { Clock } from '../time/clock.ts';

interface Timer {
  readonly due: number;
  readonly callback: () => void;
}

/**
 * Queues a task of the event loop. `setImmediate`, which only some platforms have, is much faster than a timer. Both are read at
 * import, before a test can fake them.
 */
const { setImmediate: queueTask = setTimeout } = globalThis as { setImmediate?: (task: () => void) => unknown };

/** Number of turns of the event loop after which all work of a timer is done. */
const quietTurns = 3;
/** Maximum number of turns of the event loop to wait for more work. Then the test fails. */
const maxTurns = 1000;
const hint = 'Set isBusy if the test has work outside the event loop.';

/**
 * A clock that stands still until a test moves it. No test sleeps, and a wait of an hour takes no time.
 *
 * Before each timer the clock lets the event loop run until it is idle. The clock cannot see work outside the event loop, such as
 * a socket, a file or WebCrypto: set `isBusy` if a test has such work.
 *
 * @example
 * const clock = new ManualClock();
 * const magicbell = createMagicBell({ apiKey, apiSecret, clock, fetch: recordingFetch([rateLimited(20), users]) });
 * await clock.run(magicbell.users.list()); // retried after 20 seconds, which take no time
 */
export class ManualClock implements Clock {
  /** What `now()` returns, in milliseconds. Setting it fires no timer, as when a computer sleeps. @default 0 */
  time = 0;
  /** What `date()` returns when `time` is 0, in milliseconds since 1970. @default 2026-11-22, 00:00 UTC */
  epoch: number = Date.UTC(2026, 10, 22);
  /** What `random()` returns, from 0 to 1. @default 0.5 */
  chance = 0.5;
  /** Whether there is work outside the event loop. The clock waits while there is. @default () => false */
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

  /** The number of timers that are set. After a call it is 0, because a client leaves no timer. */
  get pending(): number {
    return this.#timers.size;
  }

  /**
   * Moves the time, and fires the timers that become due, in order. All work of a timer is done before the next one.
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
   * Moves the time from timer to timer until a promise settles, and returns the promise.
   *
   * @throws {Error} If no timer is left, and the promise is still pending.
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
   * Lets the event loop run until a condition is true. The time stands still.
   *
   * @throws {Error} If the event loop is idle, and the condition is still false.
   * @example
   * const call = magicbell.users.list({}, { signal });
   * await clock.until(() => fetch.requests.length === 1);
   * controller.abort();
   */
  until(condition: () => boolean): Promise<void> {
    return this.#until(
      condition,
      `ManualClock.until: the event loop is idle, and the condition is still false: ${condition}. ${hint}`,
    );
  }

  /** Lets the event loop run until it is idle. The time stands still. */
  async idle(): Promise<void> {
    for (let turns = 0; turns < quietTurns; turns = this.isBusy() ? 0 : turns + 1) await turn();
  }

  async #until(condition: () => boolean, message: string): Promise<void> {
    for (let turns = 0; !condition(); turns = this.isBusy() ? 0 : turns + 1) {
      if (turns === maxTurns) throw new Error(message);
      await turn();
    }
  }

  /** When the next timer is due; `Infinity` if none will fire. */
  #nextDue(): number {
    let due = Infinity;
    for (const timer of this.#timers) due = Math.min(due, timer.due);
    return due;
  }

  /** Fires the timers that are due next, if they are due by the end. Timers that are due at the same time fire together. */
  #fireNext(end: number): boolean {
    const due = this.#nextDue();
    if (due > end || due === Infinity) return false;
    this.time = Math.max(this.time, due);
    for (const timer of [...this.#timers]) {
      // A timer may cancel another one that is due at the same time.
      if (timer.due === due && this.#timers.delete(timer)) timer.callback();
    }
    return true;
  }
}

/** Resolves after one turn of the event loop. */
export function turn(): Promise<void> {
  return new Promise((resolve) => void queueTask(resolve));
}

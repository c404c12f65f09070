import type { Clock } from './clock.ts';
import type { TimeoutError } from './timeout-error.ts';

/** How long something may take. */
export interface Limit {
  /** Milliseconds from now. */
  readonly milliseconds: number;
  /** Makes what to raise when they are over; most never need it. */
  readonly error: () => TimeoutError;
}

/** A time that has begun: it ends whoever waits within it when it is over, or when a signal aborts. */
export class TimeLimit {
  readonly #controller = new AbortController();
  readonly #outer: AbortSignal | undefined;
  readonly #cancel: () => void;
  #reject: (reason: unknown) => void = () => {};

  /** @throws {TimeoutError} When there is no time at all. */
  constructor({ milliseconds, error }: Limit, outer: AbortSignal | undefined, clock: Clock) {
    if (milliseconds <= 0) throw error();
    this.#outer = outer;
    this.#cancel = clock.after(milliseconds, () => this.#stop(error()));
    outer?.addEventListener('abort', this);
    if (outer?.aborted) this.handleEvent();
  }

  /** Aborts at the end of the time, with what is raised. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Waits for a promise no longer than the time lasts: not everything that is given a signal heeds it. */
  race<T>(promise: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.onStop(reject);
      promise.then(resolve, reject);
    });
  }

  /** Calls back when the time is over, or now if it is, in place of what was to be called before. */
  onStop(callback: (reason: unknown) => void): void {
    if (this.signal.aborted) callback(this.signal.reason);
    this.#reject = callback;
  }

  /** The time no longer matters: leaves no timer and no listener. */
  end(): void {
    this.#cancel();
    this.#outer?.removeEventListener('abort', this);
  }

  /** The outer signal has aborted. */
  handleEvent(): void {
    this.#stop(this.#outer?.reason);
  }

  #stop(reason: unknown): void {
    this.end();
    this.#controller.abort(reason);
    this.#reject(this.signal.reason);
  }
}

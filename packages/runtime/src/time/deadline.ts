import type { RequestLine } from '../errors/call-error.ts';
import { TimeoutError } from '../errors/timeout-error.ts';
import { onAbort } from './abort-listener.ts';
import type { Clock } from './clock.ts';

/** The parts of a deadline. */
export interface DeadlineInit {
  readonly clock: Clock;
  /** The request, for the error message. */
  readonly line: RequestLine;
  /** Time limit in milliseconds. @default Infinity */
  readonly milliseconds?: number | undefined;
  /** End of the time by the clock's `now()`, if it began earlier. @default now + milliseconds */
  readonly end?: number | undefined;
  /** Expires the deadline early, with the signal's own reason. @default none */
  readonly signal?: AbortSignal | null | undefined;
}

/**
 * A time limit of work. It expires when its time is over, when a signal aborts, or when the deadline around it expires.
 *
 * It creates an `AbortController` at the first access to `signal`, because most calls never need one.
 */
export class Deadline {
  /** End of the time by the clock's `now()`; `Infinity` if there is no limit. */
  readonly end: number;
  readonly #clock: Clock;
  readonly #line: RequestLine;
  readonly #milliseconds: number;
  readonly #outer: Deadline | undefined;
  /** Stops listening to the deadline around it, or to its signal. */
  readonly #leave: (() => void) | undefined;
  #callbacks: Set<(reason: unknown) => void> | undefined;
  #controller: AbortController | undefined;
  #cancelTimer: (() => void) | undefined;
  #expiry: { readonly reason: unknown } | undefined;
  #extended = false;

  constructor({ clock, line, milliseconds = Infinity, end, signal }: DeadlineInit, outer?: Deadline) {
    this.#clock = clock;
    this.#line = line;
    this.#milliseconds = milliseconds;
    this.end = end ?? clock.now() + milliseconds;
    this.#outer = outer;
    const expire = (reason: unknown) => this.#expire(reason);
    this.#leave = outer?.onExpire(expire) ?? (signal ? onAbort(signal, expire) : undefined);
    this.#setTimer(this.#left());
  }

  /** Whether it has expired. */
  get expired(): boolean {
    return this.#expiry !== undefined;
  }

  /** Aborts when the deadline expires. */
  get signal(): AbortSignal {
    if (!this.#controller) {
      this.#controller = new AbortController();
      if (this.#expiry) this.#controller.abort(this.#expiry.reason);
    }
    return this.#controller.signal;
  }

  /** Remaining milliseconds; `Infinity` if there is no limit. */
  remaining(): number {
    return Math.min(this.#left(), this.#outer?.remaining() ?? Infinity);
  }

  /** @throws The {@link TimeoutError} or the signal's own reason, if the deadline has expired. */
  throwIfExpired(): void {
    if (this.#expiry) throw this.#expiry.reason;
  }

  /** Makes a deadline inside this one. The one that ends first expires it, and the `TimeoutError` names that one. */
  within(milliseconds: number): Deadline {
    return new Deadline(
      { clock: this.#clock, line: this.#line, milliseconds, end: undefined, signal: undefined },
      this,
    );
  }

  /** Calls back with the reason when it expires, or at once if it has expired. The returned function removes the callback. */
  onExpire(callback: (reason: unknown) => void): () => void {
    if (this.#expiry) callback(this.#expiry.reason);
    else {
      this.#callbacks ??= new Set();
      this.#callbacks.add(callback);
    }
    return () => void this.#callbacks?.delete(callback);
  }

  /** Waits for work until the deadline expires. The work itself may continue. */
  race<T>(work: PromiseLike<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const leave = this.onExpire(reject);
      // If the deadline has settled the promise, the result of the work has no effect.
      work.then(resolve, reject).then(leave);
    });
  }

  /** Waits some milliseconds, at most until the deadline expires. */
  async sleep(milliseconds: number): Promise<void> {
    let cancel = () => {};
    const slept = new Promise<void>((resolve) => {
      cancel = this.#clock.after(milliseconds, resolve);
    });
    await this.race(slept).finally(cancel);
  }

  /** Removes the timer and all listeners when the work is over. After `extend`, the returned function does that. */
  close(): void {
    if (this.#extended) return;
    this.#release();
    this.#callbacks = undefined;
  }

  /**
   * Makes `close` have no effect on this deadline and those around it, because a body is not read yet. The returned function
   * closes them.
   *
   * The time of this deadline stops until `rearm` is called. The timers around it no longer keep a process alive.
   */
  extend(): () => void {
    this.#extended = true;
    const closeOuter = this.#outer?.extend();
    if (closeOuter) this.#cancelTimer?.();
    else this.#setTimer(this.#left(), false);
    return () => {
      this.#extended = false;
      this.close();
      closeOuter?.();
    };
  }

  /** Restarts the time of this deadline. The returned function stops it. */
  rearm(): () => void {
    this.#setTimer(this.#milliseconds);
    return () => this.#cancelTimer?.();
  }

  /** Remaining milliseconds of this deadline alone. */
  #left(): number {
    return this.end - this.#clock.now();
  }

  #setTimer(milliseconds: number, keepsAlive?: boolean): void {
    this.#cancelTimer?.();
    if (milliseconds === Infinity || this.#expiry) return;
    const timeOut = () =>
      this.#expire(new TimeoutError(this.#line, this.#milliseconds, this.#outer ? 'timeout' : 'deadline'));
    if (milliseconds > 0) this.#cancelTimer = this.#clock.after(milliseconds, timeOut, keepsAlive);
    else timeOut();
  }

  #expire(reason: unknown): void {
    if (this.#expiry) return;
    this.#expiry = { reason };
    this.#release();
    this.#controller?.abort(reason);
    for (const callback of this.#callbacks ?? []) callback(reason);
    this.#callbacks = undefined;
  }

  #release(): void {
    this.#cancelTimer?.();
    this.#leave?.();
  }
}

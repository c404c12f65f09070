import type { RequestLine } from '../errors/call-error.ts';
import { TimeoutError } from '../errors/timeout-error.ts';
import type { Clock } from './clock.ts';

/** What a deadline is made of. */
export interface DeadlineInit {
  readonly clock: Clock;
  /** What takes the time, for the error's message. */
  readonly line: RequestLine;
  /** The time that is allowed. @default Infinity */
  readonly milliseconds?: number | undefined;
  /** When it ends, by the clock's `now`, where it began earlier. @default now + milliseconds */
  readonly end?: number | undefined;
  /** Ends it early, with the signal's own reason. */
  readonly signal?: AbortSignal | null | undefined;
}

/**
 * The one place for time: ends work when its milliseconds are over, when a signal aborts, or with the deadline around it.
 *
 * It makes an `AbortController` only for code that asks for `signal`: most calls never need one.
 */
export class Deadline {
  readonly #clock: Clock;
  readonly #line: RequestLine;
  readonly #milliseconds: number;
  readonly #end: number;
  readonly #outer: Deadline | undefined;
  readonly #leaveOuter: (() => void) | undefined;
  readonly #abortSignal: AbortSignal | undefined;
  #callbacks: ((reason: unknown) => void)[] | undefined;
  #controller: AbortController | undefined;
  #cancelTimer: (() => void) | undefined;
  #expiry: { readonly reason: unknown } | undefined;
  #extended = false;

  constructor({ clock, line, milliseconds = Infinity, end, signal }: DeadlineInit, outer?: Deadline) {
    this.#clock = clock;
    this.#line = line;
    this.#milliseconds = milliseconds;
    this.#end = end ?? (milliseconds === Infinity ? Infinity : clock.now() + milliseconds);
    this.#outer = outer;
    this.#abortSignal = signal ?? undefined;
    this.#leaveOuter = outer?.onExpire((reason) => this.#expire(reason));
    if (signal?.aborted) this.handleEvent();
    else if (!this.#expiry) signal?.addEventListener('abort', this);
    this.#setTimer(this.#left());
  }

  /** Whether its time is over, or a signal has aborted. */
  get expired(): boolean {
    return this.#expiry !== undefined;
  }

  /** Aborts with the deadline, for code that takes a signal. */
  get signal(): AbortSignal {
    if (!this.#controller) {
      this.#controller = new AbortController();
      if (this.#expiry) this.#controller.abort(this.#expiry.reason);
    }
    return this.#controller.signal;
  }

  /** Milliseconds that are left; `Infinity` where nothing limits them. */
  remaining(): number {
    return Math.min(this.#left(), this.#outer?.remaining() ?? Infinity);
  }

  /** @throws The {@link TimeoutError}, or the signal's own reason. */
  throwIfExpired(): void {
    if (this.#expiry) throw this.#expiry.reason;
  }

  /** A shorter time within this one. The nearer of the two ends it, and the `TimeoutError` names that one. */
  within(milliseconds: number): Deadline {
    return new Deadline({ clock: this.#clock, line: this.#line, milliseconds }, this);
  }

  /** Calls back with the reason when it expires, or now if it has, unless the returned function is called before. */
  onExpire(callback: (reason: unknown) => void): () => void {
    if (this.#expiry) callback(this.#expiry.reason);
    else if (this.#callbacks) this.#callbacks.push(callback);
    else this.#callbacks = [callback];
    return () => {
      this.#callbacks = this.#callbacks?.filter((other) => other !== callback);
    };
  }

  /** Waits for work no longer than the time lasts, for work that may not stop by itself. */
  race<T>(work: PromiseLike<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const leave = this.onExpire(reject);
      // Where the deadline has settled the promise, what the work comes to no longer matters.
      work.then(resolve, reject).then(leave);
    });
  }

  /** Waits some milliseconds. */
  async sleep(milliseconds: number): Promise<void> {
    let cancel = () => {};
    const slept = new Promise<void>((resolve) => {
      cancel = this.#clock.after(milliseconds, resolve);
    });
    await this.race(slept).finally(cancel);
  }

  /** The work is over: leaves no timer and no listener. After `extend`, its function does that. */
  close(): void {
    if (this.#extended) return;
    this.#release();
    this.#callbacks = undefined;
  }

  /**
   * Lasts longer than the call of `close`, with the deadlines around it, until the returned function is called: a body is
   * still to be read.
   *
   * The own time no longer runs by itself, but as `rearm` says. What is left of the time around it keeps no process alive.
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

  /** Begins the own time anew, until the returned function is called. */
  rearm(): () => void {
    this.#setTimer(this.#milliseconds);
    return () => this.#cancelTimer?.();
  }

  /** The signal has aborted. */
  handleEvent(): void {
    this.#expire(this.#abortSignal?.reason);
  }

  /** Milliseconds that are left of the own time. */
  #left(): number {
    return this.#end === Infinity ? Infinity : this.#end - this.#clock.now();
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
    const callbacks = this.#callbacks;
    this.#callbacks = undefined;
    for (const callback of callbacks ?? []) callback(reason);
  }

  #release(): void {
    this.#cancelTimer?.();
    this.#leaveOuter?.();
    this.#abortSignal?.removeEventListener('abort', this);
  }
}

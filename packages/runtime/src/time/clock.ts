/** Source of time and randomness. It is an option, so that tests can control all that the input of a client does not decide. */
export interface Clock {
  /** Monotonic time in milliseconds, from any fixed point. */
  now(): number;
  /** Milliseconds since 1970, to compare with dates that vendors send. */
  date(): number;
  /**
   * Calls back once after some milliseconds. The returned function cancels the timer.
   *
   * @param keepsAlive Whether the timer keeps a Node process running. @default true
   */
  after(milliseconds: number, callback: () => void, keepsAlive?: boolean): () => void;
  /** A random number from 0 to 1, 1 excluded. */
  random(): number;
}

/** Maximum delay of the platform's timers in milliseconds. With a longer one a timer fires at once. */
const maxTimer = 2_147_483_647;

/** The platform's clock. */
export const systemClock: Clock = {
  now: () => performance.now(),
  date: () => Date.now(),
  after(milliseconds, callback, keepsAlive = true) {
    const timer: unknown = milliseconds > maxTimer ? undefined : setTimeout(callback, milliseconds);
    if (!keepsAlive) (timer as { unref?(): void } | undefined)?.unref?.();
    return () => clearTimeout(timer as number);
  },
  random: () => Math.random(),
};

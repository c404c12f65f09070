/** Time and chance: everything that a client does not decide by its input alone. Passed in, so that tests can decide it. */
export interface Clock {
  /** Milliseconds from any fixed point, never going back. */
  now(): number;
  /** Milliseconds since 1970, for dates that vendors send. */
  date(): number;
  /**
   * Calls back once after some milliseconds, unless the returned function is called before.
   *
   * @param keepsAlive Whether the timer keeps a Node process running. @default true
   */
  after(milliseconds: number, callback: () => void, keepsAlive?: boolean): () => void;
  /** A number from 0 to 1, 1 excluded. */
  random(): number;
}

/** The longest delay that a timer of the web platform takes; beyond it a timer fires at once. */
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

/** The time, and chance: everything that a client does not decide by its input alone. Passed in, so that tests can decide it. */
export interface Clock {
  /** Milliseconds from any fixed point, never going back. */
  now(): number;
  /** Milliseconds since 1970, for dates that vendors send. */
  date(): number;
  /** Calls back once after some milliseconds, unless what it returns is called before. */
  after(milliseconds: number, callback: () => void): () => void;
  /** A number from 0 to 1, 1 excluded. */
  random(): number;
}

/** The longest delay that a timer of the web platform takes; beyond it a timer fires at once. */
const longest = 2_147_483_647;

/** The clock of the runtime. */
export const systemClock: Clock = {
  now: () => performance.now(),
  date: () => Date.now(),
  after(milliseconds, callback) {
    const timer = milliseconds > longest ? undefined : setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
};

/** Waits, no longer than the signal allows; rejects with the signal's own reason, and leaves no timer and no listener. */
export function wait(clock: Clock, milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      cancel();
      reject(signal?.reason);
    };
    const cancel = clock.after(milliseconds, () => {
      signal?.removeEventListener('abort', abort);
      resolve();
    });
    if (signal?.aborted) abort();
    else signal?.addEventListener('abort', abort, { once: true });
  });
}

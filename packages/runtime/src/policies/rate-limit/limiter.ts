import { onAbort } from '../../time/abort-listener.ts';
import type { Clock } from '../../time/clock.ts';

/** A documented limit: a number of requests in any window of some seconds. */
export interface RateLimit {
  /** Maximum number of requests in a window. */
  readonly requests: number;
  /** Length of a window in seconds. */
  readonly seconds: number;
  /** HTTP methods that it counts. @default all */
  readonly methods?: readonly string[] | undefined;
}

/** Thrown by `acquire` if the credentials of the request expired while it waited. One symbol for every copy of this package. */
export const CredentialsExpired: unique symbol = Symbol.for('@plumbline/expired');

/** Options of a request that may have to wait. */
export interface Turn {
  /** Ends the wait: `acquire` then throws the signal's own reason. Read only if the request must wait. @default none */
  readonly signal?: AbortSignal | undefined;
  /** `high`: admitted before the others, which may wait for it. @default normal */
  readonly priority?: 'normal' | 'high' | undefined;
  /** Credentials of the request. If they have expired by its turn, `acquire` throws {@link CredentialsExpired}. @default none */
  readonly credentials?: { readonly expiresAt: number } | undefined;
}

/** Decides when a request may be sent. `createLimiter` counts in memory; your own may count for many processes. */
export interface Limiter {
  /** Resolves when a request with this method may be sent, in the order of the calls. Returns undefined if that is now. */
  acquire(method: string, turn?: Turn): Promise<void> | undefined;
  /**
   * Admits no request with this method for some time, because the vendor refused one.
   *
   * @param milliseconds The time. @default the shortest window
   */
  pause(method: string, milliseconds?: number): void;
}

/** Counts the requests of limits that share methods. It keeps no order: its queue does. */
export interface Counter {
  /**
   * Counts a request if it may be sent now.
   *
   * @param askAgain Makes the queue ask again before the end of the wait.
   * @returns The milliseconds that the request must still wait; `Infinity` until `askAgain` is called.
   * @throws The reason why the request must not be sent.
   */
  reserve(method: string, askAgain: () => void): number;
  /** See {@link Limiter.pause}. */
  pause(milliseconds?: number): void;
}

/** Whether a limit counts a method. */
export const counts = ({ methods }: RateLimit, method: string): boolean => methods?.includes(method) ?? true;
const overlap = (one: RateLimit, other: RateLimit): boolean =>
  one.methods?.some((method) => counts(other, method)) ?? true;

/**
 * Makes a limiter that keeps the requests in order, and asks a counter for the first one only. It serves priority, signals and expiring
 * credentials.
 *
 * @param createCounter Makes the counter of limits that share methods.
 */
export function createQueuedLimiter(
  limits: readonly RateLimit[],
  clock: Clock,
  createCounter: (limits: readonly RateLimit[], clock: Clock) => Counter,
): Limiter {
  // Limits that count the same method share a queue. A request waits only for the earlier requests in its queue.
  let groups: RateLimit[][] = [];
  for (const limit of limits) {
    const apart = groups.filter((group) => !group.some((other) => overlap(limit, other)));
    groups = [...apart, [...groups.filter((group) => !apart.includes(group)).flat(), limit]];
  }
  const queues = groups.map((group) => ({ group, ...createQueue(clock, createCounter(group, clock)) }));
  const queueOf = (method: string) => queues.find(({ group }) => group.some((limit) => counts(limit, method)));
  return {
    acquire: (method, turn) => queueOf(method)?.acquire(method, turn),
    pause: (method, milliseconds) => queueOf(method)?.pause(milliseconds),
  };
}

/** Maximum delay of the timer in milliseconds. The platform's timers are limited to 24 days. */
const maxTimer = 86_400_000;

interface QueueEntry {
  readonly method: string;
  /** Whether it was admitted or refused. */
  done: boolean;
  isExpired(): boolean;
  admit(): void;
  refuse(reason: unknown): void;
}

/** Makes the queue of the requests that a counter counts. */
function createQueue(clock: Clock, { reserve, pause }: Counter) {
  const high = createLine();
  const normal = createLine();
  const first = () => high.first() ?? normal.first();
  let cancel: (() => void) | undefined;

  const drain = () => {
    cancel?.();
    cancel = undefined;
    for (let entry = first(); entry; entry = first()) {
      try {
        if (entry.isExpired()) throw CredentialsExpired;
        const delay = reserve(entry.method, drain);
        if (delay > 0) {
          cancel = clock.after(Math.min(delay, maxTimer), drain);
          return;
        }
        entry.admit();
      } catch (reason) {
        entry.refuse(reason);
      }
    }
  };
  return {
    acquire: (method: string, turn: Turn = {}): Promise<void> | undefined => {
      const { credentials, priority } = turn;
      const isExpired = () => credentials !== undefined && clock.now() >= credentials.expiresAt;
      // The usual case: no request waits.
      if (!first() && !isExpired() && reserve(method, drain) === 0) return undefined;
      // Read as late as possible, because a request creates its signal at the first access.
      const { signal } = turn;
      if (signal?.aborted) return Promise.reject(signal.reason);
      const queue = priority === 'high' ? high : normal;
      return new Promise((resolve, reject) => {
        const stopListening =
          signal &&
          onAbort(signal, (reason) => {
            const isFirst = first() === entry;
            entry.refuse(reason);
            // The next one may be of a method that need not wait.
            if (isFirst) drain();
          });
        const leave = () => {
          queue.remove(entry);
          stopListening?.();
        };
        const entry: QueueEntry = {
          method,
          done: false,
          isExpired,
          admit() {
            leave();
            resolve();
          },
          refuse(reason) {
            leave();
            reject(reason);
          },
        };
        queue.add(entry);
        if (first() === entry) drain();
      });
    },
    pause,
  };
}

/** Requests in the order of their arrival. A request that leaves is only marked, so that 100,000 of them leave in linear time. */
function createLine() {
  let entries: QueueEntry[] = [];
  let start = 0;
  let waiting = 0;
  return {
    add(entry: QueueEntry): void {
      entries.push(entry);
      waiting++;
    },
    remove(entry: QueueEntry): void {
      entry.done = true;
      waiting--;
      // Half of the list at least is dropped, so that the copies cost no more than the additions.
      if (entries.length > 2 * waiting) {
        entries = entries.filter(({ done }) => !done);
        start = 0;
      }
    },
    /** The first that waits; undefined if none does. */
    first(): QueueEntry | undefined {
      while (entries[start]?.done) start++;
      return entries[start];
    },
  };
}

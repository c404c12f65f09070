import { PlumblineError } from '../../errors/plumbline-error.ts';
import { onAbort } from '../../time/abort-listener.ts';
import { type Clock, systemClock } from '../../time/clock.ts';

/** A documented limit: a number of requests in any window of some seconds. */
export interface RateLimit {
  /** Maximum number of requests in a window. */
  readonly requests: number;
  /** Length of a window in seconds. */
  readonly seconds: number;
  /** HTTP methods that it counts. @default all */
  readonly methods?: readonly string[];
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

/**
 * Makes a limiter that enforces all limits together, counted in memory for one client.
 *
 * It is exact: no window contains more requests than its limit, because it records the time of each request, not an average.
 *
 * @throws {PlumblineError} If a limit is not above 0.
 */
export function createLimiter(limits: readonly RateLimit[], clock: Clock = systemClock): Limiter {
  for (const { requests, seconds } of limits) {
    if (!(Number.isInteger(requests) && requests > 0 && seconds > 0))
      throw new PlumblineError('createLimiter: `requests` must be a positive integer, `seconds` a positive number.');
  }
  // Limits that count the same method share a queue. A request waits only for the earlier requests in its queue.
  let groups: RateLimit[][] = [];
  for (const limit of limits) {
    const apart = groups.filter((group) => !group.some((other) => overlap(limit, other)));
    groups = [...apart, [...groups.filter((group) => !apart.includes(group)).flat(), limit]];
  }
  const queues = groups.map((group) => ({ group, ...createQueue(group, clock) }));
  const queueOf = (method: string) => queues.find(({ group }) => group.some((limit) => counts(limit, method)));
  return {
    acquire: (method, turn) => queueOf(method)?.acquire(method, turn),
    pause: (method, milliseconds) => queueOf(method)?.pause(method, milliseconds),
  };
}

const counts = ({ methods }: RateLimit, method: string): boolean => methods?.includes(method) ?? true;
const overlap = (one: RateLimit, other: RateLimit): boolean =>
  one.methods?.some((method) => counts(other, method)) ?? true;

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

/** Makes the queue of the requests that some limits count. */
function createQueue(limits: readonly RateLimit[], clock: Clock): Limiter {
  // For each limit, a ring buffer of the times at which the last `requests` were admitted.
  const windows = limits.map((limit) => ({
    limit,
    admitted: new Float64Array(limit.requests).fill(-Infinity),
    next: 0,
    length: limit.seconds * 1000,
  }));
  const high = createLine();
  const normal = createLine();
  const first = () => high.first() ?? normal.first();
  let pausedUntil = -Infinity;
  let cancel: (() => void) | undefined;

  /** Counts a request if it may be sent now. Returns the milliseconds that it must still wait. */
  const reserve = (method: string): number => {
    const now = clock.now();
    const counting = windows.filter(({ limit }) => counts(limit, method));
    const free = Math.max(
      pausedUntil,
      ...counting.map(({ admitted, next, length }) => (admitted[next] as number) + length),
    );
    if (free > now) return free - now;
    for (const window of counting) {
      window.admitted[window.next] = now;
      window.next = (window.next + 1) % window.admitted.length;
    }
    return 0;
  };
  const drain = () => {
    cancel?.();
    cancel = undefined;
    for (let entry = first(); entry; entry = first()) {
      if (entry.isExpired()) {
        entry.refuse(CredentialsExpired);
        continue;
      }
      const delay = reserve(entry.method);
      if (delay > 0) {
        cancel = clock.after(Math.min(delay, maxTimer), drain);
        return;
      }
      entry.admit();
    }
  };
  return {
    acquire: (method, turn = {}) => {
      const { credentials, priority } = turn;
      const isExpired = () => credentials !== undefined && clock.now() >= credentials.expiresAt;
      // The usual case: no request waits.
      if (!first() && !isExpired() && reserve(method) === 0) return undefined;
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
    pause(_, milliseconds = Math.min(...windows.map(({ length }) => length))) {
      pausedUntil = Math.max(pausedUntil, clock.now() + milliseconds);
    },
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

import { PlumblineError } from '../../errors/plumbline-error.ts';
import { type Clock, systemClock } from '../../time/clock.ts';

/** A documented limit: so many requests in any window of so many seconds. */
export interface RateLimit {
  readonly requests: number;
  readonly seconds: number;
  /** The HTTP methods that it counts. @default all */
  readonly methods?: readonly string[];
}

/** What `acquire` rejects with where the request's credentials expired while it waited. */
export const CredentialsExpired: unique symbol = Symbol('CredentialsExpired');

/** What is particular about a request that waits. */
export interface Turn {
  /** Ends the wait, which then rejects with the signal's own reason. Read only where the request must wait. */
  readonly signal?: AbortSignal | undefined;
  /** `high`: goes before the others, which may wait for it. @default normal */
  readonly priority?: 'normal' | 'high' | undefined;
  /** A request whose credentials have expired by its turn is not admitted: `acquire` rejects with {@link CredentialsExpired}. */
  readonly credentials?: { readonly expiresAt: number } | undefined;
}

/** Decides when a request may be sent. This package's counts in memory; another may count for many processes. */
export interface Limiter {
  /** Resolves when a request of this method may be sent, in the order of the calls; returns undefined where that is now. */
  acquire(method: string, turn?: Turn): Promise<void> | undefined;
  /** The vendor refused a request of this method: admits none for these milliseconds. @default the shortest window */
  pause(method: string, milliseconds?: number): void;
}

/**
 * Makes a limiter that keeps all limits at once, counted in memory for one client.
 *
 * No window, wherever it begins, holds more than its limit: it remembers when each request was admitted, not an average.
 *
 * @throws {PlumblineError} For a limit that is not above 0.
 */
export function createLimiter(limits: readonly RateLimit[], clock: Clock = systemClock): Limiter {
  for (const { requests, seconds } of limits) {
    if (!(Number.isInteger(requests) && requests > 0 && seconds > 0))
      throw new PlumblineError('createLimiter: `requests` must be a whole number above 0, and `seconds` above 0.');
  }
  // Limits that count a method in common share a queue: a request waits for those before it in its queue, and for no others.
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

/** The longest time until a wait is looked at again, in milliseconds: a timer takes no more than 24 days. */
const maxRecheck = 86_400_000;

interface QueueEntry {
  readonly method: string;
  isExpired(): boolean;
  admit(): void;
  refuse(reason: unknown): void;
}

/** The requests that the same limits count. */
function createQueue(limits: readonly RateLimit[], clock: Clock): Limiter {
  // For each limit the times at which the last `requests` were admitted, the oldest overwritten by the newest.
  const windows = limits.map((limit) => ({
    limit,
    admitted: new Float64Array(limit.requests).fill(-Infinity),
    next: 0,
    length: limit.seconds * 1000,
  }));
  const lengths = windows.map(({ length }) => length);
  const high = new Set<QueueEntry>();
  const normal = new Set<QueueEntry>();
  let pausedUntil = -Infinity;
  let cancel: (() => void) | undefined;

  /** Counts a request that may be sent now, or says how long it must still wait. */
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
    for (const queue of [high, normal]) {
      for (const entry of queue) {
        if (entry.isExpired()) {
          entry.refuse(CredentialsExpired);
          continue;
        }
        const delay = reserve(entry.method);
        if (delay > 0) {
          cancel = clock.after(Math.min(delay, maxRecheck), drain);
          return;
        }
        entry.admit();
      }
    }
  };
  return {
    acquire: (method, turn = {}) => {
      const { credentials, priority } = turn;
      const isExpired = () => credentials !== undefined && clock.now() >= credentials.expiresAt;
      // In most cases no request waits, and this one need not either.
      if (high.size + normal.size === 0 && !isExpired() && reserve(method) === 0) return undefined;
      // Not read before: a request makes its signal when it is asked for it.
      const { signal } = turn;
      if (signal?.aborted) return Promise.reject(signal.reason);
      const queue = priority === 'high' ? high : normal;
      return new Promise((resolve, reject) => {
        const leave = () => {
          queue.delete(entry);
          signal?.removeEventListener('abort', abort);
        };
        const abort = () => {
          entry.refuse(signal?.reason);
          drain();
        };
        const entry: QueueEntry = {
          method,
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
        signal?.addEventListener('abort', abort);
        queue.add(entry);
        if (priority === 'high' || normal.size === 1) drain();
      });
    },
    pause(_, milliseconds = Math.min(...lengths)) {
      // A vendor that asks for more than its longest window is asked again after that: nothing documented lasts longer.
      pausedUntil = Math.max(pausedUntil, clock.now() + Math.min(milliseconds, Math.max(...lengths)));
    },
  };
}

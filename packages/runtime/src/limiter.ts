import { type Clock, systemClock } from './clock.ts';
import { PlumblineError } from './plumbline-error.ts';

/** A documented limit: so many requests in any window of so many seconds. */
export interface RateLimit {
  readonly requests: number;
  readonly seconds: number;
  /** The HTTP methods that it counts. Defaults to all. */
  readonly methods?: readonly string[];
}

/** Rejects a turn whose request has expired while it waited. */
export const expired: unique symbol = Symbol('expired');

/** What is special about a request that waits. */
export interface Turn {
  /** It goes before the others: they may wait for it. */
  readonly first?: boolean | undefined;
  /** Asked when its turn comes: where it has expired, the turn is the next one's, and `acquire` rejects with {@link expired}. */
  readonly expired?: (() => boolean) | undefined;
}

/** Decides when a request may be sent. The one here counts in memory; another may count for a fleet. */
export interface Limiter {
  /** Resolves when a request of this method may be sent, in the order of the calls; rejects with the signal's own reason. */
  acquire(method: string, signal?: AbortSignal, turn?: Turn): Promise<void>;
  /** The vendor refused a request of this method: until it may be tried again, none is let through. */
  block(method: string, milliseconds?: number): void;
}

/**
 * Makes a limiter that holds all limits at once, counted in memory for one client.
 *
 * It lets no window hold more than its limit: it remembers when each request was let through, not an average.
 */
export function createLimiter(limits: readonly RateLimit[], clock: Clock = systemClock): Limiter {
  for (const { requests, seconds } of limits) {
    if (!(Number.isInteger(requests) && requests > 0 && seconds > 0))
      throw new PlumblineError('createLimiter: `requests` must be a whole number above 0, and `seconds` above 0.');
  }
  // Limits that count a method in common share a queue: a request then waits for those before it, and for no others.
  let groups: RateLimit[][] = [];
  for (const limit of limits) {
    const apart = groups.filter((group) => !group.some((other) => overlap(limit, other)));
    groups = [...apart, [...groups.filter((group) => !apart.includes(group)).flat(), limit]];
  }
  const lanes = groups.map((group) => ({ group, ...createLane(group, clock) }));
  const laneOf = (method: string) => lanes.find(({ group }) => group.some((limit) => counts(limit, method)));
  return {
    acquire: (method, signal, turn) => laneOf(method)?.acquire(method, signal, turn) ?? Promise.resolve(),
    block: (method, milliseconds) => laneOf(method)?.block(method, milliseconds),
  };
}

const counts = ({ methods }: RateLimit, method: string): boolean => methods?.includes(method) ?? true;
const overlap = (one: RateLimit, other: RateLimit): boolean =>
  one.methods?.some((method) => counts(other, method)) ?? true;

/** The longest time, in milliseconds, after which a wait is looked at again: a timer takes no more than 24 days. */
const longest = 86_400_000;

interface Waiting {
  readonly method: string;
  enter(): void;
  /** Sends it away where it has expired. */
  refuse(): boolean;
}

/** The requests that the same limits count: one queue. */
function createLane(limits: readonly RateLimit[], clock: Clock): Limiter {
  // For each limit the times at which the last `requests` were let through, the oldest overwritten by the newest.
  const windows = limits.map((limit) => ({
    limit,
    sent: new Float64Array(limit.requests).fill(-Infinity),
    next: 0,
    length: limit.seconds * 1000,
  }));
  const lengths = windows.map(({ length }) => length);
  const urgent = new Set<Waiting>();
  const queue = new Set<Waiting>();
  let blockedUntil = -Infinity;
  let cancel: (() => void) | undefined;

  /** Counts a request that may be sent now, or says how long it must still wait. */
  const count = (method: string): number => {
    const now = clock.now();
    let free = blockedUntil;
    for (const { limit, sent, next, length } of windows) {
      if (counts(limit, method)) free = Math.max(free, (sent[next] as number) + length);
    }
    if (free > now) return free - now;
    for (const window of windows) {
      if (!counts(window.limit, method)) continue;
      window.sent[window.next] = now;
      window.next = (window.next + 1) % window.sent.length;
    }
    return 0;
  };
  const admit = ({ method, enter, refuse }: Waiting): number => {
    if (refuse()) return 0;
    const wait = count(method);
    if (wait === 0) enter();
    return wait;
  };
  const drain = () => {
    cancel?.();
    cancel = undefined;
    for (const waiters of [urgent, queue]) {
      for (const waiting of waiters) {
        const wait = admit(waiting);
        if (wait > 0) {
          cancel = clock.after(Math.min(wait, longest), drain);
          return;
        }
      }
    }
  };
  return {
    acquire: (method, signal, turn = {}) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        // Mostly nobody waits, and nobody has to.
        if (urgent.size + queue.size === 0 && !turn.expired?.() && count(method) === 0) return resolve();
        const waiters = turn.first ? urgent : queue;
        const leave = () => {
          waiters.delete(waiting);
          signal?.removeEventListener('abort', abort);
        };
        const abort = () => {
          leave();
          drain();
          reject(signal?.reason);
        };
        const waiting: Waiting = {
          method,
          enter() {
            leave();
            resolve();
          },
          refuse() {
            if (!turn.expired?.()) return false;
            leave();
            reject(expired);
            return true;
          },
        };
        signal?.addEventListener('abort', abort, { once: true });
        waiters.add(waiting);
        if (turn.first || queue.size === 1) drain();
      }),
    block(_, milliseconds = Math.min(...lengths)) {
      // A vendor that asks for more than its longest window is asked again after that: nothing documented lasts longer.
      blockedUntil = Math.max(blockedUntil, clock.now() + Math.min(milliseconds, Math.max(...lengths)));
    },
  };
}

/** What a limiter and shared tokens have in common: how they ask a store that may fail, and what they say of it. */
import type { Clock } from '@plumbline/runtime';

/**
 * A change of the store. It has these fields and no others.
 *
 * - `down`: the store failed, or took longer than `timeout`. `reason` is a code such as `ECONNREFUSED`, `READONLY` or `TIMEOUT`.
 * - `up`: the store works again, `duration` milliseconds after it went down.
 */
export type FleetEvent =
  | { readonly type: 'down'; readonly reason: string }
  | { readonly type: 'up'; readonly duration: number };

/** Default time limit of one command in milliseconds. */
export const defaultTimeout = 250;

/** Makes a function that passes events to an observer. It never throws. */
export function createEmitter<Event>(observe: ((event: Event) => void) | undefined): (event: Event) => void {
  return (event) => {
    try {
      // An observer may be an async function.
      const result: unknown = observe?.(event);
      Promise.resolve(result).catch(() => {});
    } catch {}
  };
}

/** An outage of a store: whether it lasts, and its events. */
export interface Outage {
  /** Begins it, unless it has begun. */
  begin(now: number, reason: string): void;
  /** Ends it, if it has begun. */
  end(now: number): void;
}

/** Makes the outage of a store that works. */
export function createOutage(emit: (event: FleetEvent) => void): Outage {
  let since: number | undefined;
  return {
    begin(now, reason) {
      if (since !== undefined) return;
      since = now;
      emit({ type: 'down', reason });
    },
    end(now) {
      if (since === undefined) return;
      const duration = now - since;
      since = undefined;
      emit({ type: 'up', duration });
    },
  };
}

/**
 * Waits for a command for some milliseconds. Its late result has no effect.
 *
 * @throws What the command throws, or an object with the code `TIMEOUT`.
 */
export function within<Result>(clock: Clock, timeout: number, start: () => PromiseLike<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    let cancel = clock.after(timeout, () => {
      // After other work of the process, this timer fires before a response that has arrived is read.
      cancel = clock.after(0, () => reject({ code: 'TIMEOUT' }));
    });
    // A client may throw at once.
    new Promise<Result>((started) => started(start())).then(resolve, reject).then(() => cancel());
  });
}

/** Replies that older servers write in the middle of a message, and messages without a code. */
const replyCode = /\b(?:READONLY|WRONGTYPE|NOPERM|NOAUTH|WRONGPASS|CROSSSLOT|MOVED)\b/;
const reasons: readonly (readonly [RegExp, string])[] = [
  [/user executing the script/, 'NOPERM'],
  [/(client|connection) is closed|stream isn't writeable/i, 'CLOSED'],
];

/** The code of a failure, else the first word of Redis, else the name of its class. Never its message, which may have a password. */
export function reasonOf(error: unknown): string {
  const { code, message } = Object(error) as Record<string, unknown>;
  const text = String(message);
  const known = reasons.find(([pattern]) => pattern.test(text))?.[1];
  const [word] = /^(?!ERR\b)[A-Z]{3,}(?= )/.exec(text) ?? replyCode.exec(text) ?? [];
  const name = error instanceof Error && (error.name === 'Error' ? error.constructor.name : error.name);
  const isShort = (value: unknown): value is string => typeof value === 'string' && /^\w{1,40}$/.test(value);
  return [code, known, word, name].find(isShort) ?? 'Error';
}

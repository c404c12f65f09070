import { type Clock, systemClock } from './clock.ts';
import type { ClientEvent, Observer } from './observe.ts';

/** What the policies of one client share. */
export interface Context {
  readonly clock: Clock;
  /** Tells the observer, if there is one. Never throws. */
  readonly emit: (event: ClientEvent) => void;
}

/** Makes the context of a client from its options. */
export function createContext({ clock = systemClock, observe }: { clock?: Clock; observe?: Observer } = {}): Context {
  // An observer that fails, now or later, is no reason for a call to fail.
  const emit = (event: ClientEvent) => {
    try {
      const told: unknown = observe?.(event);
      if (told) Promise.resolve(told).catch(() => {});
    } catch {}
  };
  return { clock, emit };
}

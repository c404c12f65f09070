import { type Clock, isPlumblineError } from '@plumbline/runtime';
import { createEmitter, createOutage, defaultTimeout, type FleetEvent, reasonOf, within } from '../outage.ts';

/**
 * An event of shared tokens. It has these fields and no others.
 *
 * - `down`, `up`: see {@link FleetEvent}. Meanwhile, clients request tokens of their own.
 * - `invalid`: the store has a text that is not of this package, or is encrypted with another key. It is never sent, and replaced.
 */
export type TokensEvent = FleetEvent | { readonly type: 'invalid' };

/** How a store of tokens is asked. */
export interface StoreOptions {
  /** Time limit of one command of the store in milliseconds. @default 250 */
  readonly timeout?: number | undefined;
  /** Receives events of the store. Exceptions are ignored. @default none */
  readonly observe?: ((event: TokensEvent) => void) | undefined;
}

/** Asks a store within a time limit, and emits an event when the store begins to fail, or works again. */
export interface StoreGuard {
  /** @throws If the store fails, or does not respond in time. */
  ask<Result>(clock: Clock, command: () => PromiseLike<Result>): Promise<Result>;
  /** Reports that the store works: that a token was found, or stored. A replica that cannot write responds too. */
  succeed(clock: Clock): void;
  /** Passes an event to the observer. Never throws. */
  emit(event: TokensEvent): void;
}

/** Makes the guard of a store. */
export function createStoreGuard({ timeout = defaultTimeout, observe }: StoreOptions): StoreGuard {
  const emit = createEmitter(observe);
  const outage = createOutage(emit);
  return {
    emit,
    succeed: (clock) => outage.end(clock.now()),
    async ask(clock, command) {
      try {
        return await within(clock, timeout, command);
      } catch (error) {
        if (!isPlumblineError(error)) outage.begin(clock.now(), reasonOf(error));
        throw error;
      }
    },
  };
}

/** A client of Magnify that shares its token, as a process of a fleet has it. */
import { createFleetTokens, type FleetTokensOptions, type TokensEvent } from '@plumbline/fleet';
import { createMagnify, type Magnify } from '@plumbline/magnify';
import { type Clock, systemClock } from '@plumbline/runtime';
import { patience } from './redis-clients.ts';

/** Text that no key, event or error may have. */
export const credentials = { clientId: 'c1ient', clientSecret: 's3cret' };

/** A clock whose time the test moves. The time limit of a command ends only when the test says so. */
export class FleetClock implements Clock {
  /** Milliseconds that are added to the time, and to the date. */
  offset = 0;
  readonly #limits = new Set<() => void>();

  now = (): number => systemClock.now() + this.offset;
  date = (): number => systemClock.date() + this.offset;
  random = (): number => systemClock.random();
  after = (milliseconds: number, callback: () => void, keepsAlive?: boolean): (() => void) => {
    if (milliseconds !== patience) return systemClock.after(milliseconds, callback, keepsAlive);
    this.#limits.add(callback);
    return () => this.#limits.delete(callback);
  };

  /** The number of time limits that are pending. */
  get pending(): number {
    return this.#limits.size;
  }

  /** Ends all time limits that are pending. */
  endLimits(): void {
    for (const callback of this.#limits) callback();
    this.#limits.clear();
  }
}

/** A process of the fleet. */
export interface Member {
  readonly magnify: Magnify;
  readonly clock: FleetClock;
  readonly events: TokensEvent[];
  /** Reads, and resolves with the status. */
  read(): Promise<number>;
}

/** Makes the client of a process. Its token requests and commands have all the time that they need. */
export function createMember(url: string, options: FleetTokensOptions): Member {
  const clock = new FleetClock();
  const events: TokensEvent[] = [];
  const observe = (event: TokensEvent) => void events.push(event);
  const tokens = createFleetTokens({ lease: patience / 2, timeout: patience, observe, ...options });
  const magnify = createMagnify({
    ...credentials,
    baseUrl: url,
    tokenUrl: `${url}/oauth2/token`,
    timeout: 2 * patience,
    clock,
    tokens,
  });
  return { magnify, clock, events, read: async () => (await magnify.motions.list().result()).status };
}

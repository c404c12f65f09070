import { setImmediate } from 'node:timers/promises';
import type { Calls } from '../peers/peer.ts';

/** Microseconds of CPU for a batch: enough for several collections of the young generation. */
const target = 100_000;

/**
 * A client of the CPU measurement at one load.
 *
 * All clients share a heap, and `fetch` leaves objects behind that only a full collection frees. So the measurement of a batch ends
 * with `gc()`: each client pays for all of its own garbage, and for none of the previous client's.
 */
export class Caller {
  readonly name: string;
  /** Microseconds of CPU, one for each batch. */
  readonly batches: number[] = [];
  readonly #list: () => Promise<unknown>;
  readonly #inFlight: number;
  #callsEach: number;
  #cheapest = Number.POSITIVE_INFINITY;

  /** @param inFlight Calls at a time. A batch with 0 makes no calls, which measures the cost of a batch besides its calls. */
  constructor(name: string, { list }: Pick<Calls, 'list'>, inFlight: number) {
    this.name = name;
    this.#list = list;
    this.#inFlight = inFlight;
    this.#callsEach = this.#atLeastTwo(256);
  }

  /** Calls in a batch. The number stays the same after the warm-up: equal batches make equal garbage. */
  get calls(): number {
    return this.#callsEach * this.#inFlight;
  }

  /** Runs a batch without recording it, and sets the size of later batches. */
  async warmUp(): Promise<void> {
    this.#cheapest = Math.min(this.#cheapest, (await this.#run()) / this.calls);
    this.#callsEach = this.#atLeastTwo(target / this.#cheapest);
  }

  async measure(): Promise<void> {
    this.batches.push(await this.#run());
  }

  async #run(): Promise<number> {
    const before = process.cpuUsage();
    await Promise.all(Array.from({ length: this.#inFlight }, () => this.#callInTurn()));
    globalThis.gc?.();
    // Callbacks of a FinalizationRegistry run in tasks after the collection.
    await setImmediate();
    await setImmediate();
    const { user, system } = process.cpuUsage(before);
    return user + system;
  }

  async #callInTurn(): Promise<void> {
    for (let call = 0; call < this.#callsEach; call++) await this.#list();
  }

  #atLeastTwo(calls: number): number {
    return this.#inFlight === 0 ? 0 : Math.max(2, Math.ceil(calls / this.#inFlight));
  }
}

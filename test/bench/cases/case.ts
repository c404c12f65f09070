import type { Calls, Need, Peer } from '../peers/peer.ts';

export interface Verdict {
  readonly verdict: 'pass' | 'fail' | 'n/a';
  /** What was seen, or why the case does not apply. */
  readonly seen: string;
}

/** One thing that a client should do on a bad network. */
export interface Case {
  readonly title: string;
  /** What a peer must have for the case to apply. */
  readonly needs?: Need;
  /** The timeout of an attempt in milliseconds; the peer's own default where none is given. */
  readonly timeout?: number;
  run(connect: (baseUrl: string) => Calls, peer: Peer): Promise<Verdict>;
}

export const pass = (seen: string): Verdict => ({ verdict: 'pass', seen });
export const fail = (seen: string): Verdict => ({ verdict: 'fail', seen });
export const doesNotApply = (seen: string): Verdict => ({ verdict: 'n/a', seen });
export const check = (passed: boolean, seen: string): Verdict => (passed ? pass(seen) : fail(seen));

/** How a call went. */
export interface Outcome {
  readonly state: 'resolved' | 'rejected' | 'pending';
  readonly value?: unknown;
  /** Milliseconds until it settled, or until nobody waited any longer. */
  readonly duration: number;
}

/** Waits for a call, but not for ever. */
export async function observe(call: () => PromiseLike<unknown>, limit = 10_000): Promise<Outcome> {
  const start = performance.now();
  const ended = (state: Outcome['state'], value?: unknown): Outcome => ({
    state,
    value,
    duration: performance.now() - start,
  });
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const timer = setTimeout(() => resolve(ended('pending')), limit);
  try {
    call().then(
      (value) => resolve(ended('resolved', value)),
      (reason) => resolve(ended('rejected', reason)),
    );
  } catch (error) {
    resolve(ended('rejected', error));
  }
  return promise.finally(() => clearTimeout(timer));
}

/** Tells an outcome in a few words. */
export function tell({ state, value, duration }: Outcome): string {
  const time = `${Math.round(duration)} ms`;
  if (state === 'pending') return `still pending after ${time}`;
  if (state === 'resolved') return `resolved after ${time}`;
  return `rejected after ${time} with ${nameOf(value)}`;
}

/** Some errors have a class of their own, some a name, and some are no errors. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'what is no `Error`';
  return error.name === 'Error' ? error.constructor.name : error.name;
}

export const times = (count: number): string => (count === 1 ? 'sent once' : `sent ${count} times`);

import type { Calls, Need, Peer } from '../peers/peer.ts';

/** Whether a client passes a case. */
export interface Verdict {
  readonly verdict: 'pass' | 'fail' | 'n/a';
  /** What happened, or why the case does not apply. */
  readonly seen: string;
}

/** A property that a client should have on a bad network. */
export interface Case {
  readonly title: string;
  /** The feature that a peer needs for the case to apply. */
  readonly needs?: Need;
  /** Timeout of an attempt in milliseconds. @default the peer's own default */
  readonly timeout?: number;
  /** Whether the report also shows what happened when a client passes. @default false */
  readonly isMeasured?: boolean;
  run(connect: (baseUrl: string) => Calls, peer: Peer): Promise<Verdict>;
}

export const pass = (seen: string): Verdict => ({ verdict: 'pass', seen });
export const fail = (seen: string): Verdict => ({ verdict: 'fail', seen });
export const doesNotApply = (seen: string): Verdict => ({ verdict: 'n/a', seen });
export const check = (passed: boolean, seen: string): Verdict => (passed ? pass(seen) : fail(seen));

/** How a call ended, or that it did not. */
export interface CallOutcome {
  readonly state: 'resolved' | 'rejected' | 'pending';
  readonly value?: unknown;
  /** Milliseconds until the call settled, or until the limit. */
  readonly duration: number;
}

/** Waits until a call settles, at most `limit` milliseconds. */
export async function settle(call: () => PromiseLike<unknown>, limit = 10_000): Promise<CallOutcome> {
  const start = performance.now();
  const ended = (state: CallOutcome['state'], value?: unknown): CallOutcome => ({
    state,
    value,
    duration: performance.now() - start,
  });
  const { promise, resolve } = Promise.withResolvers<CallOutcome>();
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

/** Describes an outcome for the table. */
export function describeOutcome({ state, value, duration }: CallOutcome): string {
  const time = `${Math.round(duration)} ms`;
  if (state === 'pending') return `still pending after ${time}`;
  if (state === 'resolved') return `resolved after ${time}`;
  return `rejected after ${time} with ${nameOf(value)}`;
}

/** The name of an error, or its class if it has no name of its own. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'a value that is not an `Error`';
  return error.name === 'Error' ? error.constructor.name : error.name;
}

export const describeCount = (count: number): string => (count === 1 ? 'sent once' : `sent ${count} times`);

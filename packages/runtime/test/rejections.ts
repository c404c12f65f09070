import { afterEach, beforeEach, expect } from 'vitest';
import { turn } from '../src/testing/manual-clock.ts';

/** Waits until a promise rejects, and resolves with the reason. */
export async function failure(promise: PromiseLike<unknown>) {
  return promise.then(
    () => expect.unreachable('the promise must reject'),
    (reason) => reason,
  );
}

/** Fails each test of a file that leaves a rejection unhandled. */
export function expectNoUnhandledRejection(): void {
  const unhandled: unknown[] = [];
  const record = (reason: unknown) => unhandled.push(reason);
  beforeEach(() => {
    unhandled.length = 0;
    process.on('unhandledRejection', record);
  });
  afterEach(async () => {
    // Node emits them after the microtasks.
    await turn();
    process.off('unhandledRejection', record);
    expect(unhandled).toEqual([]);
  });
}

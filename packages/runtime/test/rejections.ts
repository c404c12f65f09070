import { afterEach, beforeEach, expect } from 'vitest';
import { turn } from '../src/testing/manual-clock.ts';

/** Waits until a promise rejects, and resolves with the reason. */
export async function failure(promise: PromiseLike<unknown>) {
  return promise.then(
    () => expect.unreachable('the promise must reject'),
    (reason) => reason,
  );
}

/** The reasons of the rejections that nothing handled while a function ran. */
export async function unhandledRejections(run: () => unknown): Promise<unknown[]> {
  const reasons: unknown[] = [];
  const record = (reason: unknown) => reasons.push(reason);
  // The test runner's own listeners would fail the test.
  const listeners = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection').on('unhandledRejection', record);
  try {
    run();
    // Node emits them after the microtasks.
    await turn();
    return reasons;
  } finally {
    process.off('unhandledRejection', record);
    for (const listener of listeners) process.on('unhandledRejection', listener);
  }
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

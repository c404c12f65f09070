import type { Document } from '@plumbline/spec-tools/document/document';
import { type Bench, type Check, openBench } from '../contract/check.ts';

/** A check that fails. */
export interface Failure {
  readonly check: string;
  /** The message of the error, on one line. */
  readonly reason: string;
  /** `unservable`: the mock does not start. `endless`: the check does not end. */
  readonly outcome: 'killed' | 'unservable' | 'endless';
}

/**
 * Runs checks one after the other against a mock of a document. Yields each failure when it occurs.
 *
 * @param patience Milliseconds after which a check counts as endless.
 */
export async function* failuresOf(
  vendor: string,
  document: Document,
  checks: readonly Check[],
  patience = 300_000,
): AsyncGenerator<Failure> {
  let bench: Bench;
  try {
    bench = await openBench(vendor, document);
  } catch (error) {
    yield { check: 'the mock starts', reason: lineOf(error), outcome: 'unservable' };
    return;
  }
  try {
    for (const check of checks) {
      const failure = await failureOf(bench, check, patience);
      if (failure) yield { check: check.name, ...failure };
    }
  } finally {
    await bench.close();
  }
}

async function failureOf(bench: Bench, check: Check, patience: number): Promise<Omit<Failure, 'check'> | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const endless = new Promise<'endless'>((resolve) => {
    timer = setTimeout(resolve, patience, 'endless');
  });
  try {
    const end = await Promise.race([bench.run(check), endless]);
    return end === 'endless' ? { outcome: end, reason: `does not end within ${patience / 1000} s` } : undefined;
  } catch (error) {
    return { outcome: 'killed', reason: lineOf(error) };
  } finally {
    clearTimeout(timer);
  }
}

function lineOf(error: unknown): string {
  const text = String(error instanceof Error ? error.message : error).replace(/\s+/g, ' ');
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}

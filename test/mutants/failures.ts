import type { Document } from '@plumbline/spec-tools/document/document';
import { type Bench, type Check, openBench } from '../contract/check.ts';

/** A check that does not hold. */
export interface Failure {
  readonly check: string;
  /** What it said, as one line. */
  readonly reason: string;
  /** `unservable`: the mock cannot even be started. `endless`: the check does not end. */
  readonly outcome: 'killed' | 'unservable' | 'endless';
}

/**
 * Runs checks one after the other against a mock of a document; gives each that does not hold, as it is found.
 *
 * @param patience Milliseconds after which a check is taken not to end. The slowest takes a small part of the default.
 */
export async function* failuresOf(
  vendor: string,
  document: Document,
  checks: readonly Check[],
  patience = 60_000,
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

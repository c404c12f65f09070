import type { Evidence } from '../contract/evidence.ts';
import { type Failure, failuresOf } from './failures.ts';
import type { Mutant } from './mutant.ts';
import { inOrder } from './order.ts';
import type { Subject } from './subject.ts';

/** The first check that kills a mutant, and its evidence; neither where the mutant survives. */
export interface Verdict {
  readonly id: string;
  readonly failure?: Failure;
  readonly evidence?: Evidence;
}

/**
 * Runs the checks of the operations that reach a mutant's place until one fails, evidence by evidence and path by path. So the strongest
 * evidence that kills a mutant counts.
 */
export async function runMutant({ vendor, document, batches, part }: Subject, mutant: Mutant): Promise<Verdict> {
  for (const { evidence, path, checks } of batches) {
    const chosen = checks.filter(({ operation }) => mutant.operations.includes(operation));
    if (chosen.length === 0) continue;
    const changed = mutant.of(mutant.routes ? document : part(path));
    for await (const failure of failuresOf(vendor, changed, inOrder(mutant, chosen))) {
      return { id: mutant.id, failure, evidence };
    }
  }
  return { id: mutant.id };
}

/**
 * Runs the checks of a path against the unchanged spec, as far as the path needs it. A check that fails here would count as killing
 * mutants.
 */
export async function checkPath({ vendor, batches, part }: Subject, path: string): Promise<Failure[]> {
  const failures: Failure[] = [];
  const checks = batches.flatMap((batch) => (batch.path === path ? batch.checks : []));
  for await (const failure of failuresOf(vendor, part(path), checks)) failures.push(failure);
  return failures;
}

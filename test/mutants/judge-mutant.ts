import type { Ground } from '../contract/ground.ts';
import { type Failure, failuresOf } from './failures.ts';
import type { Mutant } from './mutant.ts';
import { inOrder } from './order.ts';
import type { Subject } from './subject.ts';

/** What became of a mutant: the first check that notices it and what that rests on, or nothing where it survives. */
export interface Verdict {
  readonly id: string;
  readonly failure?: Failure;
  readonly ground?: Ground;
}

/**
 * Runs the checks of the operations that reach a mutant's place, ground by ground and path by path, until one does not hold. So a
 * mutant is noticed on the strongest ground that notices it.
 */
export async function judgeMutant({ vendor, document, batches, part }: Subject, mutant: Mutant): Promise<Verdict> {
  for (const { ground, path, checks } of batches) {
    const chosen = checks.filter(({ operation }) => mutant.operations.includes(operation));
    if (chosen.length === 0) continue;
    const changed = mutant.of(mutant.routes ? document : part(path));
    for await (const failure of failuresOf(vendor, changed, inOrder(mutant, chosen))) {
      return { id: mutant.id, failure, ground };
    }
  }
  return { id: mutant.id };
}

/**
 * Runs the checks of a path against the spec as it is, as far as that path needs it: what fails here would be taken for
 * noticing a mutant.
 */
export async function judgePath({ vendor, batches, part }: Subject, path: string): Promise<Failure[]> {
  const failures: Failure[] = [];
  const checks = batches.flatMap((batch) => (batch.path === path ? batch.checks : []));
  for await (const failure of failuresOf(vendor, part(path), checks)) failures.push(failure);
  return failures;
}

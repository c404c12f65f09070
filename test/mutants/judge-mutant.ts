import { type Failure, failuresOf } from './failures.ts';
import type { Mutant } from './mutant.ts';
import { inOrder } from './order.ts';
import type { Subject } from './subject.ts';

/** What became of a mutant: the first check that notices it, or nothing where it survives. */
export interface Verdict {
  readonly id: string;
  readonly failure?: Failure;
}

/** Runs the checks of the operations that reach a mutant's place, path by path, until one does not hold. */
export async function judgeMutant({ vendor, document, checks, part }: Subject, mutant: Mutant): Promise<Verdict> {
  for (const [path, checksOfPath] of checks) {
    const chosen = checksOfPath.filter(({ operation }) => mutant.operations.includes(operation));
    if (chosen.length === 0) continue;
    const changed = mutant.of(mutant.routes ? document : part(path));
    for await (const failure of failuresOf(vendor, changed, inOrder(mutant, chosen))) return { id: mutant.id, failure };
  }
  return { id: mutant.id };
}

/**
 * Runs the checks of a path against the spec as it is, as far as that path needs it: what fails here would be taken for
 * noticing a mutant.
 */
export async function judgePath({ vendor, checks, part }: Subject, path: string): Promise<Failure[]> {
  const failures: Failure[] = [];
  for await (const failure of failuresOf(vendor, part(path), checks.get(path) ?? [])) failures.push(failure);
  return failures;
}

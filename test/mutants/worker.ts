/** A process that judges mutants, one job at a time, for `pool.ts`. */
import type { Failure } from './failures.ts';
import { judgeMutant, judgePath, type Verdict } from './judge-mutant.ts';
import { subjectOf } from './subject.ts';

/** A mutant by its id, or a path of the spec as it is. */
export type Job = { readonly vendor: string } & ({ readonly mutant: string } | { readonly path: string });

export type Answer = { readonly verdict: Verdict } | { readonly failures: readonly Failure[] };

/** An answer, or why there is none, and how many bytes the process holds. */
export type Message = { readonly memory: number } & ({ readonly answer: Answer } | { readonly error: string });

async function answer(job: Job): Promise<Answer> {
  const subject = subjectOf(job.vendor);
  if ('path' in job) return { failures: await judgePath(subject, job.path) };
  const mutant = subject.mutants.get(job.mutant);
  if (!mutant) throw new Error(`There is no mutant ${job.mutant} of ${job.vendor}.`);
  return { verdict: await judgeMutant(subject, mutant) };
}

process.on('message', async (job: Job) => {
  const result = await answer(job).then(
    (answer) => ({ answer }),
    (error: unknown) => ({ error: String(Object(error).stack ?? error) }),
  );
  process.send?.({ ...result, memory: process.memoryUsage.rss() } satisfies Message);
});

/** A process that runs mutants, one job at a time, for `pool.ts`. */
import type { Failure } from './failures.ts';
import { checkPath, runMutant, type Verdict } from './run-mutant.ts';
import { subjectOf } from './subject.ts';

/** A mutant by its id, or a path of the unchanged spec. */
export type Job = { readonly vendor: string } & ({ readonly mutant: string } | { readonly path: string });

export type Result = { readonly verdict: Verdict } | { readonly failures: readonly Failure[] };

/** A result or an error, and the bytes of memory that the process holds. */
export type Message = { readonly memory: number } & ({ readonly result: Result } | { readonly error: string });

async function run(job: Job): Promise<Result> {
  const subject = subjectOf(job.vendor);
  if ('path' in job) return { failures: await checkPath(subject, job.path) };
  const mutant = subject.mutants.get(job.mutant);
  if (!mutant) throw new Error(`${job.vendor} has no mutant ${job.mutant}.`);
  return { verdict: await runMutant(subject, mutant) };
}

process.on('message', async (job: Job) => {
  const outcome = await run(job).then(
    (result) => ({ result }),
    (error: unknown) => ({ error: String(Object(error).stack ?? error) }),
  );
  process.send?.({ ...outcome, memory: process.memoryUsage.rss() } satisfies Message);
});

import type { Failure } from './failures.ts';
import type { Verdict } from './judge-mutant.ts';
import type { Mutant } from './mutant.ts';
import { runJobs } from './pool.ts';

/** The mutants of a vendor that are to be judged. */
export interface Lot {
  readonly vendor: string;
  /** Those that the mutants reach. */
  readonly paths: readonly string[];
  readonly mutants: readonly Mutant[];
}

/** The checks that do not hold for the specs as they are, in words. */
export async function judgeSpecs(lots: readonly Lot[]): Promise<string[]> {
  const jobs = lots.flatMap(({ vendor, paths }) => paths.map((path) => ({ vendor, path })));
  const answers = await runJobs(jobs, () => {});
  return answers.flatMap((answer, index) =>
    'failures' in answer
      ? answer.failures.map((failure: Failure) => `${jobs[index]?.vendor}: ${failure.check}: ${failure.reason}`)
      : [],
  );
}

/** Judges the mutants of some vendors; tells of each as it is judged. Gives the verdicts and seconds of each vendor, in their order. */
export async function judgeMutants(
  lots: readonly Lot[],
  onVerdict: (vendor: string, verdict: Verdict) => void,
): Promise<{ verdicts: Verdict[]; seconds: number }[]> {
  const jobs = lots.flatMap(({ vendor, mutants }) => mutants.map(({ id }) => ({ vendor, mutant: id })));
  const ends = new Map<string, number>();
  const start = performance.now();
  const answers = await runJobs(jobs, (answer, { vendor }) => {
    if ('verdict' in answer) onVerdict(vendor, answer.verdict);
    ends.set(vendor, performance.now());
  });
  const verdicts = answers.flatMap((answer) => ('verdict' in answer ? [answer.verdict] : []));
  return lots.map(({ vendor, mutants }, index) => {
    const before = ends.get(lots[index - 1]?.vendor ?? '') ?? start;
    return {
      verdicts: verdicts.splice(0, mutants.length),
      seconds: Math.round(((ends.get(vendor) ?? before) - before) / 1000),
    };
  });
}

import type { Verdict } from './judge-mutant.ts';
import type { Mutant } from './mutant.ts';
import { noticedBy } from './results.ts';
import { percent, type Score } from './score.ts';

/** A vendor's mutants for a person: each operator with how many it made and how many were noticed, then the survivors. */
export function tableOf(
  vendor: string,
  mutants: readonly Mutant[],
  verdicts: readonly Verdict[],
  score: Score,
): string {
  const failures = new Map(verdicts.map(({ id, failure }) => [id, failure]));
  const rows = [...new Set(mutants.map(({ operator }) => operator))].sort().map((operator) => {
    const own = mutants.filter((mutant) => mutant.operator === operator);
    return { operator, mutants: own.length, killed: own.filter(({ id }) => failures.get(id)).length };
  });
  const count = (outcome: string) => [...failures.values()].filter((failure) => failure?.outcome === outcome).length;
  const { words, calls, schemas } = noticedBy(verdicts);
  const apart = [
    `${words} by what the vendor prints, ${calls} more by calls, ${schemas} by schemas alone`,
    ...(count('unservable') ? [`${count('unservable')} of them since the mock could not be started`] : []),
    ...(count('endless') ? [`${count('endless')} of them by a check that did not end`] : []),
  ];
  return [
    `${vendor}`,
    ...rows.map(
      (row) => `  ${row.operator.padEnd(28)} ${String(row.killed).padStart(5)} of ${String(row.mutants).padStart(5)}`,
    ),
    `  ${'killed'.padEnd(28)} ${String(score.killed).padStart(5)} of ${String(score.mutants).padStart(5)}  ${percent(score)}`,
    ...apart.map((line) => `  ${line}`),
    ...score.survivors.flatMap(({ id, description, reason }) => [
      `  survivor ${id}`,
      `    ${description}`,
      `    ${reason ?? 'no reason given'}`,
    ]),
  ].join('\n');
}

/** Who noticed each mutant. */
export function detailsOf(verdicts: readonly Verdict[]): string {
  return verdicts
    .map(({ id, failure }) =>
      failure ? `${id}\n  noticed by “${failure.check}”: ${failure.reason}` : `${id}\n  survives`,
    )
    .join('\n');
}

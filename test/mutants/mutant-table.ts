import type { Mutant } from './mutant.ts';
import { countKilled } from './mutant-results.ts';
import type { Verdict } from './run-mutant.ts';
import { percent, type Score } from './score.ts';

/** A vendor's mutants for a person: how many each operator made and how many were killed, then the survivors. */
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
  const { fixtures, calls, schemas } = countKilled(verdicts);
  const apart = [
    `${fixtures} by fixtures, ${calls} more by calls, ${schemas} by schemas alone`,
    ...(count('unservable') ? [`${count('unservable')} of them because the mock did not start`] : []),
    ...(count('endless') ? [`${count('endless')} of them because a check did not end`] : []),
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

/** The check that killed each mutant. */
export function detailsOf(verdicts: readonly Verdict[]): string {
  return verdicts
    .map(({ id, failure }) =>
      failure ? `${id}\n  killed by “${failure.check}”: ${failure.reason}` : `${id}\n  survives`,
    )
    .join('\n');
}

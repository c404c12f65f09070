import type { Compiler, Effort } from './compiler.ts';

export const compilers: readonly Compiler[] = ['typescript-5', 'typescript-7'];

/** What checking a file took with each compiler. */
export interface Measured {
  readonly name: string;
  readonly efforts: Map<Compiler, Effort>;
}

/** Instantiations of the file that uses every operation: a twentieth more than were counted. They may be lowered. */
const instantiationBudget: Readonly<Record<Compiler, number>> = { 'typescript-5': 228_000, 'typescript-7': 291_000 };
/** How many times as long as the peer that takes longest for its smallest task that file may take. */
const timeBudget = 1.5;

const names = { 'typescript-5': 'TypeScript 5.9', 'typescript-7': 'TypeScript 7' };

/** The budgets that are exceeded, in words. */
export function failuresOf(measured: readonly Measured[]): string[] {
  return compilers.flatMap((compiler) => {
    const [every, ...others] = measured.map(({ efforts }) => efforts.get(compiler) as Effort);
    if (!every) return [];
    const ratio = every.check / Math.max(...others.map(({ check }) => check));
    const budget = instantiationBudget[compiler];
    return [
      ...(every.instantiations > budget
        ? [`${names[compiler]}: ${every.instantiations} instantiations; the budget is ${budget}.`]
        : []),
      ...(ratio > timeBudget
        ? [`${names[compiler]}: ${ratio.toFixed(2)} of the slowest peer; the budget is ${timeBudget}.`]
        : []),
    ];
  });
}

/** RESULTS.md. */
export function report(measured: readonly Measured[]): string {
  const cells = ({ efforts }: Measured) =>
    compilers.flatMap((compiler) => {
      const { instantiations = 0, check = 0 } = efforts.get(compiler) ?? {};
      return [instantiations.toLocaleString('en-US'), `${(check / 1000).toFixed(1)} s`];
    });
  const head = ['', ...compilers.flatMap((compiler) => [`${names[compiler]}: instantiations`, 'check'])];
  const rows = measured.map((row) => [row.name, ...cells(row)]);
  return `# What the types cost their users

Written by \`npx node test/packages/consumer/check.ts\`. Each file is checked in a project of its own with \`skipLibCheck: false\`, so the libraries
that it imports are checked too, under \`nodenext\` and under \`bundler\`. Instantiations are the same on every machine; times are of one
machine and the fastest of three runs, comparable within this table alone. Peers do the smallest thing
that they are for, beside the types of Node, which two of them need.

| ${head.join(' | ')} |
|---|${head
    .slice(1)
    .map(() => '---:|')
    .join('')}
${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}

Budgets of the first row, held by the command: ${compilers.map((compiler) => `${instantiationBudget[compiler].toLocaleString('en-US')} instantiations under ${names[compiler]}`).join(', ')}, and ${timeBudget} times
the time of whichever peer takes longest.
`;
}

import type { Cost } from './compiler.ts';

/** The compilers whose cost is measured. */
export const compilers = ['typescript-5', 'typescript-7'] as const;
type Compiler = (typeof compilers)[number];

/** The cost of type-checking a file with each compiler. */
export interface Measured {
  readonly name: string;
  readonly costs: Map<Compiler, Cost>;
}

/** Maximum instantiations of the program with every operation: 5 % above the count when it was set. */
const instantiationBudget: Readonly<Record<Compiler, number>> = { 'typescript-5': 228_000, 'typescript-7': 291_000 };
/** Maximum check time of that program, as a ratio to the slowest peer program. */
const timeBudget = 1.5;

const names = { 'typescript-5': 'TypeScript 5.9', 'typescript-7': 'TypeScript 7' };

/** Describes each exceeded budget. */
export function failuresOf(measured: readonly Measured[]): string[] {
  return compilers.flatMap((compiler) => {
    const [every, ...others] = measured.map(({ costs }) => costs.get(compiler) as Cost);
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
  const cells = ({ costs }: Measured) =>
    compilers.flatMap((compiler) => {
      const { instantiations = 0, check = 0 } = costs.get(compiler) ?? {};
      return [instantiations.toLocaleString('en-US'), `${(check / 1000).toFixed(1)} s`];
    });
  const head = ['', ...compilers.flatMap((compiler) => [`${names[compiler]}: instantiations`, 'check'])];
  const rows = measured.map((row) => [row.name, ...cells(row)]);
  return `# The type-checking cost of each client

Written by \`npx node test/packages/consumer/consumer.ts\`. Each program is checked in its own project with \`skipLibCheck: false\`, so its libraries
are checked too, under \`nodenext\` and \`bundler\`. Instantiations are the same on every machine. Times are the fastest of three runs on one
machine, comparable within this table alone. Each peer program is its smallest use, with the types of Node, which two of them need.

| ${head.join(' | ')} |
|---|${head
    .slice(1)
    .map(() => '---:|')
    .join('')}
${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}

Budgets of the first row, which the command checks: ${compilers.map((compiler) => `${instantiationBudget[compiler].toLocaleString('en-US')} instantiations under ${names[compiler]}`).join(', ')}, and ${timeBudget} times
the check time of the slowest peer.
`;
}

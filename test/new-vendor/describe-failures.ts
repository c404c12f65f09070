import type { Check } from '../contract/check.ts';
import type { TestsRun } from './run-vendor-tests.ts';

/** A check that failed, and why. */
export interface FailedCheck extends Pick<Check, 'name' | 'operation'> {
  readonly message: string;
}

/** The most kinds of failures to describe. */
const most = 10;

/** Which checks ran. */
export interface ChecksRun {
  readonly vendor: string;
  readonly count: number;
  /** The other tests. */
  readonly tests: TestsRun;
  /** How many operations had their checks run, and of how many. */
  readonly operations: number;
  readonly of: number;
  /** How many of these Prism cannot judge. */
  readonly onSandbox: number;
  /** How many of these have a body with too many places to vary each. */
  readonly large: number;
}

/** Says how the checks of a vendor went, and so whether `npm test` will pass. Equal failures of several operations are one line. */
export function describeFailures(run: ChecksRun, failed: readonly FailedCheck[]): string {
  const { vendor, count, tests, operations, of, onSandbox, large } = run;
  const checks = `${readable(count)} checks and ${readable(tests.count)} other tests of ${vendor}`;
  const notes = [
    ...(operations < of
      ? [
          `They are those of ${readable(operations)} of ${readable(of)} operations. \`npx node test/new-vendor/run-checks.ts ${vendor} --all\` runs all, as \`npm test\` does.`,
        ]
      : []),
    ...(onSandbox > 0
      ? [
          `Prism cannot judge ${readable(onSandbox)} of these operations, so the sandbox did (packages/spec-tools/src/mock/prism-limits.ts).`,
        ]
      : []),
    ...(large > 0
      ? [
          `The bodies of ${readable(large)} of these operations are large, so each of their components is varied in one place only (test/contract/constraints/large-schema.ts).`,
        ]
      : []),
  ];
  const all = failed.length + tests.failed.length;
  if (all === 0) return [`${checks}, all pass.`, ...notes].join('\n');
  const kinds = new Map<string, string[]>();
  for (const { name, operation, message } of failed) {
    const [reason = ''] = message.split('\n');
    // The name of a check begins with its operation, and an error with its path.
    const kind = `${name.replace(`${operation} `, '')}: ${reason.replace(/^[A-Z]+ \/\S*: /, '')}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), operation]);
  }
  for (const { name, message } of tests.failed) kinds.set(`${name}: ${message.split('\n')[0]}`, []);
  const sorted = [...kinds].sort(([, one], [, other]) => other.length - one.length);
  const lines = sorted.slice(0, most).map(([kind, operations]) => {
    const more = operations.length > 3 ? `, and ${operations.length - 3} more` : '';
    if (operations.length === 0) return `  ${kind}`;
    return `  ${operations.length} × ${kind} (${operations.slice(0, 3).join(', ')}${more})`;
  });
  return [
    `${checks}, ${readable(all)} failed, so \`npm test\` will fail:`,
    ...lines,
    ...(sorted.length > most ? [`  and ${sorted.length - most} other kinds of failures.`] : []),
    ...notes,
    `Correct specs/${vendor}/openapi.yaml, build it, and run \`npx node test/new-vendor/run-checks.ts ${vendor}\` again.`,
  ].join('\n');
}

function readable(count: number): string {
  return count.toLocaleString('en-US');
}

import { describe, expect, it } from 'vitest';
import { describeRun, type RunSummary } from './describe-run.ts';

const failures: Readonly<Record<string, number>> = { '//#lint': 1, '@plumbline/runtime#test': 1 };
const run = (exitCodes: Readonly<Record<string, number>>): RunSummary => ({
  execution: { attempted: 3, cached: 1, startTime: 1000, endTime: 3500 },
  tasks: Object.entries({ '@plumbline/runtime#build': 0, ...exitCodes }).map(([taskId, exitCode]) => ({
    taskId,
    logFile: `${taskId}.log`,
    execution: { exitCode },
  })),
});

const banner = '\n> @plumbline/runtime@0.1.0 test\n> vitest run\n\n';
const noise =
  'npm error Lifecycle script `test` failed with error:\nnpm error code 1\nnpm error path /packages/runtime\n';
const lines = (count: number) => Array.from({ length: count }, (_, index) => `line ${index + 1}`).join('\n');

describe('describeRun', () => {
  it('a run without a failure is one line', () => {
    expect(describeRun(run({}), () => 'not read', true)).toBe('3 tasks passed in 2.5 s, 1 from the cache.');
  });

  it('every failed task is named with its reason, and all of them in the last line', () => {
    const text = describeRun(run(failures), (path) => `${banner}Why ${path} was written.\n${noise}`, false);
    expect(text).toBe(`✗ lint

Why //#lint.log was written.

✗ @plumbline/runtime#test

Why @plumbline/runtime#test.log was written.

2 of 3 tasks failed in 2.5 s: lint, @plumbline/runtime#test.`);
  });

  it('the reason of a test begins with its failures, not with the files that passed', () => {
    const log = `${banner} ✓ src/a.test.ts\n\n\u001b[31m⎯⎯⎯⎯\u001b[39m Failed Tests 1 ⎯⎯⎯⎯\n\n FAIL  src/b.test.ts\n${noise}`;
    expect(describeRun(run({ test: 1 }), () => log, false)).toContain(
      '✗ test\n\n⎯⎯⎯⎯ Failed Tests 1 ⎯⎯⎯⎯\n\n FAIL  src/b.test.ts\n',
    );
  });

  it('a long log is cut to its end, and its path follows', () => {
    const text = describeRun(run({ build: 2 }), () => lines(60), false);
    expect(text).toContain('✗ build\n\nline 11\n');
    expect(text).toContain('line 60\n… 10 lines more in build.log\n');
  });

  it('a long list of failed tests is cut to its begin, and the path of the log follows', () => {
    const text = describeRun(run({ test: 1 }), () => `✓ a\n⎯ Failed Tests 9 ⎯\n${lines(60)}`, false);
    expect(text).toContain('✗ test\n\n⎯ Failed Tests 9 ⎯\nline 1\n');
    expect(text).toContain('line 49\n… 11 lines more in test.log\n');
  });

  it('the reason of a test that was killed leaves out what passed', () => {
    const log = ` ✓ src/a.test.ts\n   \u001b[32m✓\u001b[39m reads 5ms\n ❯ src/b.test.ts (2 tests | 1 failed)\n   × writes 6ms\n`;
    expect(describeRun(run({ test: 1 }), () => log, false)).toContain(
      '✗ test\n\n ❯ src/b.test.ts (2 tests | 1 failed)\n   × writes 6ms\n',
    );
  });

  it('an error of npm within a log is kept, since it may be the reason', () => {
    const log = `${banner}npm error code E404\nThe tarball was not made.\n${noise}`;
    expect(describeRun(run({ test: 1 }), () => log, false)).toContain(
      '✗ test\n\nnpm error code E404\nThe tarball was not made.\n',
    );
  });

  it('a failed build says that what depends on it did not run', () => {
    expect(describeRun(run({ '@plumbline/magnify#build': 2 }), () => '', false)).toMatch(
      /: @plumbline\/magnify#build\. Tasks that depend on a failed build did not run\.$/,
    );
  });

  it('colors appear only where they are asked for', () => {
    const log = '\u001b[31mred\u001b[39m';
    expect(describeRun(run(failures), () => log, false)).not.toContain('\u001b');
    expect(describeRun(run(failures), () => log, true)).toContain(log);
  });
});

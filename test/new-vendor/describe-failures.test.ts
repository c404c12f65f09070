import { expect, it } from 'vitest';
import { describeFailures } from './describe-failures.ts';

const failure = (operation: string, message: string) => ({ name: `${operation} accepts a body`, operation, message });

const tests = { count: 20, failed: [] };
const runOf = (count: number) => ({ vendor: 'acme', count, tests, operations: 9, of: 9, onSandbox: 0, large: 0 });

it('the result of a vendor whose checks pass is one line', () => {
  expect(describeFailures(runOf(6038), [])).toBe('6,038 checks and 20 other tests of acme, all pass.');
});

it('equal failures are one line, the most frequent first, with what to do', () => {
  const failed = [
    failure('pets/get', 'GET /pets/1: timeout'),
    ...['a', 'b', 'c', 'd'].map((id) => failure(`pets/${id}`, `GET /pets/${id}: connection failed\nmore`)),
  ];
  expect(describeFailures(runOf(1000), failed).split('\n')).toEqual([
    '1,000 checks and 20 other tests of acme, 5 failed, so `npm test` will fail:',
    '  4 × accepts a body: connection failed (pets/a, pets/b, pets/c, and 1 more)',
    '  1 × accepts a body: timeout (pets/get)',
    'Correct specs/acme/openapi.yaml, build it, and run `npx node test/new-vendor/run-checks.ts acme` again.',
  ]);
});

it('further kinds of failures are counted', () => {
  const failed = Array.from({ length: 12 }, (_, index) => failure('pets/get', `reason ${index}`));
  expect(describeFailures(runOf(12), failed)).toContain('\n  and 2 other kinds of failures.\n');
});

it('checks that did not run, not on Prism, or in one place only, are counted', () => {
  const run = { vendor: 'acme', count: 2000, tests, operations: 150, of: 1145, onSandbox: 3, large: 2 };
  expect(describeFailures(run, []).split('\n')).toEqual([
    '2,000 checks and 20 other tests of acme, all pass.',
    'They are those of 150 of 1,145 operations. `npx node test/new-vendor/run-checks.ts acme --all` runs all, as `npm test` does.',
    'Prism cannot judge 3 of these operations, so the sandbox did (packages/spec-tools/src/mock/prism-limits.ts).',
    'The bodies of 2 of these operations are large, so each of their components is varied in one place only (test/contract/constraints/large-schema.ts).',
  ]);
});

it('a test that fails is a line with its reason', () => {
  const failing = {
    ...tests,
    failed: [{ name: 'the snippet of pets/get fits its column', message: 'Too wide.\nmore' }],
  };
  expect(
    describeFailures({ ...runOf(30), tests: failing }, [])
      .split('\n')
      .slice(0, 2),
  ).toEqual([
    '30 checks and 20 other tests of acme, 1 failed, so `npm test` will fail:',
    '  the snippet of pets/get fits its column: Too wide.',
  ]);
});

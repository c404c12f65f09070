import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';
import { runProgram } from '@plumbline/repository/run-program';
import { makeTemporaryFolder } from '@plumbline/repository/temporary-folder';

/** Tests that ran, and those that failed. */
export interface TestsRun {
  readonly count: number;
  readonly failed: readonly { readonly name: string; readonly message: string }[];
}

/** A copy without Git has no list of its files, which the conventions are checked on. */
const hasGit = existsSync(join(root, '.git'));

/** The tests of vendors beside the contract checks, by the folder of their package. */
const tests: readonly (readonly [folder: string, files: readonly string[]])[] = [
  [join('packages', 'drift'), ['mocked-vendors']],
  [join('packages', 'spec-tools'), ['sandbox-data']],
  [
    'test',
    [
      ...(hasGit ? ['conventions'] : []),
      'snippets',
      'readme',
      'packages/size',
      'mutants/mutant',
      'contract/authentication',
    ],
  ],
];

/** Runs the tests of a vendor's package, and those elsewhere that name the vendor. */
export async function runVendorTests(vendor: string): Promise<TestsRun> {
  const report = join(makeTemporaryFolder('vendor-tests-'), 'report.json');
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const run = async (folder: string, parameters: readonly string[]): Promise<TestsRun> => {
    const reporter = ['--reporter=json', `--outputFile=${report}`];
    await runProgram(process.execPath, [vitest, 'run', ...parameters, ...reporter], { cwd: join(root, folder) });
    if (!existsSync(report))
      return { count: 0, failed: [{ name: folder, message: 'vitest ended before its report.' }] };
    const text = readFileSync(report, 'utf8');
    // The next run must not be read as this one if it ends early.
    rmSync(report);
    return readReport(JSON.parse(text));
  };
  const runs = [await run(join('packages', vendor), [])];
  for (const [folder, files] of tests) {
    runs.push(await run(folder, [...files, '--exclude', '**/*.slow.test.ts', '-t', vendor]));
  }
  return { count: runs.reduce((sum, { count }) => sum + count, 0), failed: runs.flatMap(({ failed }) => failed) };
}

/** What is read of a report of vitest. */
interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly status: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
}

/** A file that cannot be loaded is a failure, too. */
function readReport({ testResults }: Report): TestsRun {
  const ran = testResults.flatMap(({ assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'passed' || status === 'failed')
      .map(({ fullName, status, failureMessages = [] }) => ({
        name: fullName,
        status,
        message: failureMessages[0] ?? '',
      })),
  );
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return { count: ran.length, failed: [...ran.filter(({ status }) => status === 'failed'), ...broken] };
}

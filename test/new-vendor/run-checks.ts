/**
 * `npx node test/new-vendor/run-checks.ts <vendor> [--all]`: runs the contract checks of one vendor on its mock and on its sandbox, and the other
 * tests that name it. Exits 1 when one fails. Of a large API, it runs the checks of 150 operations, spread over the document; `--all` runs
 * those of all.
 */
import { showProgress } from '@plumbline/new-vendor/progress';
import { operationsOf } from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { checksOf, mockChecksOf } from '../contract/all-checks.ts';
import { type Bench, type Check, openBench } from '../contract/check.ts';
import { hasLargeBody } from '../contract/constraints/large-schema.ts';
import { sandboxDifferences } from '../contract/sandbox-differences.ts';
import { startSandbox } from '../contract/start-sandbox.ts';
import { describeFailures, type FailedCheck } from './describe-failures.ts';
import { runVendorTests } from './run-vendor-tests.ts';

/** The most operations whose checks run without `--all`, since those of a large API take long. */
const most = 150;
/** How many operations have their checks made at once. Those of a large API do not fit in memory together. */
const batch = 10;

const [vendor = '', ...options] = process.argv.slice(2);
const document = readSpec(vendor);
const all = operationsOf(document).map(({ id }) => id);
const step = options.includes('--all') ? 1 : Math.max(1, all.length / most);
const chosen = all.filter((_, index) => index === 0 || Math.floor(index / step) > Math.floor((index - 1) / step));

const { progress, end } = showProgress(process.stderr, 10);
const failed: FailedCheck[] = [];
const bench = await openBench(vendor, document);
const sandbox = await openBench(vendor, document, startSandbox);
let count = 0;

await runAll(bench, checksOf('fixtures', vendor));
for (let start = 0; start < chosen.length; start += batch) {
  progress('checks of operations', start, chosen.length);
  const ids = new Set(chosen.slice(start, start + batch));
  await runAll(
    bench,
    makeChecks(ids, () => [...checksOf('calls', vendor, ids), ...checksOf('schemas', vendor, ids)]),
  );
  // The others ran on the sandbox already.
  const onPrism = makeChecks(ids, () => mockChecksOf(vendor, ids)).filter(
    (check) => ids.has(check.operation) && !bench.onSandbox.has(check.operation),
  );
  await runAll(
    sandbox,
    onPrism.filter(({ name }) => !sandboxDifferences.some(({ checks }) => checks.test(`${vendor} ${name}`))),
  );
}
progress('checks of operations', chosen.length, chosen.length);
await bench.close();
await sandbox.close();
progress('tests of the vendor');
const tests = await runVendorTests(vendor);
end();
const onSandbox = chosen.filter((id) => bench.onSandbox.has(id)).length;
const large = operationsOf(document).filter((one) => chosen.includes(one.id) && hasLargeBody(document, one)).length;
const ran = { vendor, count, tests, operations: chosen.length, of: all.length, onSandbox, large };
console.log(describeFailures(ran, failed));
process.exitCode = failed.length + tests.failed.length > 0 || count === 0 ? 1 : 0;

async function runAll({ run }: Bench, checks: readonly Check[]): Promise<void> {
  for (const check of checks) {
    count++;
    try {
      await run(check);
    } catch (error) {
      failed.push({ name: check.name, operation: check.operation, message: messageOf(error as Error) });
    }
  }
}

/** Makes checks. A schema that has no values to check with is a failure of its operation, not the end. */
function makeChecks(ids: ReadonlySet<string>, make: () => Check[]): Check[] {
  try {
    return make();
  } catch (error) {
    const [operation = ''] = ids;
    failed.push({ name: `${operation} has values to check with`, operation, message: (error as Error).message });
    return [];
  }
}

/** A message of one line. That of an assertion that compares has its values. */
function messageOf(error: Error & { readonly actual?: unknown; readonly expected?: unknown }): string {
  const [line = ''] = error.message.split('\n');
  if (!line.startsWith('Expected values to be')) return line;
  const textOf = (value: unknown) => (JSON.stringify(value) ?? 'undefined').slice(0, 200);
  return `it is ${textOf(error.actual)}, and should be ${textOf(error.expected)}`;
}

/** The sandbox passes the checks that Prism passes, but for the differences that are listed with their reasons. */
import { strict as assert } from 'node:assert';
import { vendors } from '@plumbline/repository/repository';
import { operationsOf } from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { beforeAll, describe, expect, it } from 'vitest';
import { mockChecksOf } from './all-checks.ts';
import { sendGenerated } from './arbitrary/send-generated.ts';
import { type Bench, type Check, openBench } from './check.ts';
import { sandboxDifferences } from './sandbox-differences.ts';
import { startSandbox } from './start-sandbox.ts';

const differs = (vendor: string, { name }: Check) =>
  sandboxDifferences.some(({ checks }) => checks.test(`${vendor} ${name}`));

describe.each(vendors)('the sandbox of %s', (vendor) => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await openBench(vendor, readSpec(vendor), startSandbox);
  });
  const checks = mockChecksOf(vendor);

  it.each(checks.filter((check) => !differs(vendor, check)))('$name', async (check) => {
    await bench.run(check);
  });

  it.each(operationsOf(readSpec(vendor)))('$id accepts generated requests', async (operation) => {
    const exchanges = await bench.run({
      name: operation.id,
      operation: operation.id,
      run: (target) => sendGenerated(vendor, target.document, operation, target, target.fetch, 50),
    });
    // Generated ids, credentials and scopes are those of no item and no client. A user needs a key, which no schema says. Some pages do
    // not exist. Without a 404 in the spec, an unknown item is a 400.
    const { 'x-effect': effect, 'x-pagination': pages } = operation.object;
    const mayMiss = operation.path.includes('{') && !('404' in operation.responses);
    const expected = [404, 401, ...(effect?.token || pages || mayMiss ? [400] : [])];
    const refused = exchanges.filter(
      ({ response: { status, body } }) =>
        status >= 400 && !expected.includes(status) && !body?.includes('external_id or email must be given'),
    );
    expect(refused).toEqual([]);
  });

  it.each(checks.filter((check) => differs(vendor, check)))('$name, where the sandbox differs', async (check) => {
    // The Ajv validator validates the exchanges of these checks too.
    await bench.run({ ...check, run: (target) => assert.rejects(check.run(target)) });
  });
});

it('each listed difference names checks', () => {
  const names = vendors.flatMap((vendor) => mockChecksOf(vendor).map(({ name }) => `${vendor} ${name}`));
  expect(sandboxDifferences.filter(({ checks }) => !names.some((name) => checks.test(name)))).toEqual([]);
});

/** The vendor's client calls the mock that users run: the Prism command of the guide, with the vendor's published bundle. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root, vendors } from '@plumbline/repository/repository';
import { operationsOf } from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { prismPath, startPrism } from '@plumbline/spec-tools/mock/prism-command';
import { prismLimitOf } from '@plumbline/spec-tools/mock/prism-limits';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, type Check, openBench } from './check.ts';
import { exampleResponseChecks } from './checks/example-responses.ts';
import { credentialCases } from './requests/credential-cases.ts';
import { envelopeCases } from './requests/envelope-cases.ts';
import { requestCaseChecks } from './requests/request-case.ts';

const guide = 'packages/docs/src/content/docs/guides/testing.md';
const command = createRequire(prismPath);

/** The arguments of a command in the guide, for a vendor. */
function argumentsOf(start: string, vendor: string): string[] {
  const text = readFileSync(join(root, guide), 'utf8').replace(/ \\\r?\n\s*/g, ' ');
  const [, rest = ''] = text.match(new RegExp(`^${start} (.*spec-magicbell.*?)\\r?$`, 'm')) ?? [];
  return rest.replace('spec-magicbell', `spec-${vendor}`).split(' ');
}

/** For each operation that Prism can judge: its successful responses, a 429, a request without credentials, and invalid request bodies. */
function commandChecks(vendor: string): Check[] {
  const document = readSpec(vendor);
  const operations = operationsOf(document).filter((operation) => !prismLimitOf(document, operation));
  const ids = operations.map(({ id }) => id);
  const responses = exampleResponseChecks(vendor).filter(
    ({ name, operation }) => / (2\d\d|429) /.test(name) && ids.includes(operation),
  );
  const refusals = operations.flatMap((operation) => {
    const anonymous = credentialCases(document, operation).filter(({ name }) => name.endsWith('no credentials'));
    return requestCaseChecks(vendor, operation, [...anonymous, ...envelopeCases(document, operation)]);
  });
  return [...responses, ...refusals];
}

describe.each(vendors)('the prism command of the guide, for %s', (vendor) => {
  let bench: Bench;
  beforeAll(async () => {
    const parameters = argumentsOf('npx prism', vendor);
    bench = await openBench(vendor, readSpec(vendor), () => startPrism([...parameters, '--port', '0']));
  });
  afterAll(() => bench.close());

  it.each(commandChecks(vendor))('$name', async (check) => {
    await bench.run(check);
  });
});

it('the guide installs a spec and the versions of Prism that the tests run', () => {
  const versions = ['cli', 'core', 'http-server'].map((part) => {
    const { name, version } = command(`@stoplight/prism-${part}/package.json`);
    return `${name}@${version}`;
  });
  expect(argumentsOf('npm i -D', 'magicbell')).toEqual(['@plumbline/spec-magicbell', ...versions]);
  expect(argumentsOf('npx prism', 'magicbell')).toEqual([
    'mock',
    '--errors',
    'node_modules/@plumbline/spec-magicbell/dist/openapi.json',
  ]);
});

it.each(['core', 'http', 'http-server'])(
  'prism-%s is the same file for the command and for in-process mocks',
  (part) => {
    const inProcess = createRequire(createRequire(import.meta.url).resolve('@plumbline/spec-tools/mock/mock-server'));
    expect(inProcess.resolve(`@stoplight/prism-${part}`)).toBe(command.resolve(`@stoplight/prism-${part}`));
  },
);

/** The snippets of the documentation: compiled with the tests, and run here as they stand, against the mocks. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, vendors } from '@plumbline/repository/repository';
import { readVendor } from '@plumbline/repository/vendor';
import { operationsOf } from '@plumbline/spec-tools/document/document';
import { operationPath } from '@plumbline/spec-tools/document/operation-path';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { type MockServer, startMock } from '@plumbline/spec-tools/mock/mock-server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type SampleCall, vendorFetch } from './vendor-fetch.ts';

/** The variables that the snippets take their credentials from. */
const variables = vendors.flatMap((vendor) => readVendor(vendor).clients.flatMap(({ ways }) => ways.flat()));
const calls: SampleCall[] = [];
let mocks: Map<string, MockServer>;

beforeAll(async () => {
  mocks = new Map(await Promise.all(vendors.map(async (vendor) => [vendor, await startMock(vendor)] as const)));
});
afterAll(() => Promise.all([...mocks.values()].map((mock) => mock.close())));
beforeEach(() => {
  calls.length = 0;
  const mocked = [...mocks].map(([vendor, { url }]) => ({ document: readSpec(vendor), url }));
  vi.stubGlobal('fetch', vendorFetch(mocked, calls));
  // What the snippets print is for their readers.
  vi.stubGlobal('console', { ...console, log: () => {}, warn: () => {} });
  for (const variable of variables) vi.stubEnv(variable, 'test');
  vi.stubEnv('MAGICBELL_MOCK', mocks.get('magicbell')?.url);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

const filesOf = (folder: string) =>
  readdirSync(join(import.meta.dirname, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => path.split(sep).join('/'))
    .sort();
const run = (path: string) => import(pathToFileURL(path).href);
const read = (path: string) => readFileSync(path, 'utf8').replace(/\r\n/g, '\n');

describe.each(vendors)('the snippets of %s', (vendor) => {
  const operations = operationsOf(readSpec(vendor)).map(({ id }) => id);

  it.each(operations)('call %s, and succeed', async (id) => {
    await run(join(import.meta.dirname, vendor, `${operationPath(id)}.ts`));
    expect(calls.map(({ operation }) => operation)).toContain(id);
    expect(calls.filter(({ status }) => status >= 300)).toEqual([]);
  });

  it('are one for each operation, and the example of its README', () => {
    const wanted = [...operations.map((id) => `${operationPath(id)}.ts`), 'example.ts'];
    expect(filesOf(vendor)).toEqual(wanted.sort());
  });

  it('begin with the example of its README, which succeeds', async () => {
    const example = join(import.meta.dirname, vendor, 'example.ts');
    const readme = read(join(root, 'packages', vendor, 'README.md'));
    const [, printed] = /^## Example\n+```ts\n(.*?)```/ms.exec(readme) ?? [];
    expect(printed, `packages/${vendor}/README.md, beside test/snippets/${vendor}/example.ts`).toBe(read(example));
    await run(example);
    expect(calls.length).toBeGreaterThan(0);
    expect(calls.filter(({ status }) => status >= 300)).toEqual([]);
  });
});

describe('the snippets of the guides', () => {
  it.each(filesOf('guides'))('%s runs to its end', async (file) => {
    await run(join(import.meta.dirname, 'guides', file));
    expect(calls.filter(({ status }) => status >= 300)).toEqual([]);
  });
});

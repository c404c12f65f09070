/** The samples of the documentation: compiled with the tests, and run here as they stand, against the mocks. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type MockServer, startMock } from '@plumbline/scripts/mock-server';
import { operationPath } from '@plumbline/scripts/operation-path';
import { operationsOf, readSpec, root, vendors } from '@plumbline/scripts/spec';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type SampleCall, vendorFetch } from './vendor-fetch.ts';

const platformFetch = globalThis.fetch;

describe.each(vendors)('the samples of %s', (vendor) => {
  const document = readSpec(vendor);
  const operations = operationsOf(document);
  const folder = join(import.meta.dirname, vendor);
  const calls: SampleCall[] = [];
  let mock: MockServer;

  beforeAll(async () => {
    mock = await startMock(vendor);
  });
  afterAll(() => mock.close());
  beforeEach(() => {
    calls.length = 0;
    globalThis.fetch = vendorFetch(document, mock.url, calls) as typeof fetch;
    for (const name of ['MAGICBELL_API_KEY', 'MAGICBELL_API_SECRET', 'MAGNETIQ_API_KEY']) vi.stubEnv(name, 'test');
    for (const prefix of ['MAGNETIQ', 'MAGNIFY', 'MX']) {
      vi.stubEnv(`${prefix}_CLIENT_ID`, 'test');
      vi.stubEnv(`${prefix}_CLIENT_SECRET`, 'test');
    }
    vi.spyOn(console, 'log').mockImplementation(() => {});
  });
  afterEach(() => {
    globalThis.fetch = platformFetch;
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });

  it.each(operations.map(({ id }) => id))('call %s, and succeed', async (id) => {
    await import(join(folder, `${operationPath(id)}.ts`));
    expect(calls.map(({ operation }) => operation)).toContain(id);
    expect(calls.filter(({ status }) => status >= 300)).toEqual([]);
  });

  it('are those of its operations and the example of its README', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
    const wanted = [...operations.map(({ id }) => `${operationPath(id)}.ts`), 'example.ts'];
    expect(files.map((path) => path.split(sep).join('/')).sort()).toEqual(wanted.sort());
  });

  it('begin with the example of its README, which succeeds', async () => {
    const example = join(folder, 'example.ts');
    const readme = readFileSync(join(root, 'packages', vendor, 'README.md'), 'utf8').replace(/\r\n/g, '\n');
    const printed = /^## Example\n+```ts\n(.*?)```/ms.exec(readme)?.[1];
    expect(printed, `packages/${vendor}/README.md, against ${relative(root, example)}`).toBe(
      readFileSync(example, 'utf8').replace(/\r\n/g, '\n'),
    );
    await import(example);
    expect(calls.length).toBeGreaterThan(0);
    expect(calls.filter(({ status }) => status >= 300)).toEqual([]);
  });
});

it('belong to a vendor or to the guides', () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual(['guides', ...vendors].sort());
  expect(existsSync(join(import.meta.dirname, 'guides'))).toBe(true);
});

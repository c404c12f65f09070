/** The snippets of the documentation run unchanged, against mocks and sandboxes. They compile with the tests. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, vendors } from '@plumbline/repository/repository';
import { credentialFor, readVendor } from '@plumbline/repository/vendor';
import { type Operation, operationsOf } from '@plumbline/spec-tools/document/document';
import { isConverted } from '@plumbline/spec-tools/document/is-converted';
import { operationPath } from '@plumbline/spec-tools/document/operation-id';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { exampleInput } from '@plumbline/spec-tools/generate/example-input';
import { type MockServer, startMock } from '@plumbline/spec-tools/mock/mock-server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type SnippetCall, vendorFetch } from './vendor-fetch.ts';

/** The environment variables of the credentials. */
const variables = vendors.flatMap((vendor) =>
  readVendor(vendor).clients.flatMap((client) =>
    client.ways.flat().map((name) => [name, credentialFor(client, name)] as const),
  ),
);
const calls: SnippetCall[] = [];
let mocks: Map<string, MockServer>;

beforeAll(async () => {
  mocks = new Map(await Promise.all(vendors.map(async (vendor) => [vendor, await startMock(vendor)] as const)));
});
afterAll(() => Promise.all([...mocks.values()].map((mock) => mock.close())));
beforeEach(() => {
  calls.length = 0;
  const mocked = [...mocks].map(([vendor, { url }]) => ({ document: readSpec(vendor), url }));
  vi.stubGlobal('fetch', vendorFetch(mocked, calls));
  // Snippets print for their readers, not into the test report.
  vi.stubGlobal('console', { ...console, debug: () => {}, log: () => {}, warn: () => {} });
  for (const [name, value] of variables) vi.stubEnv(name, value);
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

  const document = readSpec(vendor);

  it.each(operations)('the snippet of %s calls it and succeeds', async (id) => {
    await run(join(import.meta.dirname, vendor, `${operationPath(id)}.ts`));
    expect(calls.map(({ operation }) => operation)).toContain(id);
    expect(calls.filter(({ ok }) => !ok)).toEqual([]);
  });

  it.each(operations)('the snippet of %s fits its column, and leaves the environment to the client', (id) => {
    const code = read(join(import.meta.dirname, vendor, `${operationPath(id)}.ts`));
    const lines = code.trimEnd().split('\n');
    // An example of the spec with many fields is longer. The import, the client and the call are six lines more, and a long value
    // stands on a line of its own.
    const input = exampleInput(document, operationsOf(document).find((one) => one.id === id) as Operation);
    const written = JSON.stringify(input, null, 2).split('\n');
    const wide = written.filter((line) => line.length > 50);
    const fields = JSON.stringify(input).match(/[:,]/g) ?? [];
    const most = isConverted(document) ? written.length + wide.length + 6 : fields.length;
    expect(lines.length).toBeLessThanOrEqual(Math.max(15, most));
    // Neither a text, nor the name of a method, nor the import of a factory can be broken.
    const isWhole = (line: string) =>
      /^\s*('.*',?|[\w\s.(]*await [\p{ID_Continue}$.]+\(|import \{ \w+ \} from '.*';)$/u.test(line);
    expect(lines.filter((line) => line.length > 60 && !(isConverted(document) && isWhole(line)))).toEqual([]);
    expect(code).not.toContain('} = process.env');
  });

  it('each operation has a snippet, and the README has one', () => {
    const wanted = [...operations.map((id) => `${operationPath(id)}.ts`), 'example.ts'];
    expect(filesOf(vendor)).toEqual(wanted.sort());
  });

  it('the README prints the example snippet, which succeeds', async () => {
    const example = join(import.meta.dirname, vendor, 'example.ts');
    const readme = read(join(root, 'packages', vendor, 'README.md'));
    const [, printed] = /^## Example\n+```ts\n(.*?)```/ms.exec(readme) ?? [];
    expect(printed, `packages/${vendor}/README.md differs from test/snippets/${vendor}/example.ts`).toBe(read(example));
    await run(example);
    expect(calls.length).toBeGreaterThan(0);
    expect(calls.filter(({ ok }) => !ok)).toEqual([]);
  });
});

describe('the snippets of the guides', () => {
  // Test files run in test-files.test.ts, programs of many processes in test/fleet.
  const programs = filesOf('guides').filter((file) => !/^(testing|processes)-/.test(file));

  it.each(programs)('the guide snippet %s runs to its end', async (file) => {
    await run(join(import.meta.dirname, 'guides', file));
    expect(calls.filter(({ ok }) => !ok)).toEqual([]);
  });
});

describe('the recipes', () => {
  const recipes = filesOf('guides').filter((file) => file.startsWith('recipe-'));

  it('the recipes are ten programs, and the guide shows all of them', () => {
    const guide = read(join(root, 'packages', 'docs', 'src', 'content', 'docs', 'guides', 'recipes.md'));
    const shown = [...guide.matchAll(/snippet=([\w-]+)/g)].map(([, name]) => `${name}.ts`);
    expect(recipes).toHaveLength(10);
    expect(shown.sort()).toEqual(recipes);
  });

  it.each(recipes)('the recipe %s has at most 15 lines', (file) => {
    expect(
      read(join(import.meta.dirname, 'guides', file))
        .trimEnd()
        .split('\n').length,
    ).toBeLessThanOrEqual(15);
  });
});

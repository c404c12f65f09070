/** The examples in the READMEs of the packages compile and run. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root, vendors } from '@plumbline/repository/repository';
import { credentialFor, readVendor } from '@plumbline/repository/vendor';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { measureSize, programs } from '../packages/size/measure-size.ts';
import { type PagingMock, startPagingMock } from './paging-mock.ts';
import { examplesOf, importsIn, moduleOf } from './readme-example.ts';

const examples = ['runtime', 'sandbox', ...vendors].flatMap((vendor) =>
  examplesOf(vendor).map((example, index) => ({ ...example, vendor, file: `${vendor}-${index}.ts`, index })),
);
const folder = mkdtempSync(join(import.meta.dirname, 'examples-'));
for (const { vendor, file, ...example } of examples) writeFileSync(join(folder, file), moduleOf(vendor, example));
// A sentence can have an import too.
for (const vendor of vendors) writeFileSync(join(folder, `${vendor}-imports.ts`), importsIn(vendor));
afterAll(() => rmSync(folder, { recursive: true }));

/** Sets the environment variables of a vendor's credentials. */
function stubCredentials(vendor: string): void {
  for (const client of readVendor(vendor).clients) {
    for (const name of client.ways.flat()) vi.stubEnv(name, credentialFor(client, name));
  }
}

it('the examples of the READMEs compile unchanged', () => {
  const configuration = { extends: '../../tsconfig.json', include: ['.'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(configuration));
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
  const { stdout } = spawnSync(process.execPath, [tsc, '--project', folder], { encoding: 'utf8' });
  expect(stdout).toBe('');
});

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the examples of the runtime and the sandbox', () => {
  it.each(examples.filter(({ vendor }) => vendor === 'runtime' || vendor === 'sandbox'))(
    'the example runs: $name, $index',
    async ({ file }) => {
      const platform = globalThis.fetch;
      globalThis.fetch = async (_, init) =>
        new Headers(init?.headers).get('Accept') === 'text/csv'
          ? new Response('guid\n')
          : Response.json({ name: 'Mary', access_token: 'test' });
      const { log } = console;
      console.log = () => {};
      for (const vendor of vendors) stubCredentials(vendor);
      try {
        await (await import(/* @vite-ignore */ join(folder, file))).run();
      } finally {
        globalThis.fetch = platform;
        console.log = log;
        vi.unstubAllEnvs();
      }
    },
  );
});

describe.each(vendors)('the examples of %s', (vendor) => {
  let mock: PagingMock;
  beforeAll(async () => {
    mock = await startPagingMock(vendor);
  });
  afterAll(() => mock.close());
  const own = examples.filter((example) => example.vendor === vendor);

  it('the first example has ten lines at most', () => {
    expect(own[0]?.name).toBe(`${vendor}, Example`);
    expect(own[0]?.code.trim().split('\n').length).toBeLessThanOrEqual(10);
  });

  it.each(own)('the example runs: $name, $index', async ({ file }) => {
    stubCredentials(vendor);
    const { run } = await import(/* @vite-ignore */ join(folder, file));
    const { log, warn } = console;
    // Examples print for their readers, not into the test report.
    console.log = console.warn = () => {};
    try {
      await mock.run(run);
    } finally {
      Object.assign(console, { log, warn });
    }
  });

  it('the README states a true bundle size, or none', async () => {
    const readme = readFileSync(join(root, 'packages', vendor, 'README.md'), 'utf8');
    const [, claimed] = readme.match(/at most ([\d.]+) kB of gzip/) ?? [];
    if (claimed === undefined) return expect(readme).not.toContain('gzip');
    const { gzip } = await measureSize(programs[vendor]?.program ?? '', import.meta.dirname);
    expect(gzip).toBeLessThanOrEqual(Number(claimed) * 1000);
    // The claim is outdated where the bundle is 1 kB smaller.
    expect(gzip).toBeGreaterThan(Number(claimed) * 1000 - 1000);
  });
});

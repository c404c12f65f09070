/** What the packages' READMEs show compiles, and does what it says. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root, vendors } from '@plumbline/repository/repository';
import { readVendor } from '@plumbline/repository/vendor';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { weigh } from '../packages/size/bundle.ts';
import { programs } from '../packages/size/programs.ts';
import { examplesOf, moduleOf } from './example.ts';
import { openVendor, type VendorAtHome } from './vendor-at-home.ts';

/** Those that need a package which is not installed here. */
const isForeign = ({ code }: { readonly code: string }) => code.includes(`from '@opentelemetry/api'`);
const examples = ['runtime', ...vendors].flatMap((vendor) =>
  examplesOf(vendor)
    .filter((example) => !isForeign(example))
    .map((example, index) => ({ ...example, vendor, file: `${vendor}-${index}.ts`, index })),
);
const folder = mkdtempSync(join(import.meta.dirname, 'examples-'));
for (const { vendor, file, ...example } of examples) writeFileSync(join(folder, file), moduleOf(vendor, example));
afterAll(() => rmSync(folder, { recursive: true }));

it('compile as they stand', () => {
  const configuration = { extends: '../../tsconfig.json', include: ['.'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(configuration));
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
  const { stdout } = spawnSync(process.execPath, [tsc, '--project', folder], { encoding: 'utf8' });
  expect(stdout).toBe('');
});

describe('of the runtime', () => {
  it.each(examples.filter(({ vendor }) => vendor === 'runtime'))('run: $name, $index', async ({ file }) => {
    const platform = globalThis.fetch;
    globalThis.fetch = async (_, init) =>
      new Headers(init?.headers).get('Accept') === 'text/csv'
        ? new Response('guid\n')
        : Response.json({ name: 'Mary', access_token: 'test' });
    const { log } = console;
    console.log = () => {};
    try {
      await (await import(/* @vite-ignore */ join(folder, file))).run();
    } finally {
      globalThis.fetch = platform;
      console.log = log;
    }
  });
});

describe.each(vendors)('of %s', (vendor) => {
  let home: VendorAtHome;
  beforeAll(async () => {
    home = await openVendor(vendor);
  });
  afterAll(() => home.close());
  const own = examples.filter((example) => example.vendor === vendor);

  it('begin with one of ten lines at most', () => {
    expect(own[0]?.name).toBe(`${vendor}, Example`);
    expect(own[0]?.code.trim().split('\n').length).toBeLessThanOrEqual(10);
  });

  it.each(own)('run: $name, $index', async ({ file }) => {
    for (const name of readVendor(vendor).clients.flatMap(({ ways }) => ways.flat())) vi.stubEnv(name, 'test');
    const { run } = await import(/* @vite-ignore */ join(folder, file));
    const { log, warn } = console;
    // An example that prints is meant for another screen than this one.
    console.log = console.warn = () => {};
    try {
      await home.run(run);
    } finally {
      Object.assign(console, { log, warn });
      vi.unstubAllEnvs();
    }
  });

  it('are as small in a bundle as the README says, if it does', async () => {
    const readme = readFileSync(join(root, 'packages', vendor, 'README.md'), 'utf8');
    const [, claimed] = readme.match(/at most ([\d.]+) kB of gzip/) ?? [];
    if (claimed === undefined) return expect(readme).not.toContain('gzip');
    const { gzip } = await weigh(programs[vendor]?.program ?? '', import.meta.dirname);
    expect(gzip).toBeLessThanOrEqual(Number(claimed) * 1000);
    // Nor does it speak of a size that was left long ago.
    expect(gzip).toBeGreaterThan(Number(claimed) * 1000 - 1000);
  });
});

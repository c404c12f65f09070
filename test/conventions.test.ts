/** What CONTRIBUTING.md asks of the tree, as far as a machine can check it. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { root, vendors } from '@plumbline/repository/repository';
import { describe, expect, it } from 'vitest';

const read = (...parts: string[]) => readFileSync(join(root, ...parts), 'utf8').replace(/\r\n/g, '\n');
const json = (...parts: string[]) => JSON.parse(read(...parts));

/** The TypeScript that people write, by its path from the root. */
const sources = ['packages', 'scripts', 'test'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => path.endsWith('.ts') && !/node_modules|\.astro[\\/]|dist[\\/]|src[\\/]generated[\\/]/.test(path)),
);
const importsOf = (path: string) =>
  [...read(path).matchAll(/\bfrom '([^']+)'|\bimport\('([^']+)'\)/g)].map((match) => match[1] ?? match[2] ?? '');

it('has the folders that the README draws, and no others', () => {
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const ours = folders.map(({ name }) => name).filter((name) => !name.startsWith('.') && name !== 'node_modules');
  expect(ours.sort()).toEqual(['packages', 'scripts', 'specs', 'test']);
});

// Nine, and what is asked for by name: `docs`, `release`, `new-vendor` and `test:runtimes`.
it('has at most thirteen root scripts', () => {
  expect(Object.keys(json('package.json').scripts).length).toBeLessThanOrEqual(13);
});

const published = ['packages', 'specs'].flatMap((folder) =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name))
    .filter((path) => !json(path, 'package.json').private),
);

describe.each(published)('%s', (folder) => {
  const manifest = json(folder, 'package.json');

  it('is built anew when it is packed', () => {
    expect(manifest.scripts.prepack).toBe('node ../../scripts/prepack.ts');
  });

  it('says what it is, where it comes from and what it runs on', () => {
    expect(manifest).toMatchObject({
      license: 'MIT',
      type: 'module',
      sideEffects: false,
      engines: { node: '>=20.19' },
    });
    expect(manifest.description).toMatch(/^\S.+\.$/);
    expect(manifest.keywords.length).toBeGreaterThan(1);
    // The release adds the address of the repository that it runs in: here nobody knows it.
    expect(manifest.repository).toEqual({ type: 'git', directory: folder.replaceAll('\\', '/') });
  });

  it('lists what can be imported', () => {
    expect(Object.keys(manifest.exports).join()).not.toContain('*');
  });
});

describe('dependencies', () => {
  const manifests = [
    '.',
    'scripts',
    'test',
    ...['docs', 'drift', 'new-vendor', 'release', 'repository', 'spec-tools'].map((name) => `packages/${name}`),
    ...published,
  ].map((folder) => json(folder, 'package.json'));
  const versions = new Map<string, string>(manifests.map(({ name, version }) => [name, version]));

  it.each(manifests)('of $name are pinned, and those in this repository to the version that they have', (manifest) => {
    const { dependencies = {}, devDependencies = {} } = manifest;
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
      if (name.startsWith('@plumbline/')) expect(version, name).toBe(versions.get(name));
    }
  });
});

describe.each(sources)('%s', (path) => {
  const lines = read(path).split('\n').length;

  it('is short enough to be one concept', () => {
    expect(lines).toBeLessThanOrEqual(path.endsWith('.test.ts') ? 400 : 200);
  });

  it('is named in kebab-case, for what is in it', () => {
    const name = basename(path).replace(/(\.test|\.test-d|\.config)?\.ts$/, '');
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(['util', 'utils', 'helper', 'helpers', 'common', 'misc', 'shared', 'types']).not.toContain(name);
  });
});

describe('imports run one way', () => {
  const shipped = sources.filter(
    (path) => published.some((folder) => path.startsWith(join(folder, 'src'))) && !path.endsWith('.test.ts'),
  );

  it.each(shipped)('%s imports what its package may', (path) => {
    const own = relative(join(root, 'packages'), join(root, path)).split(/[\\/]/)[0];
    const single: Record<string, string> = {
      'runtime/undici.ts': 'undici',
      'mx-audience/csv-rows.ts': 'papaparse',
    };
    const usual = own === 'runtime' ? 'openapi-fetch' : '@plumbline/runtime';
    const allowed = single[`${own}/${basename(path)}`] ?? usual;
    for (const source of importsOf(path)) {
      // `#transport` is the package's own file, one on Node and another elsewhere.
      const isOwn = /^(\.\.?\/|#transport$)/.test(source);
      expect(isOwn || source === allowed, source).toBe(true);
    }
  });

  // What stands here may import what follows it, types included: biome's `noImportCycles` finds circles within a folder.
  const layers = ['client', 'policies', 'pipeline', 'time', 'errors'];
  const folderOf = (path: string) => relative(join('packages', 'runtime', 'src'), path).split(/[\\/]/)[0] ?? '';
  const runtime = shipped.filter((path) => layers.includes(folderOf(path)));

  it.each(runtime)('%s imports from its own folder of the runtime and from those below it', (path) => {
    const below = layers.slice(layers.indexOf(folderOf(path)));
    for (const source of importsOf(path).filter((source) => source.startsWith('.'))) {
      expect(below, source).toContain(folderOf(join(dirname(path), source)));
    }
  });

  it('covers every folder of the runtime but the one of what tests import', () => {
    const folders = new Set(shipped.map(folderOf).filter((folder) => !/^\.|\.ts$/.test(folder)));
    expect([...folders].sort()).toEqual([...layers, 'testing'].sort());
  });

  it('never goes into the source of another package', () => {
    for (const path of sources) {
      for (const source of importsOf(path)) {
        expect(source, path).not.toMatch(/@plumbline\/[a-z-]+\/src/);
        const [folder, name] = source.startsWith('.') ? join(dirname(path), source).split(/[\\/]/) : [];
        if (folder === 'packages') expect(path.split(/[\\/]/).slice(0, 2), source).toEqual([folder, name]);
      }
    }
  });
});

describe.each(vendors)('the package of %s', (vendor) => {
  const manifest = json('packages', vendor, 'package.json');
  const [first = ''] = vendors;

  it('has the same manifest as the others but for what is its own', () => {
    const same = ({
      name,
      version,
      description,
      keywords,
      repository,
      devDependencies,
      ...rest
    }: Record<string, unknown>) => rest;
    const { dependencies, ...others } = same(json('packages', first, 'package.json'));
    // The one dependency that a vendor's package has for itself.
    const own = vendor === 'mx-audience' ? { papaparse: '5.7.1' } : {};
    expect(same(manifest)).toEqual({ ...others, dependencies: { ...(dependencies as object), ...own } });
    expect(manifest.name).toBe(`@plumbline/${vendor}`);
    expect(Object.keys(manifest.devDependencies)).toEqual([`@plumbline/spec-${vendor}`]);
  });

  it('has the version that its spec has', () => {
    const { version } = manifest;
    expect(json('specs', vendor, 'package.json').version).toBe(version);
    expect(read('specs', vendor, 'openapi.yaml')).toMatch(
      new RegExp(`^info:\\n(?: .*\\n)*? {2}version: ${version}$`, 'm'),
    );
  });

  it('lists its exports by name', () => {
    expect(read('packages', vendor, 'src', 'index.ts')).not.toMatch(/export \*|export default/);
  });
});

it.each(['runtime', ...vendors])('the README of packages/%s has the headings that all have, in their order', (name) => {
  const readme = read('packages', name, 'README.md');
  expect([...readme.matchAll(/^## (.+)/gm)].map((heading) => heading[1])).toEqual([
    'Install',
    'Example',
    'Authentication',
    'Operations',
    'Errors',
    'Pagination',
    'Retries and limits',
    'Testing',
    'Runtimes and size',
    'Sources',
  ]);
});

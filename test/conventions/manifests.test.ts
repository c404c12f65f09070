/** The manifests and READMEs of the packages agree with each other. */
import { publishedIn } from '@plumbline/release/pack';
import { root, vendors } from '@plumbline/repository/repository';
import { describe, expect, it } from 'vitest';
import { files, published, readJson, readText } from './repository-files.ts';

interface Target {
  readonly types: string;
  readonly default: string;
}

it('the release publishes every package that is not private', () => {
  expect([...publishedIn(root)].sort()).toEqual([...published].sort());
});

describe.each(published)('%s', (folder) => {
  const manifest = readJson(`${folder}/package.json`);

  it(`${folder} is built when it is packed`, () => {
    expect(manifest.scripts.prepack).toBe('node ../../scripts/prepack.ts');
  });

  it(`${folder} describes itself for the registry`, () => {
    expect(manifest).toMatchObject({
      license: 'MIT',
      type: 'module',
      sideEffects: false,
      engines: { node: '>=20.19' },
    });
    expect(manifest.description).toMatch(/^\S.+\.$/);
    expect(manifest.keywords.length).toBeGreaterThan(1);
    // The release adds the URL of the repository in which it runs, which is unknown here.
    expect(manifest.repository).toEqual({ type: 'git', directory: folder });
  });

  it(`${folder} exports no wildcard`, () => {
    expect(Object.keys(manifest.exports).join()).not.toContain('*');
  });
});

describe.each(published.filter((folder) => !folder.startsWith('specs/')))('the modules of %s', (folder) => {
  it(`${folder} has a CommonJS module for each export, and names its types for old resolvers`, () => {
    const manifest = readJson(`${folder}/package.json`);
    const { '.': main, ...subpaths }: Readonly<Record<string, { default: Target; require: Target }>> = manifest.exports;
    for (const target of [main, ...Object.values(subpaths)]) {
      const inCommonJs = (path = '') => path.replace('./dist/', './dist/cjs/');
      const { types, default: module } = target?.default ?? {};
      expect(target?.require).toEqual({ types: inCommonJs(types), default: inCommonJs(module) });
    }
    expect([manifest.types, manifest.main]).toEqual([main?.require.types, main?.require.default]);
    const typesOf = Object.entries(subpaths).map(([path, { require }]) => [path.slice(2), [require.types]]);
    expect(manifest.typesVersions?.['*'] ?? {}).toEqual(Object.fromEntries(typesOf));
  });
});

const rootScripts: Readonly<Record<string, string>> = readJson('package.json').scripts;

it('the root has at most twenty scripts', () => {
  expect(Object.keys(rootScripts).length).toBeLessThanOrEqual(20);
});

it.each(Object.entries(rootScripts))('the root script %s starts with check-install', (_, command) => {
  expect(command).toMatch(/^node (--import \.\/)?scripts\/check-install\.js /);
});

describe('dependencies', () => {
  const manifests = files
    .filter((path) => /^((packages|specs)\/[\w-]+\/|scripts\/|test\/)?package\.json$/.test(path))
    .map(readJson);
  const versions = new Map<string, string>(manifests.map(({ name, version }) => [name, version]));

  it.each(manifests)(
    'the dependencies of $name are pinned, and those of this repository to their versions',
    (manifest) => {
      const { dependencies = {}, devDependencies = {} } = manifest;
      for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
        expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
        if (name.startsWith('@plumbline/')) expect(version, name).toBe(versions.get(name));
      }
    },
  );
});

describe.each(vendors)('the package of %s', (vendor) => {
  const manifest = readJson(`packages/${vendor}/package.json`);
  const [first = ''] = vendors;

  it(`the manifest of ${vendor} differs from those of other vendors in its own fields alone`, () => {
    const sharedFields = ({
      name,
      version,
      description,
      keywords,
      repository,
      devDependencies,
      // The package of a large API has a second entry.
      typesVersions,
      exports,
      ...rest
    }: Record<string, unknown>): Record<string, unknown> => ({ ...rest, main: Object(exports)['.'] });
    const withoutParsers = (fields: Record<string, unknown>) => {
      // What reads CSV, or streams of events: only the packages that need it have it.
      const { papaparse: _, 'eventsource-parser': __, ...dependencies } = Object(fields.dependencies);
      return { ...fields, dependencies };
    };
    const others = withoutParsers(sharedFields(readJson(`packages/${first}/package.json`)));
    expect(withoutParsers(sharedFields(manifest))).toEqual(others);
    expect(manifest.name).toBe(`@plumbline/${vendor}`);
    expect(Object.keys(manifest.devDependencies)).toEqual([`@plumbline/spec-${vendor}`]);
  });

  it(`the client of ${vendor} and its spec have one version`, () => {
    const { version } = manifest;
    expect(readJson(`specs/${vendor}/package.json`).version).toBe(version);
    expect(readText(`specs/${vendor}/openapi.yaml`)).toMatch(
      new RegExp(`^info:\\n(?: .*\\n)*? {2}version: ${version}$`, 'm'),
    );
  });

  it(`the index of ${vendor} exports by name`, () => {
    expect(readText(`packages/${vendor}/src/index.ts`)).not.toMatch(/export \*|export default/);
  });
});

it.each(vendors)('the README of packages/%s has the common headings in their order', (name) => {
  const headings = [...readText(`packages/${name}/README.md`).matchAll(/^## (.+)/gm)].map((heading) => heading[1]);
  const common = ['Example', 'Authentication', 'Errors', 'Pagination', 'Retries and limits', 'Testing'];
  expect(headings.filter((heading) => common.includes(heading ?? ''))).toEqual(common);
  expect(headings.at(-1)).toBe('Runtimes, size and sources');
});

it.each(['runtime', 'sandbox', 'fleet', ...vendors])('the README of packages/%s has at most 90 lines', (name) => {
  expect(readText(`packages/${name}/README.md`).trimEnd().split('\n').length).toBeLessThanOrEqual(90);
});

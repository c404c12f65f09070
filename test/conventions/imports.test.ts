/** Imports run one way: a package imports what it may, and the folders of the runtime import from those below them. */
import { basename, dirname, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, published, sources } from './repository-files.ts';

const { join } = posix;
const shipped = sources.filter(
  (path) => published.some((folder) => path.startsWith(`${folder}/src/`)) && !path.endsWith('.test.ts'),
);

it.each(shipped)('%s imports only what its package may import', (path) => {
  const own = path.split('/')[1] ?? '';
  const exceptions: Readonly<Record<string, string>> = {
    'runtime/otel.ts': '@opentelemetry/api',
    'runtime/undici.ts': 'undici',
    'mx-audience/csv-rows.ts': 'papaparse',
    'sandbox/schemas.ts': '@cfworker/json-schema',
  };
  // Entries of the sandbox that run on Node alone.
  const isTool = /^packages\/sandbox\/src\/(server|cli)\.ts$/.test(path);
  const usual = own === 'runtime' ? ['openapi-fetch'] : ['@plumbline/runtime', '@plumbline/runtime/features'];
  const exception = exceptions[`${own}/${basename(path)}`];
  const allowed = exception ? [exception] : usual;
  for (const source of importsOf(path)) {
    // These are files of the package that depend on the platform.
    const isOwn = /^(\.\.?\/|#transport(-fault)?$)/.test(source);
    expect(isOwn || allowed.includes(source) || (isTool && source.startsWith('node:')), source).toBe(true);
  }
});

describe('the folders of the runtime', () => {
  // Each folder may import from itself and from those after it, types included. Biome finds circles within a folder.
  const layers = ['client', 'policies', 'pipeline', 'time', 'errors'];
  const folderOf = (path: string) => /^packages\/runtime\/src\/([^/]+)\//.exec(path)?.[1] ?? '';
  const layered = shipped.filter((path) => layers.includes(folderOf(path)));

  it.each(layered)('%s imports only from its folder and the layers below', (path) => {
    const below = layers.slice(layers.indexOf(folderOf(path)));
    for (const source of importsOf(path).filter((source) => source.startsWith('.'))) {
      expect(below, source).toContain(folderOf(join(dirname(path), source)));
    }
  });

  it('the layers are all folders of the runtime but the exported test tools', () => {
    const folders = new Set(shipped.map(folderOf).filter((folder) => folder !== ''));
    expect([...folders].sort()).toEqual([...layers, 'testing'].sort());
  });
});

it('no file imports from the source of another package', () => {
  for (const path of sources) {
    for (const source of importsOf(path)) {
      expect(source, path).not.toMatch(/@plumbline\/[a-z-]+\/src/);
      const [folder, name] = source.startsWith('.') ? join(dirname(path), source).split('/') : [];
      if (folder === 'packages') expect(path.split('/').slice(0, 2), source).toEqual([folder, name]);
    }
  }
});

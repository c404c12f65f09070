/** Each published package can be installed and imported. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { root, vendors } from '@plumbline/repository/repository';
import { readVendor } from '@plumbline/repository/vendor';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { describe, expect, it } from 'vitest';

const packages = ['runtime', 'sandbox', 'fleet', ...vendors].map((name) => join('packages', name));
const specs = vendors.map((name) => join('specs', name));

it.each([...packages, ...specs])('publint finds no problem in %s', async (folder) => {
  const { messages, pkg } = await publint({ pkgDir: join(root, folder), strict: true });
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
});

it.each([...packages, ...specs])('each module resolution mode finds the types of %s', async (folder) => {
  const tarballFolder = mkdtempSync(join(tmpdir(), 'tarball-'));
  try {
    const [{ filename }] = pack(folder, '--pack-destination', tarballFolder);
    const checked = await checkPackage(createPackageFromTarballData(readFileSync(join(tarballFolder, filename))));
    expect(checked.types).toMatchObject({ kind: 'included' });
    const problems = 'problems' in checked ? checked.problems : [];
    // The main export of a spec is JSON, which has no types.
    const isDocument = (problem: object) =>
      specs.includes(folder) && 'entrypoint' in problem && problem.entrypoint === '.';
    expect(problems.filter((problem) => !isDocument(problem))).toEqual([]);
  } finally {
    rmSync(tarballFolder, { recursive: true });
  }
});

it.each([...packages, ...specs])(
  'the tarball of %s has the build, the license and the README, and no tests',
  (folder) => {
    const files: string[] = pack(folder, '--dry-run')[0].files.map(({ path }: { path: string }) => path);
    expect(files).toContain('README.md');
    expect(files).toContain('LICENSE');
    expect(files).toContain(folder.startsWith('specs') ? 'dist/openapi.json' : 'dist/index.js');
    expect(files.filter((path) => /\.test|node_modules|tsconfig|\.turbo/.test(path))).toEqual([]);
    // Those of the ES modules lead to the sources too.
    expect(files.filter((path) => /^dist\/cjs\/.*\.map$/.test(path))).toEqual([]);
  },
);

function pack(folder: string, ...options: string[]) {
  const { stdout } = spawnSync('npm', ['pack', '--json', '--ignore-scripts', ...options], {
    cwd: join(root, folder),
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  return JSON.parse(stdout);
}

it('@plumbline/runtime/testing imports no module', () => {
  const code = readFileSync(join(root, 'packages', 'runtime', 'dist', 'testing', 'index.js'), 'utf8');
  expect(code).toContain('export {');
  expect(code).not.toMatch(/^import\b|\bimport\(|\bfrom ["']|\brequire\(/m);
});

describe('exports', () => {
  const errors = [
    'ApiError',
    'ConnectionError',
    'CredentialError',
    'PlumblineError',
    'ResponseSizeError',
    'TimeoutError',
  ];
  const functions = ['isApiError', 'isPlumblineError', 'logTo'];

  it.each(vendors)(
    '%s exports the errors, the shared functions and the names in its vendor.json, and no others',
    async (vendor) => {
      const module = await import(`@plumbline/${vendor}`);
      expect(Object.keys(module).sort()).toEqual([...errors, ...functions, ...readVendor(vendor).exports].sort());
    },
  );
});

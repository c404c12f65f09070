/** What is published is what a user can install and import. */
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

const packages = ['runtime', ...vendors].map((name) => join('packages', name));
const specs = vendors.map((name) => join('specs', name));

it.each(packages)('%s has nothing that publint finds wrong', async (folder) => {
  const { messages, pkg } = await publint({ pkgDir: join(root, folder), strict: true });
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
});

it.each(packages)('%s has types that every way to import it finds, as far as there are ES modules', async (folder) => {
  const place = mkdtempSync(join(tmpdir(), 'tarball-'));
  try {
    const [{ filename }] = pack(folder, '--pack-destination', place);
    const checked = await checkPackage(createPackageFromTarballData(readFileSync(join(place, filename))));
    expect(checked.types).toMatchObject({ kind: 'included' });
    // Node 10 knows no `exports`. CommonJS loads ES modules from Node 20.19 on, which are those in `engines`.
    const known = ['NoResolution node10', 'CJSResolvesToESM node16-cjs'];
    const problems = 'problems' in checked ? checked.problems : [];
    const texts = problems.map(
      (problem) => `${problem.kind} ${'resolutionKind' in problem ? problem.resolutionKind : ''}`,
    );
    expect(texts.filter((text) => !known.includes(text))).toEqual([]);
  } finally {
    rmSync(place, { recursive: true });
  }
});

it.each([...packages, ...specs])('%s is packed with its build, licence and README, and no tests', (folder) => {
  const files: string[] = pack(folder, '--dry-run')[0].files.map(({ path }: { path: string }) => path);
  expect(files).toContain('README.md');
  expect(files).toContain('LICENSE');
  expect(files).toContain(folder.startsWith('specs') ? 'dist/openapi.json' : 'dist/index.js');
  expect(files.filter((path) => /\.test|node_modules|tsconfig|\.turbo/.test(path))).toEqual([]);
});

function pack(folder: string, ...options: string[]) {
  const { stdout } = spawnSync('npm', ['pack', '--json', '--ignore-scripts', ...options], {
    cwd: join(root, folder),
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  return JSON.parse(stdout);
}

it('@plumbline/runtime/testing imports nothing: no test runner, no part of Node, no client', () => {
  const code = readFileSync(join(root, 'packages', 'runtime', 'dist', 'testing', 'index.js'), 'utf8');
  expect(code).toContain('export {');
  expect(code).not.toMatch(/^import\b|\bimport\(|\bfrom ["']|\brequire\(/m);
});

describe('the names that a package exports', () => {
  const errors = ['ApiError', 'ConnectionError', 'PlumblineError', 'TimeoutError', 'isApiError', 'isPlumblineError'];

  it.each(vendors)('of %s are these and no others', async (vendor) => {
    const module = await import(`@plumbline/${vendor}`);
    expect(Object.keys(module).sort()).toEqual([...errors, ...readVendor(vendor).exports].sort());
  });
});

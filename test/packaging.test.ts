/** What is published is what a user can install and import. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root, vendors } from '@plumbline/scripts/spec';
import { readVendor } from '@plumbline/scripts/vendor';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { describe, expect, it } from 'vitest';

const packages = ['runtime', ...vendors].map((name) => join('packages', name));
const specs = vendors.map((name) => join('specs', name));

it.each(packages)('%s has nothing that publint finds wrong', async (folder) => {
  const { messages, pkg } = await publint({ pkgDir: join(root, folder), strict: true });
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
});

it.each([...packages, ...specs])('%s is packed with its build, licence and README, and no tests', (folder) => {
  const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: join(root, folder),
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const files: string[] = JSON.parse(stdout)[0].files.map(({ path }: { path: string }) => path);
  expect(files).toContain('README.md');
  expect(files).toContain('LICENSE');
  expect(files).toContain(folder.startsWith('specs') ? 'dist/openapi.json' : 'dist/index.js');
  expect(files.filter((path) => /\.test|node_modules|tsconfig|\.turbo/.test(path))).toEqual([]);
});

describe('the names that a package exports', () => {
  const errors = ['ApiError', 'ConnectionError', 'PlumblineError', 'TimeoutError', 'isApiError', 'isPlumblineError'];

  it.each(vendors)('of %s are these and no others', async (vendor) => {
    const module = await import(`@plumbline/${vendor}`);
    expect(Object.keys(module).sort()).toEqual([...errors, ...readVendor(vendor).exports].sort());
  });
});

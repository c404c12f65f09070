/** The folders and files of the repository are where CONTRIBUTING.md says, short, and named for their content. */
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { root } from '@plumbline/repository/repository';
import { expect, it } from 'vitest';
import { readText, sources } from './repository-files.ts';

const vague = ['util', 'utils', 'helper', 'helpers', 'common', 'misc', 'shared', 'types'];
const lineCount = (path: string) => readText(path).trimEnd().split('\n').length;
const isTest = (path: string) => path.endsWith('.test.ts');

it('the repository has the folders that the README lists, and no others', () => {
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const visible = folders.map(({ name }) => name).filter((name) => !name.startsWith('.') && name !== 'node_modules');
  expect(visible.sort()).toEqual(['packages', 'scripts', 'specs', 'test']);
});

it('each TypeScript file has 200 lines at most, and each test 400', () => {
  expect(sources.filter((path) => lineCount(path) > (isTest(path) ? 400 : 200))).toEqual([]);
});

it('each script has 60 lines at most', () => {
  const scripts = sources.filter((path) => /^scripts\/[^/]+\.ts$/.test(path) && !isTest(path));
  expect(scripts.filter((path) => lineCount(path) > 60)).toEqual([]);
});

it('each TypeScript file has a name in kebab-case that says what is in it', () => {
  const misnamed = sources.filter((path) => {
    const name = basename(path).replace(/(\.slow)?(\.test|\.test-d|\.config)?\.ts$/, '');
    // Snippets are named for their operations, whose names may have digits and other letters.
    const isKebab = path.startsWith('test/snippets/')
      ? /^[\p{Ll}\p{Lo}\p{N}]+(-[\p{Ll}\p{Lo}\p{N}]+)*$/u
      : /^[a-z]+(-[a-z]+)*$/;
    return !isKebab.test(name) || vague.includes(name);
  });
  expect(misnamed).toEqual([]);
});

it('no two TypeScript files of a package, or of the tests, have the same name', () => {
  const paths = new Map<string, string[]>();
  for (const path of sources) {
    // Snippets are named for their operations. The parts of the bench, such as cpu/ and heap/, have the same files.
    if (/^test\/(snippets|bench)\/|\/(index|client)(\.test)?\.ts$|\.config\.ts$/.test(path)) continue;
    const [tree] = /^(packages\/[\w-]+\/src|test\/[\w-]+)\//.exec(path) ?? [];
    if (tree) paths.set(tree + basename(path), [...(paths.get(tree + basename(path)) ?? []), path]);
  }
  expect([...paths.values()].filter((group) => group.length > 1)).toEqual([]);
});

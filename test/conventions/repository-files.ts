import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '@plumbline/repository/repository';

/** Files that are generated or quote a vendor. */
const excluded = /(^|\/)(src\/generated\/|CHANGELOG\.md$|RESULTS\.\w+$)|^specs\/[\w-]+\/fixtures\//;

/** Reads a file by its path from the root. */
export function readText(path: string): string {
  return readFileSync(join(root, path), 'utf8').replace(/\r\n/g, '\n');
}

/** Reads a JSON file by its path from the root. */
// biome-ignore lint/suspicious/noExplicitAny: the tests assert the content of manifests.
export function readJson(path: string): any {
  return JSON.parse(readText(path));
}

/** Every file that people write, by its path from the root. */
export const files: readonly string[] = listFiles();

/** The TypeScript files among them. */
export const sources: readonly string[] = files.filter((path) => path.endsWith('.ts'));

/** The folders of the published packages. */
export const published: readonly string[] = files
  .filter((path) => /^(packages|specs)\/[\w-]+\/package\.json$/.test(path))
  .filter((path) => !readJson(path).private)
  .map((path) => dirname(path));

/** The module specifiers that a TypeScript file imports. Those in the examples of doc comments do not count. */
export function importsOf(path: string): string[] {
  const code = readText(path).replace(/\/\*\*.*?\*\//gs, '');
  return [...code.matchAll(/\bfrom '([^']+)'|\bimport\('([^']+)'\)/g)].map((match) => match[1] ?? match[2] ?? '');
}

/** Describes each match of a pattern in a file, with its line. */
export function linesOf(path: string, text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => {
    const line = text.slice(0, index).split('\n').length;
    return `${path}:${line}: ${found.replace(/\s+(\*\s|\/\/\s)?/g, ' ').trim()}`;
  });
}

function listFiles(): string[] {
  // Without what .gitignore names: installed packages, builds, and folders that other tests make meanwhile.
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
  const paths = new Set(listed.toString().split('\0'));
  return [...paths].filter((path) => path !== '' && !excluded.test(path) && existsSync(join(root, path))).sort();
}

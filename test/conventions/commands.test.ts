/** The npm scripts start in a fresh clone, in which no package is built. */
import { posix } from 'node:path';
import { expect, it } from 'vitest';
import { published, readJson, readText, sources } from './repository-files.ts';

const { dirname, join } = posix;
const scripts: Readonly<Record<string, string>> = readJson('package.json').scripts;
/** The TypeScript files that npm scripts run. Tests and benchmarks are tasks of turbo, which builds first. */
const programs = [...new Set(Object.values(scripts).flatMap((script) => script.match(/\S+\.ts\b/g) ?? []))].sort();
const built = published.map((folder) => String(readJson(`${folder}/package.json`).name));

/** The modules that a file imports when it is loaded. Types, and `import()`, do not count. */
function loadedBy(path: string): string[] {
  const code = readText(path).replace(/\/\*\*.*?\*\//gs, '');
  const imports = code.matchAll(/^(?:import|export)\s+(?!type\b)([^;]*?)\bfrom '([^']+)';/gms);
  return [...imports].flatMap(([, names = '', source = '']) => (isOnlyTypes(names) ? [] : source));
}

function isOnlyTypes(names: string): boolean {
  const [, list] = /^\{(.*)\}\s*$/s.exec(names) ?? [];
  return Boolean(list?.split(',').every((name) => /^\s*(type\b.*)?$/s.test(name)));
}

/** The file of a module of the repository; undefined for other modules. */
function fileOf(source: string, from: string): string | undefined {
  if (source.startsWith('.')) return join(dirname(from), source);
  const [, name, path] = /^@plumbline\/([\w-]+)\/(.+)$/.exec(source) ?? [];
  const file = `packages/${name}/src/${path}.ts`;
  return sources.includes(file) ? file : undefined;
}

it.each(programs)('%s loads no package that must be built before', (program) => {
  const seen = new Map<string, string>([[program, program]]);
  for (const [path, chain] of seen) {
    for (const source of loadedBy(path)) {
      const name = source.split('/').slice(0, 2).join('/');
      expect(built.includes(name), `${chain} → ${source}`).toBe(false);
      const file = fileOf(source, path);
      if (file && !seen.has(file)) seen.set(file, `${chain} → ${file}`);
    }
  }
});

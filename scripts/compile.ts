/**
 * `node ../../scripts/compile.ts` in a package: writes its JavaScript, one file for each entry and one for what it loads later.
 * Declarations are tsc's. A process that imports a package then opens two or three files in place of fifty.
 */
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';

type Targets = Record<string, Record<string, string>>;
const {
  exports,
  imports = {},
  name,
}: { exports: Targets; imports?: Targets; name: string } = JSON.parse(readFileSync('package.json', 'utf8'));
// What the package exports, and what it imports by conditions (https://nodejs.org/api/packages.html#subpath-imports).
const files = Object.values({ ...exports, ...imports }).flatMap((conditions) => Object.values(conditions));
const entries = [...new Set(files.filter((file) => file.endsWith('.js')))].map((file) =>
  file.replace('./dist/', 'src/').replace(/\.js$/, '.ts'),
);
try {
  await build({
    entryPoints: entries,
    outdir: 'dist',
    outbase: 'src',
    external: Object.keys(imports),
    bundle: true,
    splitting: true,
    // What the package depends on stays outside: it is installed beside it.
    packages: 'external',
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    sourcemap: true,
    // The sources are in the package.
    sourcesContent: false,
    logLevel: 'warning',
  });
} catch {
  console.error(`${name} could not be compiled; what esbuild says stands above.`);
  process.exit(1);
}

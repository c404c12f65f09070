/**
 * `node ../../scripts/compile.ts` in a package writes its JavaScript: one file per entry, and one for what is loaded later. tsc writes the
 * declarations. A process that imports a package then opens two or three files instead of fifty.
 */
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';

type Targets = Record<string, Record<string, string>>;
const {
  exports,
  imports = {},
  name,
}: { exports: Targets; imports?: Targets; name: string } = JSON.parse(readFileSync('package.json', 'utf8'));
// The package's exports, and its conditional imports (https://nodejs.org/api/packages.html#subpath-imports).
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
    // Dependencies are not bundled: users install them.
    packages: 'external',
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    sourcemap: true,
    // The package contains the sources.
    sourcesContent: false,
    logLevel: 'warning',
  });
} catch {
  console.error(`${name} could not be compiled. See esbuild's messages above.`);
  process.exit(1);
}

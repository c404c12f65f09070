/**
 * `node ../../scripts/compile.ts` in a package writes its JavaScript: one file per entry, and one for what is loaded later. tsc writes the
 * declarations. A process that imports a package then opens two or three files instead of fifty.
 *
 * `dist` has ES modules. `dist/cjs` has the same as CommonJS modules.
 */
import { readFileSync } from 'node:fs';
import { writeCommonJs } from '@plumbline/repository/write-common-js';
import { build } from 'esbuild';

type Targets = { readonly [condition: string]: string | Targets };
const {
  bin = {},
  exports,
  imports = {},
  name,
}: { bin?: Targets; exports: Targets; imports?: Record<string, { node: string }>; name: string } = JSON.parse(
  readFileSync('package.json', 'utf8'),
);
// The package's commands, its exports, and its conditional imports (https://nodejs.org/api/packages.html#subpath-imports).
const filesOf = (targets: Targets): string[] =>
  Object.values(targets).flatMap((target) => (typeof target === 'string' ? target : filesOf(target)));
const modules = filesOf({ bin, exports, imports }).filter((file) => /^\.\/dist\/(?!cjs\/).*\.js$/.test(file));
const entries = [...new Set(modules)].map((file) => file.replace('./dist/', 'src/').replace(/\.js$/, '.ts'));
try {
  const { metafile } = await build({
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
    metafile: true,
    logLevel: 'warning',
  });
  const written = Object.keys(metafile.outputs).filter((path) => path.endsWith('.js'));
  await writeCommonJs(written, imports);
} catch {
  console.error(`${name} could not be compiled. See esbuild's messages above.`);
  process.exit(1);
}

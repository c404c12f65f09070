/**
 * `node ../../scripts/compile.ts` in a package: writes its JavaScript, one file for each entry and one for what it loads later.
 * Declarations are tsc's. A process that imports a package then opens two or three files in place of fifty.
 */
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';

const { exports, name }: { exports: Record<string, { default: string }>; name: string } = JSON.parse(
  readFileSync('package.json', 'utf8'),
);
const entries = Object.values(exports).map((entry) => entry.default.replace('./dist/', 'src/').replace(/\.js$/, '.ts'));
try {
  await build({
    entryPoints: entries,
    outdir: 'dist',
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

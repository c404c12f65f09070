import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** Where the programs to bundle and to import are thought to be. */
export const folder: string = fileURLToPath(new URL('../dist/', import.meta.url));

export interface Size {
  readonly minified: number;
  readonly gzip: number;
}

/** Bundles a program as for a browser or a worker, minifies it, and weighs it in bytes. */
export async function weigh(program: string): Promise<Size> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: folder },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    conditions: ['worker', 'module'],
    plugins: [{ name: 'builtins', setup: ({ onResolve }) => onResolve({ filter: /.*/ }, external) }],
    logLevel: 'silent',
  });
  const code = outputFiles[0]?.contents ?? new Uint8Array();
  return { minified: code.length, gzip: gzipSync(code).length };
}

/** Compiles the client that Redocly generated, as its users do before they ship it. */
export async function compileRedoclyClient(): Promise<void> {
  await build({ entryPoints: [join(folder, 'redocly-client.ts')], outdir: folder, format: 'esm', logLevel: 'silent' });
}

const external = ({ path }: { path: string }) => (isBuiltin(path) ? { path, external: true } : undefined);

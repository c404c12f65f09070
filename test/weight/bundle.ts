import { isBuiltin } from 'node:module';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

export interface Size {
  readonly minified: number;
  readonly gzip: number;
}

/**
 * Bundles a program as for a browser or a worker, minifies it, and weighs it in bytes.
 *
 * @param folder Where the program is thought to be.
 */
export async function weigh(program: string, folder: string): Promise<Size> {
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

const external = ({ path }: { path: string }) => (isBuiltin(path) ? { path, external: true } : undefined);

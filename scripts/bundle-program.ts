import { isBuiltin } from 'node:module';
import { build } from 'esbuild';

/**
 * Bundles a program as for a browser or a worker, and minifies it.
 *
 * @param folder Where the program is thought to be.
 * @param alias Files that stand for packages.
 */
export async function bundleProgram(
  program: string,
  folder: string,
  alias: Readonly<Record<string, string>> = {},
): Promise<Uint8Array> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: folder },
    alias: { ...alias },
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
  return outputFiles[0]?.contents ?? new Uint8Array();
}

const external = ({ path }: { path: string }) => (isBuiltin(path) ? { path, external: true } : undefined);

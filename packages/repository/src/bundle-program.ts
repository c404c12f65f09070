import { isBuiltin } from 'node:module';
import { build } from 'esbuild';

/** What a program is bundled for: a platform of esbuild, and the export conditions of packages. */
export interface BundleTarget {
  readonly platform: 'browser' | 'neutral' | 'node';
  readonly conditions: readonly string[];
}

/** A browser or a worker. */
export const browserTarget: BundleTarget = { platform: 'browser', conditions: ['worker', 'module'] };

/**
 * Bundles and minifies a program.
 *
 * @param folder The folder from which imports are resolved.
 * @param alias Files by the name of the package that they replace.
 */
export async function bundleProgram(
  program: string,
  folder: string,
  alias: Readonly<Record<string, string>> = {},
  { platform, conditions }: BundleTarget = browserTarget,
): Promise<Uint8Array> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: folder },
    alias: { ...alias },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    platform,
    conditions: [...conditions],
    plugins: [{ name: 'builtins', setup: ({ onResolve }) => onResolve({ filter: /.*/ }, external) }],
    logLevel: 'silent',
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}

const external = ({ path }: { path: string }) => (isBuiltin(path) ? { path, external: true } : undefined);

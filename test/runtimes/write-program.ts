import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildSync } from 'esbuild';
import type { Load } from './runtime.ts';

/**
 * Bundles a program with its imports from here. The runtime resolves packages, in the folder of the program.
 *
 * @param constants Values that replace these names in the program.
 * @returns The file name of the script in the folder.
 */
export function writeProgram(
  entry: string,
  folder: string,
  load: Load,
  constants: Readonly<Record<string, string>>,
): string {
  const name = basename(entry, '.ts');
  const script = `${name}.${load === 'require' ? 'cjs' : 'mjs'}`;
  const outfile = join(folder, script);
  buildSync({
    entryPoints: [join(import.meta.dirname, entry)],
    outfile,
    bundle: true,
    packages: 'external',
    format: load === 'require' ? 'cjs' : 'esm',
    platform: 'neutral',
    target: 'es2022',
    define: Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)])),
  });
  if (load !== 'bundle') return script;
  const bundle = `${name}.bundle.js`;
  buildSync({
    entryPoints: [outfile],
    outfile: join(folder, bundle),
    bundle: true,
    format: 'esm',
    platform: 'browser',
    // The conditions of wrangler for workers, and of bundlers for pages.
    conditions: ['workerd', 'worker', 'browser'],
    target: 'es2022',
  });
  return bundle;
}

/** Reads a script that `writeProgram` wrote. */
export function readProgram(folder: string, script: string): string {
  return readFileSync(join(folder, script), 'utf8');
}

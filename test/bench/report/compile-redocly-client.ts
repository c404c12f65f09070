import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The folder from which the programs resolve their imports. */
export const folder: string = fileURLToPath(new URL('../dist/', import.meta.url));

/** Compiles the client that Redocly generated, as its users do. */
export async function compileRedoclyClient(): Promise<void> {
  await build({ entryPoints: [join(folder, 'redocly-client.ts')], outdir: folder, format: 'esm', logLevel: 'silent' });
}

import { gzipSync } from 'node:zlib';
import { bundleProgram } from '@plumbline/scripts/bundle-program';

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
  const code = await bundleProgram(program, folder);
  return { minified: code.length, gzip: gzipSync(code).length };
}
